"""The words that changed, and what kinds of words they are."""

import pytest

from leaflet.diff.model import ChangeKind, Edit
from leaflet.diff.word_diff import compare_words, has_dose, kinds_of
from leaflet.diff.words import Vocabulary
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

ENGLISH = Theme((shipped(),)).vocabulary("en")


GERMAN = Theme((shipped(),)).vocabulary("de")


def shown(old: str, new: str, vocabulary: Vocabulary = ENGLISH) -> str:
    marks = {Edit.KEPT: "{}", Edit.DELETED: "[-{}-]", Edit.INSERTED: "[+{}+]"}
    runs = compare_words(old, new, vocabulary)
    return " ".join(marks[run.edit].format(run.text) for run in runs)


def kinds(old: str, new: str) -> list[ChangeKind]:
    return list(kinds_of(compare_words(old, new, ENGLISH), ENGLISH))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("5 mg once daily", "50 mg once daily", "[-5 mg-] [+50 mg+] once daily"),
        ("Take 5 mg daily", "Take 5 g daily", "Take [-5 mg-] [+5 g+] daily"),
        ("Take 5mg daily", "Take 50mg daily", "Take [-5mg-] [+50mg+] daily"),
        ("Do not crush it", "Do crush it", "Do [-not-] crush it"),
        ("Take it with food", "Never take it with food", "[-Take-] [+Never take+] it with food"),
        ("Quite another thing", "5 mg a day", "[-Quite another thing-] [+5 mg a day+]"),
    ],
)
def test_runs_of_words(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Am 1. Tag 5 mg", "Am 2. Tag 5 mg", "Am [-1. Tag-] [+2. Tag+] 5 mg"),
        (
            "Ab dem 6. Lebensjahr",
            "Ab dem 8. Lebensjahr",
            "Ab dem [-6. Lebensjahr-] [+8. Lebensjahr+]",
        ),
        (
            "Nach 3 Tagen absetzen.",
            "Nach 5 Tagen absetzen.",
            "Nach [-3 Tagen-] [+5 Tagen+] absetzen.",
        ),
    ],
)
def test_a_german_ordinal_number_stays_with_its_noun(old: str, new: str, expected: str) -> None:
    assert shown(old, new, GERMAN) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("5 mg daily", "50 mg daily", ["number"]),
        ("5 mg daily", "5 g daily", ["unit"]),
        ("one tablet", "two tablets", ["number", "unit"]),
        ("Do not crush it", "Do crush it", ["negation"]),
        ("You don't need it", "You do need it", ["negation"]),
        ("Adults may take it", "Children may take it", ["population"]),
        ("Take it once a day", "Take it twice a day", ["frequency"]),
        ("every other day", "every day", ["frequency"]),
        ("if < 30 kg", "if > 30 kg", ["number"]),
        ("less than 30 kg", "more than 30 kg", ["limit"]),
        ("give by mouth", "give intravenously", ["route"]),
        ("5 mg at 8, 10 mg at 9", "10 mg at 8, 5 mg at 9", ["number", "unit"]),
        ("1.5 mg daily", "15 mg daily", ["number"]),
        ("1.000 IU daily", "1,000 IU daily", ["number"]),
        ("up to 1/2 tablet", "up to 12 tablet", ["number"]),
        ("It may help", "It can help", []),
    ],
)
def test_kinds_of_words(old: str, new: str, expected: list[str]) -> None:
    assert kinds(old, new) == expected


def test_runs_make_up_both_texts() -> None:
    old, new = "Take 5 mg in the morning with food.", "In the evening take 10 mg without any food."
    runs = compare_words(old, new, ENGLISH)
    assert " ".join(run.text for run in runs if run.edit is not Edit.INSERTED) == old
    assert " ".join(run.text for run in runs if run.edit is not Edit.DELETED) == new


@pytest.mark.parametrize("text", ["5 mg a day", "two tablets", "0.5 mL"])
def test_an_amount_is_a_dose(text: str) -> None:
    assert has_dose(text, ENGLISH)


@pytest.mark.parametrize("text", ["Nausea", "2 of them", "mg"])
def test_other_texts_are_none(text: str) -> None:
    assert not has_dose(text, ENGLISH)


def test_very_long_texts_are_replaced_as_a_whole() -> None:
    old, new = "a " * 3000, "b " * 3000
    assert [run.edit for run in compare_words(old, new, ENGLISH)] == [Edit.DELETED, Edit.INSERTED]
