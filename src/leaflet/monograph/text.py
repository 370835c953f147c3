"""Operations on running text: parts of it, and its emphasis. None of them loses a word."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate, takewhile

from leaflet.monograph.model import Span, Text


def plain(text: Text) -> str:
    """The characters of a text without their emphasis."""
    return "".join([span.text for span in text])


def with_words(span: Span, words: str) -> Span:
    """The span with other characters; itself if they are the same."""
    if words == span.text:
        return span
    # Not by dataclasses.replace, which takes five times as long; each text is cut many times.
    return Span(words, span.marks, span.href, span.image, span.width, span.statement)


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters of ``text`` from ``start`` to ``end``, each with its emphasis."""
    stop = len(plain(text)) if end is None else end
    kept: list[Span] = []
    position = 0
    for span in text:
        characters = span.text[max(0, start - position) : max(0, stop - position)]
        bare_picture = not span.text and bool(span.image) and start <= position <= stop
        position += len(span.text)
        if characters or bare_picture:
            kept.append(with_words(span, characters))
    return tuple(kept)


def leading(text: Text, mark: str) -> int:
    """The number of characters at the beginning of a text that have one kind of emphasis."""
    marked = takewhile(lambda span: mark in span.marks, text)
    return sum(len(span.text) for span in marked)


def strip(text: Text) -> Text:
    """The text without white space at its ends; a picture without words stays."""
    words = plain(text)
    edges = accumulate((len(span.text) for span in text), initial=0)
    pictures = [at for at, span in zip(edges, text, strict=False) if span.image]
    start = min(len(words) - len(words.lstrip()), *pictures[:1], len(words))
    end = max(len(words.rstrip()), *pictures[-1:], 0)
    return text if (start, end) == (0, len(words)) else cut(text, start, end)


def unmark(text: Text, mark: str) -> Text:
    """The text without one kind of emphasis, as for a label that is always set in bold."""
    return tuple(replace(span, marks=span.marks - {mark}) for span in text)


def join(texts: Iterable[Text], between: str) -> Text:
    """Texts with words between them; neighbours with the same emphasis become one span.

    WeasyPrint 70 may break a line within a word that follows a span of the same emphasis.
    """
    joined: list[Span] = []
    for text in texts:
        for span in (Span(between), *text) if joined else text:
            is_alike = joined and with_words(span, "") == with_words(joined[-1], "")
            if is_alike and not span.image:
                joined[-1] = with_words(span, joined[-1].text + span.text)
            else:
                joined.append(span)
    return tuple(joined)
