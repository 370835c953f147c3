"""The statements of a monograph, each with what is above it."""

from diff.versions import EXAMPLIN
from helpers import read_monograph
from leaflet.diff.model import Role
from leaflet.diff.statements import find_statements

FOUND = find_statements(read_monograph(EXAMPLIN.encode(), "examplin.md"))


def described(section: str) -> list[str]:
    return [
        f"{each.line} {' › '.join((*each.under, each.full))}"
        for each in FOUND
        if each.section == section
    ]


def test_sentences_have_their_labels() -> None:
    assert described("Dosage") == [
        "13 Adults: 5 mg once daily.",
        "13 Adults › Swallow it whole.",
        "14 Children: 2 mg once daily.",
        "16 Wash your hands.",
        "17 Open the bottle.",
        "18 Count the drops.",
    ]


def test_what_leads_to_a_list_is_above_it() -> None:
    assert described("Precautions") == [
        "33 Do not take Examplin if you have:",
        "35 Do not take Examplin if you have: › asthma",
        "36 Do not take Examplin if you have: › an ulcer",
        "38 Examplin must not be taken during pregnancy.",
    ]


def test_items_have_the_topics_of_what_is_above_them() -> None:
    assert all("contraindication" in s.topics for s in FOUND if s.text in ("asthma", "an ulcer"))


def test_front_matter_comes_first_with_its_lines() -> None:
    assert [(each.line, each.text, each.role) for each in FOUND[:4]] == [
        (2, "Examplin", Role.FACT),
        (1, "en", Role.DOCUMENT),
        (3, "3", Role.DOCUMENT),
        (4, "Examplin can stop the heart.", Role.BOXED),
    ]


def test_addresses_pictures_and_raised_characters_are_compared() -> None:
    text = EXAMPLIN.replace(
        "Keep it below 25 °C.", "10<sup>6</sup> [units](https://example.org/a)."
    )
    found = find_statements(read_monograph(text.encode(), "examplin.md"))
    assert found[-1].text == "10^6 units <https://example.org/a>."
