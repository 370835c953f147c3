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
)
from leaflet.monograph.text import cut, plain, strip

_END = re.compile(
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\bDr\.)(?<!\bapprox\.)(?<!\bca\.)"
    r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its emphasis, and the author's label of its statement.

    ``opens`` is true for the first sentence after the label, which may need it to be understood.
    ``under`` are the other labels, subheadings and lead-ins above the sentence.
    """

    text: Text
    label: Text = ()
    opens: bool = True
    under: tuple[Text, ...] = ()


def sentences(body: Iterable[Block | ListItem], under: tuple[Text, ...] = ()) -> Iterator[Sentence]:
    """All sentences of paragraphs and list items, in order; tables and headings have none.

    Each sentence of the paragraph after a label has that label. ``under`` are the labels and
    headings above the whole body.
    """
    subheadings: list[Subheading] = []
    lead_in: tuple[Text, ...] = ()
    for block in body:
        above = (*under, *(heading.text for heading in subheadings))
        lead_in, list_lead_in = (), lead_in
        match block:
            case Subheading():
                outer = [each for each in subheadings if each.level < block.level]
                subheadings = [*outer, block]
            case Paragraph(text):
                yield from (Sentence(part, under=above) for part in split_sentences(text))
                lead_in = (text,) if _is_lead_in(text) else ()
            case Entry(label, (Paragraph(text), *rest)):
                for number, part in enumerate(split_sentences(text)):
                    yield Sentence(part, label, number == 0, above)
                yield from sentences(rest, (*above, label))
            case Entry(label, inner) | Question(label, inner):
                yield from sentences(inner, (*above, label))
            case Bullets(items):
                yield from sentences(items, (*above, *list_lead_in))
            case ListItem(inner):
                yield from sentences(inner, above)


def _is_lead_in(text: Text) -> bool:
    """Whether a text is not a whole sentence but introduces the list below it."""
    return not plain(text).rstrip().endswith((".", "!", "?"))


def first_sentence(body: Iterable[Block | ListItem]) -> str:
    """The words of the first sentence; empty if there is none."""
    return next((plain(sentence.text) for sentence in sentences(body)), "")


def split_sentences(text: Text) -> list[Text]:
    """The sentences of a running text, each with its emphasis."""
    ends = [found.end() for found in _END.finditer(plain(text))]
    bounds = zip([0, *ends], [*ends, None], strict=True)
    parts = (strip(cut(text, start, end)) for start, end in bounds)
    return [part for part in parts if part]
