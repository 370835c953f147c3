"""The embedded fonts: each glyph draws, measures and means what it does in its pinned font.

Otherwise a PDF could show 1 mg and read 5 mg.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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

_NUMERIC = frozenset("0123456789.,/-\u2010\u2011\u2013\u2212%<>\u2264\u2265")
"""Digits, and signs that change what the digits beside them say."""

_ROUNDING = 1
"""Thousandths of an em by which a width may differ."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of a font that are as they should be, and those of digits and signs in numbers.

    Each is its number as four hexadecimal digits, as pages have it.
    """

    known: frozenset[bytes] = frozenset()
    numeric: frozenset[bytes] = frozenset()


def font_glyphs(walk: Walk, faults: list[str]) -> Mapping[str, Glyphs]:
    """The glyphs of each font, by the name of the font in resources.

    Adds to ``faults`` what is wrong with whole fonts.
    """
    found: dict[str, Glyphs] = {}
    programs: dict[int, Program] = {}
    for holder in [walk.pdf.objects[n] for n, kind in walk.kinds.items() if kind == "Fonts"]:
        assert isinstance(holder, dict)  # noqa: S101
        for key, reference in holder.items():
            font: Any = walk.pdf.follow(reference)
            try:
                meanings = dict(_glyphs(walk, font, programs))
            except ValueError as error:
                faults.append(f"the font {font['BaseFont']}: {error}")
                meanings = {}
            numeric = (glyph for glyph, text in meanings.items() if text in _NUMERIC)
            glyphs = Glyphs(_as_shown(meanings), _as_shown(numeric))
            # One name may stand for one font only, in all resources.
            found[key] = glyphs if found.get(key, glyphs) == glyphs else Glyphs()
    return found


def _as_shown(glyphs: Iterable[int]) -> frozenset[bytes]:
    return frozenset(b"%04x" % glyph for glyph in glyphs)


def _glyphs(walk: Walk, font: Any, programs: dict[int, Program]) -> Iterator[tuple[int, str]]:
    """The glyphs of a font that are as they should be, with what they stand for.

    Raises ValueError about the font.
    """
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
    meanings = {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for glyph, text in _MEANING.findall(cmap)
    }
    for glyph, width in _widths(cid_font["W"]):
        text = meanings.get(glyph, "")
        if _agrees(glyph, width, text, program, own):
            yield glyph, text


def _widths(entries: list[Any]) -> Iterator[tuple[int, float]]:
    for first, widths in zip(entries[::2], entries[1::2], strict=True):
        yield from enumerate(widths, first)


def _agrees(glyph: int, width: float, text: str, program: Program, own: PinnedFont) -> bool:
    drawn = program.draws(glyph)
    if drawn is None or drawn != own.draws(glyph):
        return False
    return abs(width - drawn[1][0] * 1000 / own.em) <= _ROUNDING and own.means(glyph, text)
