"""Doses and names within a language that runs from right to left."""

import pytest

from leaflet.compose.html.bidi import against
from leaflet.compose.html.blocks import inline, linked, own
from leaflet.monograph.model import Span
from leaflet.monograph.text import plain
from leaflet.theme.search_path import Theme, shipped

ARABIC = Theme((shipped(),)).language("ar")


def turned(text: str) -> list[str]:
    return [
        "".join(span.text for span in said).replace("\u00a0", " ")
        for said, onward in against((Span(text),))
        if onward
    ]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("من 500 mg إلى 1000 mg كل 4-6 ساعات", ["500 mg", "1000 mg", "4-6"]),
        ("الأطفال (>25 kg): جرعة 15 mg/kg", [">25 kg", "15 mg/kg"]),
        ("قصور (eGFR <30 mL/min/1.73 m²) شديد", ["eGFR <30 mL/min/1.73 m²"]),
        ("≥ 8 ساعات، 3–5 %، 2.5 × 10⁹/L، 37 °C", ["≥ 8", "3–5 %", "2.5 × 10⁹/L", "37 °C"]),
        ("Paracetamol (acetaminophen) دواء", ["Paracetamol (acetaminophen)"]),
        ("أدوية: Warfarin, Aspirin. ثم", ["Warfarin", "Aspirin"]),
        ("Fevadol (500 mg)، Adol", ["Fevadol (500 mg)", "Adol"]),
        ("«الأسئلة الشائعة»", []),
        ("WHO Model Formulary. Geneva, 2008.", ["WHO Model Formulary. Geneva, 2008."]),
    ],
)
def test_a_dose_and_a_name_are_stretches_of_their_own(text: str, stretches: list[str]) -> None:
    assert turned(text) == stretches


@pytest.mark.parametrize("text", ["من 500 mg إلى (>25 kg)", "no letter of theirs, 5 mg.", "أ"])
def test_no_character_is_lost_or_moved(text: str) -> None:
    said = "".join(span.text for said, _ in against((Span(text),)) for span in said)
    assert said.replace("\u00a0", " ") == text


def test_emphasis_does_not_part_a_dose() -> None:
    assert ARABIC
    text = (Span("عن "), Span("5 ", frozenset({"strong"})), Span("mg/kg"), Span(" في"))
    said = inline(text, ARABIC)
    assert '<span dir="ltr"><strong>5\u00a0</strong>mg/\u2060kg</span>' in said


def test_english_is_left_as_it_is() -> None:
    assert inline((Span(">25 kg"),)) == "&gt;25\u00a0kg"
    assert own("How to take <it>") == "How to take &lt;it&gt;"


def test_a_short_stretch_stays_on_one_line() -> None:
    ((name, _), *_) = against((Span("Vitamin B complex في"),))
    assert name[0].text == "Vitamin\u00a0B\u00a0complex"


def test_a_link_holds_nothing_but_text() -> None:
    assert ARABIC
    assert linked("كيف تتناول Examplin", ARABIC) == "كيف تتناول \u2066Examplin\u2069"


def test_words_that_run_leftward_are_marked_in_a_language_that_does_not() -> None:
    text = (Span("As بنادول اكسترا 500 mg."),)
    said = [(plain(words), turned) for words, turned in against(text, right_to_left=False)]
    assert said == [("As ", False), ("بنادول\u00a0اكسترا", True), (" 500 mg.", False)]
    assert '<span dir="rtl">بنادول\u00a0اكسترا</span> 500' in inline(text)
