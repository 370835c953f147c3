"""Divides running text into sentences, each with the label that it needs to be understood."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Subheading,
    Text,
    Topics,
)
from leaflet.monograph.text import cut, plain, strip

_END = re.compile(
    r"(?<=[.!?।؟])"  # first, since nothing else is as rare
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\bDr\.)(?<!\bapprox\.)(?<!\bca\.)"
    r"(?<!\bz\.)(?<!\bz\.\sB\.)(?<!\bz\.B\.)(?<!\bbzw\.)(?<!\bggf\.)(?<!\binkl\.)(?<!\bevtl\.)"
    r"(?<!\bmind\.)(?<!\bp\.\sej\.)(?<!\bp\.\sex\.)(?<!\btgl\.)(?<!\bcf\.)(?<!\bSt\.)(?<!\bMr\.)"
    r"(?<!\bMrs\.)(?<!\bMs\.)(?<!\bProf\.)(?<!\bSr\.)(?<!\bSra\.)(?<!\bDra\.)"
    r"(?!(?:(?<=\b[Mm]ax\.|\b[Mm]áx\.|\b[Mm]in\.|\bFig\.)|(?<=\b[Nn][or]\.))\s+\d)"
    r"[\"')\]»“]*\s+(?=[\"'(\[¿¡«„\u200e]?[A-Z0-9À-ÖØ-Þ\u0621-\u064a\u0904-\u0939])"
)
"""The space after a sentence, unless a small letter follows; Arabic and Devanagari have none.

None is after "St." in "St. John's wort", nor after "max." before a number.
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its emphasis, and the author's label of its statement.

    ``opens`` is true for the first sentence after the label, which may need it to be understood.
    ``under`` are the other labels, subheadings and lead-ins above the sentence. ``states`` are the
    topics of the sentence and of a label that it opens with, ``about`` those of all above it.
    """

    text: Text
    label: Text = ()
    opens: bool = True
    under: tuple[Text, ...] = ()
    states: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Above:
    """Labels, headings and lead-ins above a body, and their topics."""

    texts: tuple[Text, ...] = ()
    about: frozenset[str] = frozenset()

    def and_below(self, *texts: Text, topics: Topics = ()) -> "_Above":
        return _Above((*self.texts, *texts), self.about | {topic.name for topic in topics})

    def and_below_all(self, labels: Iterable[Subheading | Entry]) -> "_Above":
        above = self
        for each in labels:
            text = each.text if isinstance(each, Subheading) else each.label
            above = above.and_below(text, topics=each.topics)
        return above


def sentences(body: Iterable[Block | ListItem], above: _Above = _Above()) -> Iterator[Sentence]:
    """All sentences of paragraphs and list items, in order; tables and headings have none.

    Each sentence of the paragraph after a label has that label.
    """
    for block, here in _with_above(body, above):
        match block:
            case Paragraph():
                yield from _of_paragraph(block, here)
            case Entry(label, (Paragraph() as first, *rest)):
                below = here.and_below(label, topics=block.topics)
                yield from _of_paragraph(first, _Above(here.texts, below.about), block)
                yield from sentences(rest, below.and_below(*_lead_in(first)))
            case Entry(label, inner) | Question(label, inner):
                yield from sentences(inner, here.and_below(label, topics=block.topics))
            case Bullets(items):
                yield from sentences(items, here)
            case ListItem(inner):
                yield from sentences(inner, here)


def _with_above(
    body: Iterable[Block | ListItem], above: _Above
) -> Iterator[tuple[Block | ListItem, _Above]]:
    """Each block with what is above it in the body, or may be.

    A label without text is above the labels after it, and any label may be above text without one.
    """
    headings: list[Subheading] = []
    outer = inner = above
    lead_in: tuple[Text, ...] = ()
    for block in body:
        match block:
            case Subheading():
                headings = [each for each in headings if each.level < block.level] + [block]
                outer = inner = above.and_below_all(headings)
            case Entry(_, ()):
                outer = inner = above.and_below_all([*headings, block])
            case Entry(label, _):
                yield block, outer.and_below(*lead_in)
                inner = outer.and_below(label, topics=block.topics)
            case Paragraph():
                yield block, inner
            case _:
                yield block, inner.and_below(*lead_in)
        lead_in = _lead_in(block) if isinstance(block, Paragraph) else ()


def _of_paragraph(
    paragraph: Paragraph, above: _Above, entry: Entry | None = None
) -> Iterator[Sentence]:
    """The sentences of a paragraph, which may be the first of an entry."""
    label = entry.label if entry else ()
    for number, text in enumerate(split_sentences(paragraph.text)):
        states = {each.name for each in paragraph.topics if each.sentence == number}
        if entry and number == 0:
            states |= {each.name for each in entry.topics}
        opens = not label or number == 0
        yield Sentence(text, label, opens, above.texts, frozenset(states), above.about)


def _lead_in(paragraph: Paragraph) -> tuple[Text, ...]:
    """The text if it is not a whole sentence, but introduces what is below it."""
    is_whole = plain(paragraph.text).rstrip().endswith((".", "!", "?", "؟", "।"))
    return () if is_whole else (paragraph.text,)


def first_sentence(body: Iterable[Block | ListItem]) -> str:
    """The words of the first sentence; empty if there is none."""
    return next((plain(sentence.text) for sentence in sentences(body)), "")


def split_sentences(text: Text) -> list[Text]:
    """The sentences of a running text, each with its emphasis."""
    ends = [found.end() for found in _END.finditer(plain(text))]
    bounds = zip([0, *ends], [*ends, None], strict=True)
    parts = (strip(cut(text, start, end)) for start, end in bounds)
    return [part for part in parts if part]
