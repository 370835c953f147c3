"""Writes the glyphs of a line as it was shaped, and each pair of glyph and width once."""

from typing import Any

from weasyprint.draw.text import draw_first_line
from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import Layout

from leaflet.rendering.patches.lines import Line
from leaflet.rendering.patches.shaped_text import GLYPH, ShapedText
from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_EMPTY = 0x0FFFFFFF
"""The glyph of what cannot be seen; all above it stand for characters that a font lacks."""


class _Fragments(dict[tuple[int, int], str]):
    """What is written for a glyph of a width, in one font and size."""

    def __init__(self, font: Any, size: float) -> None:
        super().__init__()
        self.font, self.size = font, size
        self.measured_by: tuple[Any, Any, Any] = (None, None, None)

    def __missing__(self, key: tuple[int, int]) -> str:
        glyph, width = key
        if glyph == _EMPTY:
            return f">{-width / self.size}<"
        widths = self.font.widths
        if glyph not in widths:
            font, ink, logical = self.measured_by
            pango.pango_font_get_glyph_extents(font, glyph, ink, logical)
            widths[glyph] = round(logical.width * 1000 * FROM_UNITS / self.size)
        kerning = widths[glyph] - width * 1000 * FROM_UNITS / self.size
        text = f"{glyph:04x}>{int(kerning)}<" if kerning else f"{glyph:04x}"
        self[key] = text
        return text


def _draw_first_line(
    stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any
) -> Any:
    """Draw a line of text: what WeasyPrint's ``draw_first_line`` does."""
    line = textbox.pango_layout
    rest = (text_overflow, block_ellipsis, matrix)
    if not isinstance(line, Line):
        return draw_first_line(stream, textbox, *rest)
    is_whole = text_overflow != "ellipsis" and block_ellipsis == "none"
    if is_whole and textbox.text.strip() and textbox.style["font_size"] >= 1e-6:
        runs = _written(stream, line.shaped)
        if runs is not None:
            stream.set_text_matrix(*matrix.values)
            for hash_, size, text in runs:
                stream.set_font_size(hash_, size)
                stream.show_text(text)
            return []
    Layout.reactivate(line, textbox.style)
    try:
        return draw_first_line(stream, textbox, *rest)
    finally:
        line.text = line.shaped.text  # without the ellipsis that was drawn
        Layout.deactivate(line)


def _nothing(line: Line, *_: Any) -> None:
    """A line is ready to be drawn as it was shaped."""


def _written(stream: Any, shaped: ShapedText) -> list[tuple[str, float, str]] | None:
    """The font, size and glyphs of each run; None if a glyph is missing, moved or a picture."""
    written: list[tuple[str, float, str]] = []
    before = None
    for item, numbers, clusters in shaped.runs():
        glyphs, widths = numbers[::GLYPH], numbers[1::GLYPH]
        if any(numbers[2::GLYPH]) or any(numbers[3::GLYPH]) or max(glyphs, default=0) > _EMPTY:
            return None
        pango_font = item.item.analysis.font
        fragments = _fragments(stream, pango_font)
        font = fragments.font
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


def _fragments(stream: Any, pango_font: Any) -> _Fragments:
    """What was written for the glyphs of a font so far, looked up once a page."""
    fonts: dict[Any, _Fragments] = stream.__dict__.setdefault("kept_fonts", {})
    if pango_font not in fonts:
        font, size = stream.add_font(pango_font)
        sizes = font.__dict__.setdefault("kept_fragments", {})
        fragments = sizes.setdefault(size, _Fragments(font, size))
        fragments.measured_by = (pango_font, stream.ink_rect, stream.logical_rect)
        fonts[pango_font] = fragments
    return fonts[pango_font]


def _map_to_text(
    font: Any, item: Any, glyphs: tuple[int, ...], clusters: tuple[int, ...], text: bytes
) -> None:
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


PATCH = Patch(
    functions={draw_first_line: _draw_first_line},
    methods={(Line, "reactivate"): _nothing, (Line, "deactivate"): _nothing},
)
