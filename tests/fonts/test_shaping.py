"""Glyphs are read as the words that they show; a changed glyph is never read as a word."""

import pytest
import uharfbuzz

from leaflet.fonts.families import FAMILIES
from leaflet.fonts.metrics import glyph_ids
from leaflet.fonts.shaping import UNREADABLE, Face, Lexicon, needs_shaping

ARABIC, HINDI = (
    Face(family, bold=False) for family in FAMILIES if family.name[:4] in ("IBM ", "Hind")
)
TEXTS = ["لا تتناول أكثر من حبة", "ज़्यादा मात्रा से लिवर ख़राब हो सकता है।", "5 mg"]
LEXICON = Lexicon(TEXTS, "ar")


def shaped(face: Face, text: str) -> list[int]:
    """The glyphs of a text as an engine draws them, from left to right."""
    font = uharfbuzz.Font(uharfbuzz.Face(face.family.file().read_bytes()))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


@pytest.mark.parametrize(("face", "text"), [(ARABIC, TEXTS[0]), (HINDI, TEXTS[1])])
def test_a_line_is_read_as_it_was_written(face: Face, text: str) -> None:
    assert LEXICON.read(face, shaped(face, text)) == text


@pytest.mark.parametrize(("face", "text"), [(ARABIC, TEXTS[0]), (HINDI, TEXTS[1])])
def test_any_changed_glyph_changes_the_text(face: Face, text: str) -> None:
    glyphs = shaped(face, text)
    for index, glyph in enumerate(glyphs):
        before, after = glyphs[:index], glyphs[index + 1 :]
        assert LEXICON.read(face, [*before, glyph + 1, *after]) != text
        assert LEXICON.read(face, [*before, *after]) != text


def test_a_word_that_the_document_does_not_hold_is_unreadable() -> None:
    assert LEXICON.read(ARABIC, shaped(ARABIC, "جرعة")) == UNREADABLE


def test_other_letters_are_read_one_by_one() -> None:
    face = Face.of("ABCDEF+Atkinson-Hyperlegible-Bold")
    assert face == Face(FAMILIES[0], bold=True)
    numbers = glyph_ids(FAMILIES[0])
    assert LEXICON.read(face, [numbers[ord(char)] for char in "5 kg"]) == "5 kg"


def test_a_foreign_font_is_no_face() -> None:
    assert Face.of("ABCDEF+Comic-Sans") is None


@pytest.mark.parametrize(
    ("text", "needed"), [("≥5 µg α naïve", False), ("5 mg حبة", True), ("गोली", True)]
)
def test_only_texts_with_such_letters_need_it(text: str, needed: bool) -> None:
    assert needs_shaping(text) is needed
