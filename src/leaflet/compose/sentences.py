"""Running text, sentence by sentence, each with the label that it cannot do without."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Item,
    Paragraph,
    Question,
    Text,
)
from leaflet.monograph.text import cut, plain, strip

_END = re.compile(
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\bDr\.)(?<!\bapprox\.)(?<!\bca\.)"
    r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its emphasis, and the author's label of the statement that it is from.

    ``opens`` tells the first sentence after the label, which may need it to be understood, from
    those that follow.
    """

    text: Text
    label: Text = ()
    opens: bool = True


def sentences(body: Iterable[Block | Item]) -> Iterator[Sentence]:
    """All sentences of paragraphs and items, in order; tables, subheadings and questions have none.

    A label goes with each sentence of the paragraph that it opens.
    """
    for block in body:
        match block:
            case Paragraph(text):
                yield from (Sentence(part) for part in split(text))
            case Entry(label, (Paragraph(text), *rest)):
                yield from (Sentence(part, label, not at) for at, part in enumerate(split(text)))
                yield from sentences(rest)
            case Entry(_, inner) | Item(inner) | Question(_, inner):
                yield from sentences(inner)
            case Bullets(items):
                yield from sentences(items)


def first_sentence(body: Iterable[Block | Item]) -> str:
    """The words of the first sentence; empty where there is none."""
    return next((plain(sentence.text) for sentence in sentences(body)), "")


def split(text: Text) -> list[Text]:
    """The sentences of a running text, each with its emphasis."""
    words = plain(text)
    ends = [found.end() for found in _END.finditer(words)]
    starts = [0, *ends]
    parts = (strip(cut(text, start, end)) for start, end in zip(starts, [*ends, None], strict=True))
    return [part for part in parts if part]
