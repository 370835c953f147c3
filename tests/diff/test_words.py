"""Words whose change counts: numbers and units in any language, the others from tables."""

from pathlib import Path

import pytest

from leaflet.diff.words import Vocabulary, load_vocabulary, tokens_of
from leaflet.errors import SettingsError
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

LANGUAGES = {
    "en": ["two", "tablets", "never", "children", "daily", "exceed", "intravenous"],
    "de": ["zwei", "tabletten", "niemals", "kindern", "täglich", "höchstens", "intravenös"],
    "fr": ["deux", "comprimés", "jamais", "enfants", "fois", "dépasser", "intraveineuse"],
    "es": ["dos", "comprimidos", "nunca", "niños", "veces", "máximo", "intravenosa"],
    "ar": ["ثلاث", "أقراص", "ولا", "الأطفال", "مرات", "قبل", "الوريد"],
    "hi": ["दो", "गोलियाँ", "नहीं", "बच्चों", "रोज़", "अधिकतम", "इंजेक्शन"],
}
CLASSES = ["number", "unit", "negation", "population", "frequency", "limit", "route"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_every_class(language: str) -> None:
    vocabulary = Theme((shipped(),)).vocabulary(language)
    for name, word in zip(CLASSES, LANGUAGES[language], strict=True):
        assert name in vocabulary.classes(word), word


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("5mg", ["5", "mg"]),
        ("2.5 mg/kg", ["2.5", "mg", "/", "kg"]),
        ("1/2 tablet", ["1/2", "tablet"]),
        ("≥ 12 years", ["≥", "12", "years"]),
        ("at -5 °C", ["at", "-5", "°C"]),
        ("5-10 mg", ["5", "-", "10", "mg"]),
        ("don't, don’t", ["don't", ",", "don’t"]),
        ("नहीं लें", ["नहीं", "लें"]),
        ("½ 10⁶", ["½", "10", "⁶"]),
    ],
)
def test_numbers_units_and_signs_are_tokens_of_their_own(text: str, tokens: list[str]) -> None:
    assert list(tokens_of(text)) == tokens


def test_symbols_and_digits_are_known_without_a_table() -> None:
    assert list(Vocabulary().classes("mg")) == ["unit"]
    assert list(Vocabulary().classes("5,000")) == ["number"]
    assert list(Vocabulary().classes("not")) == []


def test_a_table_of_a_project_adds_words(tmp_path: Path) -> None:
    file = tmp_path / "locale" / "en" / "changes.toml"
    file.parent.mkdir(parents=True)
    file.write_text('population = ["ward*"]\n', "utf-8")
    vocabulary = Theme.of(tmp_path).vocabulary("en-GB")
    assert list(vocabulary.classes("wards")) == ["population"]
    assert list(vocabulary.classes("children")) == ["population"]


def test_a_misspelt_class_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "changes.toml"
    file.write_text('number = ["one"]\nnegations = ["not"]\n', "utf-8")
    with pytest.raises(SettingsError) as refused:
        load_vocabulary([file])
    (finding,) = refused.value.diagnostics
    assert (finding.code, finding.line, finding.hint) == (
        *("changes-faulty", 2),
        'did you mean "negation"?',
    )
