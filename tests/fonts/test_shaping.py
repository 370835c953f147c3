"""Glyphs are read as the words that they show; a changed glyph is never read as a word."""

import pytest
import uharfbuzz

from leaflet.fonts import shaping
from leaflet.fonts.families import FAMILIES, Family
from leaflet.fonts.metrics import glyph_ids
from leaflet.fonts.shaping import UNREADABLE, Face, Lexicon, characters, needs_shaping

TEXTS = {
    "IBM Plex Sans Arabic": "لا تتناول أكثر من حبة",
    "Hind": "ज़्यादा मात्रा से लिवर ख़राब हो सकता है।",
    "Assistant": "אין ליטול יותר מטבליה שָׁלוֹם",
    "Noto Sans Thai": "ห้ามรับประทานเกินวันละ น้ำ ปู่ ฟ้า",
    "Hind Siliguri": "ব্যথার জন্য ক্ষত শ্রীমতী",
    "Noto Sans Tamil": "வலிக்கு மாத்திரை ஸ்ரீ கொ க்ஷ",
    "Noto Sans Telugu": "నొప్పికి మాత్ర స్త్రీ క్ష్మ",
    "Noto Sans Khmer": "លេបថ្នាំ រៀងរាល់ ម៉ោងម្តង",
}
SHAPED = [
    (Face(family, bold=bold), TEXTS[family.name])
    for family in FAMILIES
    if family.shaped
    for bold in (False, True)
]
ARABIC = SHAPED[0][0]
LEXICON = Lexicon([*TEXTS.values(), "5 mg"], "ar")


def shaped(face: Face, text: str) -> list[int]:
    """The glyphs of a text as an engine draws them, from left to right."""
    font = uharfbuzz.Font(uharfbuzz.Face(face.family.file(bold=face.bold).read_bytes()))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


@pytest.mark.parametrize(("face", "text"), SHAPED)
def test_a_line_is_read_as_it_was_written(face: Face, text: str) -> None:
    assert LEXICON.read(face, shaped(face, text)) == text


@pytest.mark.parametrize(("face", "text"), SHAPED)
def test_any_changed_glyph_changes_the_text(face: Face, text: str) -> None:
    glyphs = shaped(face, text)
    for index, glyph in enumerate(glyphs):
        if characters(face.family).get(glyph + 1) == "\u00a0":
            continue  # a space of another kind
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


def test_no_font_but_the_first_is_read_for_a_text_that_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = set()

    def noted(family: Family) -> dict[int, int]:
        asked.add(family)
        return glyph_ids(family)

    monkeypatch.setattr(shaping, "glyph_ids", noted)
    shaping._first_of.cache_clear()
    assert not needs_shaping("“4\u2060–\u20608 mg’")
    assert asked == {FAMILIES[0]}
