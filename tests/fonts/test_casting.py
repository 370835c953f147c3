"""A font of a user's becomes one that leaflet can set and prove."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from fonts.made import ARABIC, BOLD, REGULAR, VARIABLE, changed, cubic, restricted, woff2
from leaflet.fonts.casting import cast, embedding_fault, open_font, usable, weights


def _cast(data: bytes, weight: int = 400) -> TTFont:
    return TTFont(BytesIO(cast(data, "Brand Sans", weight)))


@pytest.mark.parametrize("data", [REGULAR, VARIABLE, woff2(REGULAR), cubic("0123mg")])
def test_any_format_becomes_a_truetype_font_of_one_weight(data: bytes) -> None:
    font = _cast(data)
    assert {"glyf", "loca"} <= {*font.keys()}
    assert not {"CFF ", "fvar", "fpgm", "prep", "SVG ", "COLR", "vmtx"} & {*font.keys()}
    assert font["name"].getDebugName(1) == "Brand Sans"
    assert {ord(char) for char in "0123mg"} <= font.getBestCmap().keys()


def test_a_variable_font_is_cast_in_both_weights() -> None:
    regular, bold = _cast(VARIABLE, 400), _cast(VARIABLE, 700)
    assert (regular["OS/2"].usWeightClass, bold["OS/2"].usWeightClass) == (400, 700)
    digit = regular.getBestCmap()[ord("5")]
    assert regular["glyf"][digit].coordinates != bold["glyf"][digit].coordinates
    assert weights(open_font(VARIABLE)) == (200, 900)
    assert weights(open_font(BOLD)) == (700, 700)


def test_the_same_font_is_cast_into_the_same_bytes() -> None:
    assert cast(VARIABLE, "Brand Sans", 700) == cast(VARIABLE, "Brand Sans", 700)


def test_an_outline_keeps_its_shape_where_its_curves_change() -> None:
    font = _cast(cubic("59"))
    five, nine = (font["glyf"][font.getBestCmap()[ord(char)]] for char in "59")
    assert (five.xMin, five.yMin, five.xMax) == (50, 0, 900)
    assert nine.yMax > five.yMax


def test_each_character_has_a_glyph_of_its_own() -> None:
    """Otherwise the text of a PDF would say A where Α was meant, or the other way round."""

    def share(font: TTFont) -> None:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[0x391] = table.cmap[ord("A")]

    cmap = _cast(changed(REGULAR, share)).getBestCmap()
    assert cmap[0x391] != cmap[ord("A")]


def test_letters_that_change_with_their_neighbours_are_left_out() -> None:
    data = ARABIC.file().read_bytes()
    assert {0x628, 0x665}.isdisjoint(usable(open_font(data)))
    assert 0x628 not in _cast(data).getBestCmap()


def test_features_that_replace_characters_are_left_out() -> None:
    """1/2 must not become ½, nor fi one glyph."""
    features = {
        record.FeatureTag for record in _cast(VARIABLE)["GSUB"].table.FeatureList.FeatureRecord
    }
    assert "zero" in features
    assert features <= {"ccmp", "tnum", "pnum", "lnum", "onum", "zero"}


@pytest.mark.parametrize(
    ("bits", "allowed"),
    [(0, True), (2, False), (4, True), (8, True), (0x100, False), (0x108, False), (0x200, False)],
)
def test_the_licence_of_a_font_is_kept(bits: int, *, allowed: bool) -> None:
    assert (embedding_fault(open_font(restricted(REGULAR, bits))) == "") is allowed


@pytest.mark.parametrize("data", [b"", b"no font", REGULAR[:5000], b"ttcf" + REGULAR, b"wOF2" * 99])
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="it is"):
        open_font(data)
