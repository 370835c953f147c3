"""Running text, sentence by sentence, each with the label that it cannot do without."""

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
    """One sentence with its emphasis, and the author's label of the statement that it is from.

    ``opens`` tells the first sentence after the label, which may need it to be understood, from
    those that follow. ``under`` are the labels, subheadings and leading words that stand over it
    besides.
    """

    text: Text
    label: Text = ()
    opens: bool = True
    under: tuple[Text, ...] = ()


def sentences(body: Iterable[Block | ListItem], under: tuple[Text, ...] = ()) -> Iterator[Sentence]:
    """All sentences of paragraphs and items, in order; tables, subheadings and questions have none.

    A label goes with each sentence of the paragraph that it opens; ``under`` are those that stand
    over the whole body.
    """
    heads: list[Subheading] = []
    lead: tuple[Text, ...] = ()
    for block in body:
        over = (*under, *(head.text for head in heads))
        lead, led = (), lead
        match block:
            case Subheading():
                heads = [head for head in heads if head.level < block.level] + [block]
            case Paragraph(text):
                yield from (Sentence(part, under=over) for part in split(text))
                lead = (text,) if _leads(text) else ()
            case Entry(label, (Paragraph(text), *rest)):
                for at, part in enumerate(split(text)):
                    yield Sentence(part, label, not at, over)
                yield from sentences(rest, (*over, label))
            case Entry(label, inner) | Question(label, inner):
                yield from sentences(inner, (*over, label))
            case Bullets(items):
                yield from sentences(items, (*over, *led))
            case ListItem(inner):
                yield from sentences(inner, over)


def _leads(text: Text) -> bool:
    """Whether a text is no sentence of its own, and stands over the list below it."""
    return not plain(text).rstrip().endswith((".", "!", "?"))


def first_sentence(body: Iterable[Block | ListItem]) -> str:
    """The words of the first sentence; empty where there is none."""
    return next((plain(sentence.text) for sentence in sentences(body)), "")


def split(text: Text) -> list[Text]:
    """The sentences of a running text, each with its emphasis."""
    words = plain(text)
    ends = [found.end() for found in _END.finditer(words)]
    starts = [0, *ends]
    parts = (strip(cut(text, start, end)) for start, end in zip(starts, [*ends, None], strict=True))
    return [part for part in parts if part]
