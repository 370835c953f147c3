"""Doses and names within a language that runs from right to left."""

import pytest

from leaflet.compose.html.bidi import directional_runs
from leaflet.compose.html.blocks import HtmlContext
from leaflet.i18n.messages import ENGLISH
from leaflet.monograph.model import Span
from leaflet.monograph.text import plain
from leaflet.theme.search_path import Theme, shipped

ARABIC = HtmlContext(Theme((shipped(),)).language("ar") or ENGLISH)
HTML = HtmlContext()


def ltr_runs(text: str) -> list[str]:
    runs = directional_runs((Span(text),))
    return [plain(run).replace("\u00a0", " ") for run, turned in runs if turned]


@pytest.mark.parametrize(
    ("text", "expected"),
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
def test_a_dose_and_a_name_are_runs_of_their_own(text: str, expected: list[str]) -> None:
    assert ltr_runs(text) == expected


@pytest.mark.parametrize("text", ["من 500 mg إلى (>25 kg)", "no letter of theirs, 5 mg.", "أ"])
def test_no_character_is_lost_or_moved(text: str) -> None:
    words = "".join(plain(run) for run, _ in directional_runs((Span(text),)))
    assert words.replace("\u00a0", " ") == text


def test_emphasis_does_not_divide_a_dose() -> None:
    text = (Span("عن "), Span("5 ", frozenset({"strong"})), Span("mg/kg"), Span(" في"))
    html = ARABIC.inline(text)
    assert '<span dir="ltr"><strong>5\u00a0</strong>mg/\u2060kg</span>' in html


def test_english_is_left_as_it_is() -> None:
    assert HTML.inline((Span(">25 kg"),)) == "&gt;25\u00a0kg"
    assert HTML.own_text("How to take <it>") == "How to take &lt;it&gt;"


def test_a_short_run_stays_on_one_line() -> None:
    ((name, _), *_) = directional_runs((Span("Vitamin B complex في"),))
    assert name[0].text == "Vitamin\u00a0B\u00a0complex"


def test_a_link_contains_no_elements() -> None:
    assert ARABIC.own_text("كيف تتناول Examplin", in_link=True) == "كيف تتناول \u2066Examplin\u2069"


def test_arabic_words_in_english_are_marked() -> None:
    text = (Span("As بنادول اكسترا 500 mg."),)
    runs = [(plain(run), turned) for run, turned in directional_runs(text, right_to_left=False)]
    assert runs == [("As ", False), ("بنادول\u00a0اكسترا", True), (" 500 mg.", False)]
    assert '<span dir="rtl">بنادول\u00a0اكسترا</span> 500' in HTML.inline(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("נטלו טבליה אחת של 500 mg כל 6 שעות", True),
        ("10 mg פעם ביום", True),
        ("קרם Paracetamol לילדים בלבד", True),
        ("تناول قرصا واحدا 500 mg", True),
        ("Take טבליה אחת", False),
        ("5 mg (טבליה) twice daily", False),
        ("טבליה is a tablet", False),
        ("5 mg", False),
        ("", False),
    ],
)
def test_a_sentence_from_right_to_left_in_english_is_so_as_a_whole(text: str, whole: bool) -> None:
    html = HTML.inline((Span(text),))
    assert (html.startswith('<span dir="rtl">') and html.endswith("</span>")) is whole
