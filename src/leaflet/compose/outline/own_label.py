"""The author's label as the heading of a part, where it says the same as leaflet's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from leaflet.compose.outline.chapter import FilledPart, Passage
from leaflet.compose.outline.groups import label_of
from leaflet.monograph.model import Block, Entry, Paragraph, Subheading, Text
from leaflet.monograph.text import plain, unmark

_WORD = re.compile(r"[^\W\d_]+")
_LIMITS = re.compile(r"[\d<>≤≥]")
"""What a label says about a dose, but no heading does."""

_BEGINNING, _ENDING = 3, 3
"""Letters of the shortest beginning and of the longest ending of a form of a word."""


def with_own_label(part: FilledPart) -> FilledPart:
    """The part under its first label, if that says the same as the heading.

    What it labels is the text of the part. Where that is all of the part, and a single paragraph,
    the label may have one more word: "Drug interactions:" stands for "Interactions". What goes on
    in another column has the heading of the part above it, and not that label. The heading of a
    section of the author's own stays a label: no text of another section may be below it.
    """
    match part.passages:
        case (passage, *others) if passage.body and not passage.headed and not passage.qualifier:
            label, body = _split(passage.body[0])
            is_short = len(body) < 2 and all(isinstance(each, Paragraph) for each in body)
            more = 0 if others or passage.body[1:] or not is_short else 1
            is_sole = all(_is_apart(each) or (each.key and passage.key) for each in others)
            says = is_sole and _says(plain(label), part.heading, more)
            if label and not passage.repeats and says:
                first = replace(passage, body=(*body, *passage.body[1:]))
                passages = (first, *others) if first.body else tuple(others)
                return replace(part, passages=passages, label=unmark(label, "strong"))
    return part


def run_in_first(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, those without a heading before a section of the author's own that has one.

    Below that heading, "Do not use in: asthma." of another section would seem to be part of it.
    """
    own = (n for n, each in enumerate(passages) if not each.key and _begins_with_heading(each))
    first = next(own, len(passages))
    others = passages[first:]
    run_in = [one for one in others if not (_is_apart(one) or _begins_with_heading(one))]
    return [*passages[:first], *run_in, *(one for one in others if one not in run_in)]


def _begins_with_heading(passage: Passage) -> bool:
    """Whether a passage begins with a label that is printed as a heading."""
    match passage.body:
        case (Subheading(), *_):
            return True
        case (Entry(_, body), *_):
            return not (body and isinstance(body[0], Paragraph)) or any(map(label_of, body))
    return False


def _is_apart(passage: Passage) -> bool:
    """Whether a passage of another section has words above it, or stands elsewhere as well."""
    return passage.headed or passage.repeats or bool(passage.qualifier)


def _split(block: object) -> tuple[Text, tuple[Block, ...]]:
    match block:
        case Entry(label, body):
            return label, body
        case Subheading(text):
            return text, ()
    return (), ()


def _says(label: str, heading: str, more: int) -> bool:
    """Whether a label has all words of a heading, and at most so many ``more``."""
    if _LIMITS.search(label):
        return False
    wanted, found = (_WORD.findall(words.casefold()) for words in (heading, label))
    has_all = all(any(_is_form(one, other) for other in found) for one in wanted)
    return has_all and len(found) <= len(wanted) + more


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one, such as dose and dosage: their beginning is the same."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))
    beginning = sum(1 for _ in alike)
    return beginning >= _BEGINNING and max(len(word), len(other)) <= beginning + _ENDING
