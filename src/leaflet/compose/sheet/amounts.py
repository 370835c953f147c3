"""Sets the amounts of a dose in bold, so that the eye finds them; no word changes."""

from collections.abc import Iterator
from dataclasses import replace

from leaflet.compose.measure.line_breaking import amounts
from leaflet.compose.outline.groups import Body, map_bodies
from leaflet.monograph.model import Block, Paragraph, Span, Text


def emphasise_amounts(body: Body) -> Body:
    """The body with each amount in running text, a number with its unit, in bold."""
    return tuple(map(_emphasised, body))


def _emphasised(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_text(block.text))
    return map_bodies(block, emphasise_amounts)


def _text(text: Text) -> Text:
    return tuple(part for span in text for part in _parts(span))


def _parts(span: Span) -> Iterator[Span]:
    if span.href or span.image or "strong" in span.marks:
        yield span
        return
    at = 0
    for start, end in amounts(span.text):
        if start > at:
            yield replace(span, text=span.text[at:start])
        yield replace(span, text=span.text[start:end], marks=span.marks | {"strong"})
        at = end
    if at < len(span.text) or not span.text:
        yield replace(span, text=span.text[at:])
