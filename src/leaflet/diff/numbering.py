"""Numbers the sentences and labels of a monograph, so that each is found on a page of any kind."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

from leaflet.monograph.model import Monograph, Paragraph, Span, Text, Topic
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import cut, plain


def number(monograph: Monograph) -> Monograph:
    """The same monograph, each sentence of a paragraph and each other text with its number.

    The number travels with the words of the body through composition.
    """
    numbers = count(1)
    return replace(
        monograph,
        preamble=_numbered(monograph.preamble, numbers),
        groups=_numbered(monograph.groups, numbers),
        disclaimers=_numbered(monograph.disclaimers, numbers),
    )


def _numbered(value: Any, numbers: Iterator[int]) -> Any:
    """A value of the model with numbers in all its texts."""
    result = value
    match value:
        case Topic():
            pass
        case Paragraph():
            result = replace(value, text=tuple(_sentences(value.text, numbers)))
        case (Span(), *_):
            result = _with_number(value, next(numbers))
        case tuple():
            result = tuple(_numbered(each, numbers) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            held = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
            found = {name: _numbered(each, numbers) for name, each in held.items()}
            result = replace(value, **found)
    return result


def _sentences(text: Text, numbers: Iterator[int]) -> Iterator[Span]:
    """The spans of a paragraph, each sentence with a number; space belongs to the one before."""
    words, start = plain(text), 0
    starts = [0]
    for sentence in split_sentences(text)[:-1]:
        start = words.index(plain(sentence), start) + len(plain(sentence))
        starts.append(start)
    for begin, end in zip(starts, [*starts[1:], None], strict=True):
        yield from _with_number(cut(text, begin, end), next(numbers))


def _with_number(text: Text, number_: int) -> Text:
    return tuple(replace(span, statement=number_) for span in text)
