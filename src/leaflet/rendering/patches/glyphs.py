"""Writes the glyphs of a line as it was shaped, and each pair of glyph and width once."""

from typing import Any

from weasyprint.draw.text import draw_text
from weasyprint.text.ffi import FROM_UNITS, pango

from leaflet.rendering.patches.lines import Line
from leaflet.rendering.patches.shaped_text import GLYPH, ShapedText
from leaflet.rendering.patches.swap import Patch
from leaflet.rendering.patches.text_parts import TextPart

__all__ = ["PATCH"]

_EMPTY = 0x0FFFFFFF
"""The glyph of what cannot be seen; all above it stand for characters that a font lacks."""

_SMALLEST = 1e-6
"""The size of type below which WeasyPrint draws nothing."""


class _Fragments(dict[tuple[int, int], str]):
    """What is written for a glyph of a width, in one font and size.

    It knows the widths of the font, not the font, which keeps it: both are freed at once.
    """

    def __init__(self, widths: dict[int, int], size: float) -> None:
        super().__init__()
        self.widths, self.size = widths, size
        self.measured_by: tuple[Any, Any, Any] = (None, None, None)

    def __missing__(self, key: tuple[int, int]) -> str:
        glyph, width = key
        if glyph == _EMPTY:
            return f">{-width / self.size}<"
        widths = self.widths
        if glyph not in widths:
            font, ink, logical = self.measured_by
            pango.pango_font_get_glyph_extents(font, glyph, ink, logical)
            widths[glyph] = round(logical.width * 1000 * FROM_UNITS / self.size)
        kerning = widths[glyph] - width * 1000 * FROM_UNITS / self.size
        text = f"{glyph:04x}>{int(kerning)}<" if kerning else f"{glyph:04x}"
        self[key] = text
        return text


def _draw_text(
    stream: Any, textbox: Any, offset_x: float, text_overflow: str, block_ellipsis: str = "none"
) -> None:
    """Draw a box of text: what WeasyPrint's ``draw_text`` does."""
    line, style = textbox.pango_layout, textbox.style
    is_plain = (
        isinstance(line, Line)
        and text_overflow != "ellipsis"
        and block_ellipsis == "none"
        and style["visibility"] == "visible"
        and style["text_decoration_line"] == "none"
        and style["font_size"] >= _SMALLEST
        and textbox.text.strip()
    )
    runs = _written(stream, line.shaped) if is_plain else None
    if runs is None:
        draw_text(stream, textbox, offset_x, text_overflow, block_ellipsis)
        return
    stream.set_color(style["color"])
    stream.begin_text()
    stream.set_text_matrix(1, 0, 0, -1, textbox.position_x, textbox.position_y + textbox.baseline)
    for hash_, size, text in runs:
        stream.set_font_size(hash_, size)
        stream.show_text(text)
    stream.end_text()


def _written(stream: Any, shaped: ShapedText | TextPart) -> list[tuple[str, float, str]] | None:
    """The font, size and glyphs of each run; None if a glyph is missing, moved or a picture."""
    written: list[tuple[str, float, str]] = []
    before = None
    for item, numbers, clusters in shaped.runs:
        glyphs, widths = numbers[::GLYPH], numbers[1::GLYPH]
        if any(numbers[2::GLYPH]) or any(numbers[3::GLYPH]) or max(glyphs, default=0) > _EMPTY:
            return None
        pango_font = item.item.analysis.font
        font, fragments = _fragments(stream, pango_font)
        if font.bitmap or font.png or font.svg or font.colr:
            return None
        if not font.to_unicode.keys() >= {*glyphs} - {_EMPTY}:
            _map_to_text(font, item.item, glyphs, clusters, shaped.text.encode())
        text = "<" + "".join(map(fragments.__getitem__, zip(glyphs, widths, strict=True)))
        text = text[:-1] if text.endswith("<") else text + ">"
        if pango_font == before:
            written[-1] = (*written[-1][:2], written[-1][2] + text)
        else:
            written.append((font.hash, fragments.size, text))
        before = pango_font
    return written


def _fragments(stream: Any, pango_font: Any) -> tuple[Any, _Fragments]:
    """A font and what was written for its glyphs so far, looked up once a page."""
    fonts: dict[Any, tuple[Any, _Fragments]] = stream.__dict__.setdefault("kept_fonts", {})
    if pango_font not in fonts:
        font, size = stream.add_font(pango_font)
        sizes = font.__dict__.setdefault("kept_fragments", {})
        fragments = sizes.setdefault(size, _Fragments(font.widths, size))
        fragments.measured_by = (pango_font, stream.ink_rect, stream.logical_rect)
        fonts[pango_font] = font, fragments
    return fonts[pango_font]


def _map_to_text(font: Any, item: Any, glyphs: list[int], clusters: list[int], text: bytes) -> None:
    """Note the characters of each glyph that is used for the first time."""
    from_right, last = item.analysis.level % 2, len(glyphs) - 1
    for index, glyph in enumerate(glyphs):
        if glyph != _EMPTY and glyph not in font.to_unicode:
            if from_right:
                end = clusters[index - 1] if index else item.length
            else:
                end = clusters[index + 1] if index < last else item.length
            font.to_unicode[glyph] = text[
                item.offset + clusters[index] : item.offset + end
            ].decode()


PATCH = Patch(functions={draw_text: _draw_text})
