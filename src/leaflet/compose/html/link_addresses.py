"""The addresses of links, printed after their words: paper cannot be clicked."""

from collections.abc import Iterator
from itertools import groupby

from leaflet.monograph.model import Span, Text
from leaflet.monograph.text import plain

ADDRESS = "address"
"""The mark of a span that holds the address of the link before it."""


def with_addresses(text: Text) -> Text:
    """The text with the address of each link to the web after it, unless its words are that."""
    return tuple(_spans(text))


def _spans(text: Text) -> Iterator[Span]:
    for href, group in groupby(text, key=lambda span: span.href):
        spans = tuple(group)
        yield from spans
        if href.startswith(("http://", "https://")) and _bare(plain(spans)) != _bare(href):
            yield from (Span(" "), Span(f"({href})", frozenset({ADDRESS})))


def _bare(address: str) -> str:
    """An address without what people leave out when they write it."""
    words = "".join(address.split()).replace("\u2060", "").lower()
    return words.rpartition("://")[2].removeprefix("www.").rstrip("/")
