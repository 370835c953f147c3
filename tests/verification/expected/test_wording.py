"""The words by which the proof judges what is above a statement, by language."""

from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme
from leaflet.verification.expected.chains import comparable
from leaflet.verification.expected.wording import NO_WORDS, Wording, load_wording

WORDS = {
    "en": {
        "people": ("In children", "Pregnant women", "Elderly"),
        "limits": (
            "If you have asthma",
            "Do not take it with",
            "Don't take it",
            "Tell your doctor",
        ),
        "neither": ("Storage", "Contraindications"),
        "topics": ("Important warnings", "What if I miss a dose?", "Who must not take it?"),
        "summary": ("In summary:", "Conclusion"),
    },
    "de": {
        "people": ("Kinder und Jugendliche", "Bei älteren Menschen", "Schwangere"),
        "limits": ("Wenn Sie Asthma haben", "Nicht anwenden bei", "Vor der Operation"),
        "neither": ("Aufbewahrung", "Gegenanzeigen"),
        "topics": (
            "Wichtige Warnhinweise",
            "Was, wenn ich zu viel nehme?",
            "Darf ich Auto fahren?",
        ),
        "summary": ("Zusammenfassung:", "Fazit"),
    },
    "fr": {
        "people": ("Chez l'enfant", "Femmes enceintes", "Personnes âgées", "Nouveau-nés"),
        "limits": ("Si vous avez de l'asthme", "Ne prenez pas avec", "S'il y a lieu", "N'utilisez"),
        "neither": ("Conservation", "Contre-indications"),
        "topics": ("Mises en garde", "Que faire si j'en prends trop ?", "Puis-je conduire ?"),
        "summary": ("En résumé :", "Conclusion"),
    },
    "es": {
        "people": ("Niños", "Mujeres embarazadas", "Ancianos", "Recién nacidos"),
        "limits": ("Si tiene asma", "No lo tome con", "Antes de una operación"),
        "neither": ("Conservación", "Contraindicaciones"),
        "topics": ("Advertencias", "¿Qué hago si tomo demasiado?", "¿Puedo conducir?"),
        "summary": ("En resumen:", "Conclusión"),
    },
    "ar": {
        "people": ("الأطفال", "للحوامل", "كبار السن"),
        "limits": ("إذا كنت مصابًا بالربو", "لا تتناوله مع", "قبل الجراحة"),
        "neither": ("التخزين", "موانع الاستعمال"),
        "topics": ("تحذيرات", "ماذا أفعل إذا تناولت كمية زائدة؟", "هل يمكنني القيادة؟"),
        "summary": ("الخلاصة:", "ملخص"),
    },
    "hi": {
        "people": ("बच्चों में", "गर्भवती", "बुज़ुर्ग"),
        "limits": ("अगर आपको दमा है", "इसके साथ न लें", "ऑपरेशन से पहले"),
        "neither": ("भंडारण", "निषेध"),
        "topics": ("चेतावनी", "क्या होगा अगर मैं ज़्यादा ले लूँ?", "क्या मैं गाड़ी चला सकता हूँ?"),
        "summary": ("सारांश:", "निष्कर्ष"),
    },
}


def wording(language: str) -> Wording:
    return load_wording(Theme((shipped(),)).proof_files(language))


@pytest.mark.parametrize("language", WORDS)
def test_people_and_limits_are_no_names_of_topics(language: str) -> None:
    found, words = wording(language), {k: [*map(comparable, v)] for k, v in WORDS[language].items()}
    for text in (*words["people"], *words["limits"]):
        assert found.may_limit(text), text
        assert not found.names_topic(text), text
    for text in (*words["neither"], *words["topics"]):
        assert not found.may_limit(text), text
    for text in words["topics"]:
        assert found.names_topic(text), text
        assert not found.names_topic(f"{text} {words['people'][0]}"), text
    for text in words["summary"]:
        assert found.is_summary(text), text
    assert not found.is_summary(words["neither"][0])


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Dosage Adjustments"),
        ("de", "Dosisanpassungen"),
        ("de", "Anpassungen der Dosis"),
        ("fr", "Adaptation de la posologie"),
        ("es", "Ajuste de dosis"),
        ("ar", "تعديل الجرعة"),
        ("hi", "ख़ुराक में बदलाव"),
    ],
)
def test_a_label_only_adjusts_that_names_nobody(language: str, label: str) -> None:
    found, people = wording(language), WORDS[language]["people"][0]
    assert found.only_adjusts(comparable(label))
    assert not found.only_adjusts(comparable(f"{label} {people}"))
    assert not NO_WORDS.only_adjusts(comparable(label))


@pytest.mark.parametrize("language", WORDS)
def test_a_sentence_that_names_the_same_people_says_for_whom_it_is(language: str) -> None:
    found = wording(language)
    one, other = (comparable(text) for text in WORDS[language]["people"][:2])
    assert found.says_for_whom(f"{one} {other}", one)
    assert not found.says_for_whom(other, one)
    assert not found.says_for_whom(one, comparable(WORDS[language]["neither"][0]))


def test_without_words_of_the_language_anything_may_limit_and_nothing_only_names() -> None:
    for found in (NO_WORDS, wording("tl")):
        for text in ("storage", "what if i miss a dose", "warnings", "in summary"):
            assert found.may_limit(text)
            assert not found.names_topic(text)
            assert not found.is_summary(text)
            assert not found.says_for_whom(text, text)


def test_a_list_without_people_or_limits_is_as_strict(tmp_path: Path) -> None:
    for text in ("people = ['children']", "limits = ['if']", "topics = ['warnings']"):
        assert load_wording([_file(tmp_path, text)]).may_limit("storage")
    whole = load_wording([_file(tmp_path, "people = ['child*']\nlimits = ['if']")])
    assert not whole.may_limit("storage")


def test_a_project_adds_words_to_those_of_its_language(tmp_path: Path) -> None:
    _file(tmp_path, "people = ['*sportler*']")
    found = load_wording(Theme((tmp_path, shipped())).proof_files("de-AT"))
    assert found.may_limit("leistungssportlerinnen")
    assert found.may_limit("kinder")
    assert not found.may_limit("aufbewahrung")


def test_every_problem_of_a_file_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        load_wording([_file(tmp_path, "peeple = ['a']\nlimits = 'if'")])
    found = [str(each) for each in error.value.diagnostics]
    assert "proof.toml:1: error[proof-faulty]" in found[0]
    assert "proof.toml:2: error[proof-faulty] limits takes a list" in found[1]


def _file(folder: Path, text: str) -> Path:
    file = folder / "locale" / "de" / "proof.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file
