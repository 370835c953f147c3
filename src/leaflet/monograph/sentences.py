"""Divides running text into sentences, each with the label that it needs to be understood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from leaflet.monograph.instructions import EMERGENCY, GOES_ON, SAYS_WHEN, step_texts, steps_of
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Span,
    Subheading,
    Text,
    Topics,
)
from leaflet.monograph.text import cut, leading, plain, strip, unmark

_END = re.compile(
    r"(?<=[.!?।؟])"  # first, since nothing else is as rare
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\bDr\.)(?<!\bapprox\.)(?<!\bca\.)"
    r"(?<!\bz\.)(?<!\bz\.\sB\.)(?<!\bz\.B\.)(?<!\bbzw\.)(?<!\bggf\.)(?<!\binkl\.)(?<!\bevtl\.)"
    r"(?<!\bmind\.)(?<!\bp\.\sej\.)(?<!\bp\.\sex\.)(?<!\btgl\.)(?<!\bcf\.)(?<!\bSt\.)(?<!\bMr\.)"
    r"(?<!\bMrs\.)(?<!\bMs\.)(?<!\bProf\.)(?<!\bSr\.)(?<!\bSra\.)(?<!\bDra\.)"
    r"(?!(?:(?<=\b\d\.)|(?<=\b\d\d\.))\s+(?:\w*[Tt]ag(?:e[sn]?|s)?|\w*[Ww]ochen?"
    r"|\w*[Mm]onat(?:e[sn]?|s)?|\w*[Jj]ahr(?:e[sn]?|s)?|Trimenons?|Trimesters?|Januar|Jänner"
    r"|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)"
    r"(?!(?:(?<=\b[Mm]ax\.|\b[Mm]áx\.|\b[Mm]in\.|\bFig\.)|(?<=\b[Nn][or]\.))\s+\d)"
    r"[\"')\]»“]*\s+(?=[\"'(\[¿¡«„\u200e]?[A-Z0-9À-ÖØ-Þ\u0621-\u064a\u0904-\u0939])"
)
"""The space after a sentence, unless a small letter follows; Arabic and Devanagari have none.

None is after "St." in "St. John's wort", nor after "max." before a number, nor after a German
ordinal number before a word for a time, "am 2. Tag".
"""


_NEEDS_ABOVE = frozenset({GOES_ON, "dependent", "continues", "order-to-clinician"})
"""The topics of an order that say nothing about the instruction that it goes on with."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its emphasis, and the author's label of its statement.

    The sentences of an emergency instruction, "If you faint: Stop. Call 999.", count as one.
    ``opens`` is true for the first sentence after the label, which may need it to be understood.
    ``under`` are the other labels, subheadings and lead-ins above the sentence. ``states`` are the
    topics of the sentence and of a label that it opens with, ``about`` those of all above it.
    ``steps`` are what it, or its label, says to do in an emergency; each of them follows as a
    sentence of its own.
    """

    text: Text
    label: Text = ()
    opens: bool = True
    under: tuple[Text, ...] = ()
    states: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    steps: Bullets | None = None

    @property
    def words(self) -> str:
        """Its words with those of its steps, without emphasis."""
        steps = step_texts(self.steps.items) if self.steps else ()
        return " ".join(filter(None, [plain(self.text), *(plain(each.text) for each in steps)]))

    def with_steps(self, steps: Bullets) -> "Sentence":
        """The sentence above a list of steps; it says in which case they are to be done."""
        return replace(self, steps=steps, states=self.states | {EMERGENCY, SAYS_WHEN})


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
    for block, here, below in _with_above(tuple(body), above):
        steps = steps_of(block, below)
        if steps and isinstance(block, Entry):
            about = here.about | {each.name for each in block.topics}
            only = Sentence((), block.label, under=here.texts, about=about)
            yield only.with_steps(steps)
        match block:
            case Paragraph():
                yield from _with_steps(_of_paragraph(block, here), steps)
            case Entry(label, (Paragraph() as first, *rest)):
                inside = here.and_below(label, topics=block.topics)
                own = _of_paragraph(first, _Above(here.texts, inside.about), block)
                yield from _with_steps(own, steps_of(first, next(iter(rest), None)))
                yield from sentences(rest, inside.and_below(*_lead_in(first)))
            case Entry(label, inner) | Question(label, inner):
                yield from sentences(inner, here.and_below(label, topics=block.topics))
            case Bullets(items):
                yield from sentences(items, here)
            case ListItem(inner):
                yield from sentences(inner, here)


def _with_above(
    body: Sequence[Block | ListItem], above: _Above
) -> Iterator[tuple[Block | ListItem, _Above, Block | ListItem | None]]:
    """Each block with what is above it in the body, or may be, and with the one below it.

    A label without text is above the labels after it, and any label may be above text without one.
    """
    headings: list[Subheading] = []
    outer = inner = above
    lead_in: tuple[Text, ...] = ()
    for block, below in zip_longest(body, body[1:]):
        match block:
            case Subheading():
                headings = [each for each in headings if each.level < block.level] + [block]
                outer = inner = above.and_below_all(headings)
            case Entry(_, ()):
                if steps_of(block, below):
                    yield block, above.and_below_all(headings), below
                outer = inner = above.and_below_all([*headings, block])
            case Entry(label, _):
                yield block, outer.and_below(*lead_in), below
                inner = outer.and_below(label, topics=block.topics)
            case Paragraph():
                yield block, inner, below
            case _:
                yield block, inner.and_below(*lead_in), below
        lead_in = _lead_in(block) if isinstance(block, Paragraph) else ()


def _of_paragraph(
    paragraph: Paragraph, above: _Above, entry: Entry | None = None
) -> Iterator[Sentence]:
    """The sentences of a paragraph, which may be the first of an entry.

    A question in bold or italics with which a paragraph begins is the label of the others.
    """
    label = entry.label if entry else ()
    asked: Text = ()
    whole: Sentence | None = None
    for number, text in enumerate(split_sentences(paragraph.text)):
        states = frozenset(each.name for each in paragraph.topics if each.sentence == number)
        if whole and GOES_ON in states:
            whole = _joined(whole, text, states)
            continue
        if whole:
            yield whole
        if entry and number == 0:
            states |= {each.name for each in entry.topics}
        opens = not label or number == bool(asked)
        whole = Sentence(text, label, opens, above.texts, states, above.about)
        if not entry and number == 0 and _is_asked(text):
            label = asked = unmark(text, "strong")
    if whole:
        yield whole


def _is_asked(text: Text) -> bool:
    words = plain(text)
    emphasised = max(leading(text, "strong"), leading(text, "em")) >= len(words.rstrip("?؟"))
    return words.endswith(("?", "؟")) and emphasised


def _joined(one: Sentence, text: Text, states: frozenset[str]) -> Sentence:
    """A sentence with an order that goes on with it."""
    return replace(
        one, text=(*one.text, Span(" "), *text), states=one.states | (states - _NEEDS_ABOVE)
    )


def _with_steps(found: Iterable[Sentence], steps: Bullets | None) -> Iterator[Sentence]:
    """The sentences of a paragraph, the last one with the list of steps below it."""
    *others, last = (None, *found)
    yield from filter(None, others)
    if last:
        yield last.with_steps(steps) if steps else last


def _lead_in(paragraph: Paragraph) -> tuple[Text, ...]:
    """The text if it is not a whole sentence, but introduces what is below it."""
    is_whole = plain(paragraph.text).rstrip().endswith((".", "!", "?", "؟", "।"))
    return () if is_whole else (paragraph.text,)


def first_sentence(body: Iterable[Block | ListItem]) -> str:
    """The words of the first sentence; empty if there is none."""
    return next((plain(sentence.text) for sentence in sentences(body) if sentence.text), "")


def split_sentences(text: Text) -> list[Text]:
    """The sentences of a running text, each with its emphasis."""
    is_kept = len(text) <= _MOST_KEPT and not any(span.statement for span in text)
    return [*(_kept(text) if is_kept else _split(text))]


def _split(text: Text) -> tuple[Text, ...]:
    ends = [found.end() for found in _END.finditer(plain(text))]
    bounds = zip([0, *ends], [*ends, None], strict=True)
    parts = (strip(cut(text, start, end)) for start, end in bounds)
    return tuple(part for part in parts if part)


_kept = lru_cache(maxsize=1024)(_split)
"""Each part of both kinds of a document asks for the sentences of each paragraph.

Numbers of statements do not count when texts are compared, so a text that has them is not kept.
"""

_MOST_KEPT = 16
"""Spans of a text that is looked up; to compare longer ones takes as long as to divide them."""
