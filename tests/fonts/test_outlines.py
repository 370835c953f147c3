"""The pinned fonts know what each of their glyphs draws, and what it may stand for."""

import pytest

from leaflet.fonts.families import FAMILIES
from leaflet.fonts.outlines import PinnedFont, Program, pinned


def _font(name: str) -> PinnedFont:
    font = pinned(name)
    assert font
    return font


def _glyph(font: PinnedFont, text: str) -> int:
    """The glyph that the font has for a text."""
    return next(glyph for glyph in range(1, 3000) if font.means(glyph, text))


@pytest.mark.parametrize("family", [family.name for family in FAMILIES])
@pytest.mark.parametrize("style", ["", "-Bold"])
def test_each_family_is_known_by_its_name_in_a_pdf(family: str, style: str) -> None:
    assert _font(family.replace(" ", "-") + style)


@pytest.mark.parametrize("name", ["", "Helvetica", "Hind-Black", "Hindi"])
def test_no_other_font_is(name: str) -> None:
    assert pinned(name) is None


def test_a_digit_stands_for_itself_only() -> None:
    font = _font("Atkinson-Hyperlegible")
    one, five = _glyph(font, "1"), _glyph(font, "5")
    assert font.draws(one) != font.draws(five)
    assert not font.means(one, "5")
    assert not font.means(one, "")
    assert not font.means(one, "15")


def test_a_glyph_stands_for_what_it_shows_mirrored() -> None:
    font = _font("Atkinson-Hyperlegible")
    assert font.means(_glyph(font, "("), ")")


def test_ligatures_and_other_figures_stand_for_their_own_text() -> None:
    font = _font("Source-Sans-3")
    ligature, figure = 690, 1358  # f_t, one.t
    assert font.means(ligature, "ft")
    assert not font.means(ligature, "mg")
    assert font.means(figure, "1")
    assert not font.means(figure, "5")


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0" * 9, b"\xff" * 5000])
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        Program(data)
