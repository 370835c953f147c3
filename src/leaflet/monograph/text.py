"""The small algebra of running text: spans in, spans out, never a word lost."""

from leaflet.monograph.model import Span, Text


def plain(text: Text) -> str:
    """The words of a text without their emphasis."""
    return "".join(span.text for span in text)


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters of ``text`` from ``start`` to ``end``, each with its emphasis."""
    stop = len(plain(text)) if end is None else end
    kept: list[Span] = []
    at = 0
    for span in text:
        piece = span.text[max(0, start - at) : max(0, stop - at)]
        wordless = not span.text and bool(span.image) and start <= at <= stop
        at += len(span.text)
        if piece or wordless:
            kept.append(Span(piece, span.marks, span.href, span.image))
    return tuple(kept)


def strip(text: Text) -> Text:
    """The text without white space at its ends."""
    words = plain(text)
    start = len(words) - len(words.lstrip())
    return cut(text, start, len(words.rstrip()))


def unmark(text: Text, mark: str) -> Text:
    """The text without one kind of emphasis, as in a label that is bold by its place."""
    return tuple(Span(s.text, s.marks - {mark}, s.href, s.image) for s in text)
