"""The embedded fonts: each glyph draws, measures and means what it does in its pinned font.

Otherwise a PDF could show 1 mg and read 5 mg.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from leaflet.fonts.outlines import PinnedFont, Program, pinned
from leaflet.verification.allowed.shapes import Walk

_TABLES = frozenset(
    {"GDEF", "OS/2", "STAT", "cmap", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    | {"meta", "name", "post"}
)
"""The tables of an embedded font: none with programs, colours, pictures or variations."""

_CMAP = re.compile(
    rb"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
    rb"<< /Registry \(Adobe\)\n/Ordering \(UCS\)\n/Supplement 0\n>> def\n"
    rb"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
    rb"<0000> <ffff>\nendcodespacerange\n"
    rb"(?:\d+ beginbfchar\n(?:<[0-9a-f]{4}> <(?:[0-9a-f]{4})*>\n)+endbfchar\n)*"
    rb"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
)
"""The whole of a ToUnicode map (ISO 32000-1, 9.10.3)."""

_MEANING = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>\n")

_ROUNDING = 1
"""Thousandths of an em by which a width may differ."""


def font_glyphs(walk: Walk, faults: list[str]) -> Mapping[str, frozenset[int]]:
    """The glyphs of each font that are as they should be, by the name of the font in resources.

    Adds to ``faults`` what is wrong with whole fonts.
    """
    found: dict[str, frozenset[int]] = {}
    programs: dict[int, Program] = {}
    for holder in [walk.pdf.objects[n] for n, kind in walk.kinds.items() if kind == "Fonts"]:
        assert isinstance(holder, dict)  # noqa: S101
        for key, reference in holder.items():
            font: Any = walk.pdf.follow(reference)
            try:
                glyphs = frozenset(_glyphs(walk, font, programs))
            except ValueError as error:
                faults.append(f"the font {font['BaseFont']}: {error}")
                glyphs = frozenset()
            # One name may stand for one font only, in all resources.
            found[key] = found.get(key, glyphs) & glyphs
    return found


def _glyphs(walk: Walk, font: Any, programs: dict[int, Program]) -> Iterator[int]:
    """The glyphs of a font that are as they should be. Raises ValueError about the font."""
    ((part,),) = (font["DescendantFonts"],)
    cid_font: Any = walk.pdf.follow(part)
    about: Any = walk.pdf.follow(cid_font["FontDescriptor"])
    if not font["BaseFont"] == cid_font["BaseFont"] == about["FontName"]:
        raise ValueError("it has several names")
    own = pinned(font["BaseFont"].partition("+")[2])
    if own is None:
        raise ValueError("it is not one of leaflet's")
    file = about["FontFile2"].number
    program = programs.setdefault(file, Program(walk.pdf.streams[file]))
    if not program.tables <= _TABLES or program.scale != own.scale:
        raise ValueError("it has programs, colours, pictures, or another scale")
    cmap = walk.pdf.streams[font["ToUnicode"].number]
    if not _CMAP.fullmatch(cmap):
        raise ValueError("the map of its characters is not as leaflet writes it")
    meanings = {int(g, 16): t for g, t in _MEANING.findall(cmap)}
    for glyph, width in _widths(cid_font["W"]):
        if _agrees(glyph, width, meanings.get(glyph, b""), program, own):
            yield glyph


def _widths(entries: list[Any]) -> Iterator[tuple[int, float]]:
    for first, widths in zip(entries[::2], entries[1::2], strict=True):
        yield from enumerate(widths, first)


def _agrees(glyph: int, width: float, meaning: bytes, program: Program, own: PinnedFont) -> bool:
    text = bytes.fromhex(meaning.decode()).decode("utf-16-be", "replace")
    drawn = program.draws(glyph)
    if drawn is None or drawn != own.draws(glyph):
        return False
    return abs(width - drawn[1][0] * 1000 / own.em) <= _ROUNDING and own.means(glyph, text)
