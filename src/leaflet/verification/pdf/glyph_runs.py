"""The glyphs of a page as qpdf finds them.

Only for text whose letters join; pikepdf, which takes long to import, is needed for nothing else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from leaflet.fonts.shaping import Face


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """The glyphs that one text-showing operator draws.

    ``block`` is the number of its text object (``BT`` … ``ET``), ``face`` None if the font is not
    one of leaflet's, ``advance`` the width of the glyphs in em.
    """

    block: int
    face: Face | None
    glyphs: tuple[int, ...]
    advance: float


def glyph_runs(data: bytes) -> tuple[tuple[GlyphRun, ...], ...]:
    """The glyph runs of each page of a PDF, in the order in which they are drawn."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return tuple(map(_glyph_runs, pdf.pages))


def _glyph_runs(page: pikepdf.Page) -> tuple[GlyphRun, ...]:
    fonts = dict(page.obj.Resources.get("/Font", pikepdf.Dictionary()).items())
    faces = {name: Face.of(str(font.get("/BaseFont", ""))) for name, font in fonts.items()}
    widths = {name: _widths(font) for name, font in fonts.items()}
    runs: list[GlyphRun] = []
    block, font = 0, ""
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BT":
                block += 1
            case "Tf":
                font = str(instruction.operands[0])
            case "TJ" | "Tj":
                parts = _shown(instruction.operands[0])
                if glyphs := tuple(_glyphs(parts)):
                    width = sum(widths[font].get(glyph, 0) for glyph in glyphs) - _kerning(parts)
                    runs.append(GlyphRun(block, faces[font], glyphs, width / 1000))
    return tuple(runs)


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """The widths of the glyphs of a font, in thousandths of an em (ISO 32000-1: 9.7.4.3)."""
    entries = list(font.get("/DescendantFonts", [font])[0].get("/W", []))
    return {
        int(first) + number: float(width)
        for first, widths in zip(entries[::2], entries[1::2], strict=True)
        for number, width in enumerate(widths)
    }


def _shown(operand: pikepdf.Object) -> list[pikepdf.Object]:
    """The strings that an operator shows, and the numbers between them."""
    return list(operand) if isinstance(operand, pikepdf.Array) else [operand]


def _kerning(parts: Iterable[pikepdf.Object]) -> float:
    """How far glyphs are moved back in all, in thousandths of an em."""
    return sum((float(part) for part in parts if not isinstance(part, pikepdf.String)), 0.0)


def _glyphs(parts: Iterable[pikepdf.Object]) -> Iterator[int]:
    for part in parts:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
