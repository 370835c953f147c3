"""Fonts that show, measure or mean something else than the pinned ones."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from verification.fault_injection import codes_of_file, printed
from verification.forge import changed

Change = Callable[[pikepdf.Pdf], None]

ONE, FIVE = 6, 10
"""Glyphs of the digits 1 and 5 in Atkinson Hyperlegible."""


def _font(pdf: pikepdf.Pdf) -> Any:
    fonts = pdf.pages[0].obj.Resources.Font.values()
    return next(font for font in fonts if str(font.BaseFont).endswith("Atkinson-Hyperlegible"))


def _program(change: Callable[[TTFont, str, str], object]) -> Change:
    """Change the program of a font; the change is given the names of the glyphs of 1 and 5."""

    def edit(pdf: pikepdf.Pdf) -> None:
        descriptor = _font(pdf).DescendantFonts[0].FontDescriptor
        font, out = TTFont(BytesIO(descriptor.FontFile2.read_bytes())), BytesIO()
        change(font, font.getGlyphName(ONE), font.getGlyphName(FIVE))
        font.save(out)
        descriptor.FontFile2 = pdf.make_stream(out.getvalue(), Length1=len(out.getvalue()))

    return edit


def _swapped(font: TTFont, one: str, five: str) -> None:
    glyphs = font["glyf"].glyphs
    glyphs[one], glyphs[five] = glyphs[five], glyphs[one]
    metrics = font["hmtx"].metrics
    metrics[one], metrics[five] = metrics[five], metrics[one]


def _copied(font: TTFont, one: str, five: str) -> None:
    font["glyf"].glyphs[five] = font["glyf"].glyphs[one]


def _emptied(font: TTFont, _: str, five: str) -> None:
    font["glyf"].glyphs[five] = font["glyf"].glyphs[font.getGlyphName(3)]


def _moved(font: TTFont, one: str, _: str) -> None:
    glyph = font["glyf"][one]
    glyph.coordinates.translate((0, 900))
    glyph.recalcBounds(font["glyf"])


def _scaled(font: TTFont, _: str, __: str) -> None:
    font["head"].unitsPerEm *= 4


def _coloured(font: TTFont, _: str, __: str) -> None:
    font.tables["SVG "] = font.tables["sbix"] = font["post"]


def _map(old: bytes, new: bytes) -> Change:
    """Change the map from glyphs to characters."""

    def edit(pdf: pikepdf.Pdf) -> None:
        font = _font(pdf)
        content = font.ToUnicode.read_bytes()
        assert old in content
        font.ToUnicode = pdf.make_stream(content.replace(old, new))

    return edit


def _width(pdf: pikepdf.Pdf) -> None:
    widths = _font(pdf).DescendantFonts[0].W
    widths[1] = pikepdf.Array([0 * width for width in widths[1]])


def _set(key: str, value: object) -> Change:
    return lambda pdf: _font(pdf).DescendantFonts[0].__setitem__(key, value)


def _about(key: str, value: object) -> Change:
    return lambda pdf: _font(pdf).DescendantFonts[0].FontDescriptor.__setitem__(key, value)


def _other_name(pdf: pikepdf.Pdf) -> None:
    """The bold font under the name of the regular one."""
    fonts = pdf.pages[0].obj.Resources.Font
    names = list(fonts.keys())
    fonts[names[0]], fonts[names[1]] = fonts[names[1]], fonts[names[0]]


def _not_embedded(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"]


def _garbage(pdf: pikepdf.Pdf) -> None:
    about = _font(pdf).DescendantFonts[0].FontDescriptor
    about.FontFile2 = pdf.make_stream(b"\0\1\0\0" * 9, Length1=36)


FORGED: dict[str, Change] = {
    "1 and 5 exchanged": _program(_swapped),
    "1 drawn for 5": _program(_copied),
    "nothing drawn for 5": _program(_emptied),
    "1 drawn above the line": _program(_moved),
    "glyphs of a quarter of the size": _program(_scaled),
    "glyphs as pictures": _program(_coloured),
    "5 read for 1": _map(b"<0006> <0031>", b"<0006> <0035>"),
    "nothing read for 1": _map(b"<0006> <0031>", b"<0006> <>"),
    "15 read for 1": _map(b"<0006> <0031>", b"<0006> <00310035>"),
    "m read for n": _map(b"<0036> <006e>", b"<0036> <006d>"),
    "1 read twice": _map(b"<0006> <0031>\n", b"<0006> <0031>\n<0006> <0035>\n"),
    "a range in the map": _map(
        b"endcmap", b"1 beginbfrange\n<0000> <ffff> <0031>\nendbfrange\nendcmap"
    ),
    "glyphs of no width": _width,
    "another width for what has none": _set("/DW", 9),
    "vertical text": _set("/DW2", pikepdf.Array([0, 0])),
    "glyphs numbered anew": _set("/CIDToGIDMap", pikepdf.Name.Other),
    "another name": _about("/FontName", pikepdf.Name("/ABCDEF+Hind")),
    "a second program": _about("/FontFile3", pikepdf.Dictionary()),
    "a bold font as a regular one": _other_name,
    "no program": _not_embedded,
    "a damaged program": _garbage,
}


@pytest.mark.parametrize("name", FORGED)
def test_a_font_that_is_not_the_pinned_one_is_refused(name: str) -> None:
    assert "foreign-content" in codes_of_file(changed(printed().data, FORGED[name]))


def test_a_font_that_was_only_written_again_is_proved() -> None:
    def same(pdf: pikepdf.Pdf) -> None:
        about = _font(pdf).DescendantFonts[0].FontDescriptor
        data = about.FontFile2.read_bytes()
        about.FontFile2 = pdf.make_stream(data, Length1=len(data))

    assert codes_of_file(changed(printed().data, same)) == set()
