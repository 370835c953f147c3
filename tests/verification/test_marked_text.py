"""Marks that say something false of either version are found."""

import pytest

from leaflet.verification.marked_text import prove_marks

OLD = ["Adults: 5 mg once daily.", "Swallow it whole."]
NEW = ["Adults: 50 mg once daily.", "With water."]
PAGE = (
    "<h1 data-own>Examplin</h1><p><span>Adults: </span><svg><title>deleted</title></svg>"
    "<del>5 mg</del> <ins>50 mg</ins> <span>once daily.</span></p>"
    "<p><del>Swallow it whole.</del> <ins>With water.</ins></p>"
)


def test_true_marks() -> None:
    assert prove_marks(PAGE, OLD, NEW) == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("<ins>50 mg</ins>", "50 mg", "not marked, but not in the old text"),
        ("<del>5 mg</del>", "<del>7 mg</del>", "struck through, but not in the old text"),
        ("<del>5 mg</del>", "", "words of the old text are missing"),
        ("<ins>50 mg</ins>", "<ins>500 mg</ins>", "is not the new text"),
        ("<ins>With water.</ins>", "", "is not the new text"),
        ("<del>5 mg</del>", "5 mg", "is not the new text"),
        ("once daily.", "<ins>once</ins> daily.", "words of the old text are missing"),
        ("<del>5 mg</del> <ins>50 mg</ins>", "<ins>50 mg</ins> <del>50 mg</del>", "struck through"),
    ],
)
def test_false_marks(before: str, after: str, expected: str) -> None:
    assert PAGE.count(before) == 1
    found = prove_marks(PAGE.replace(before, after), OLD, NEW)
    assert any(expected in each.message for each in found)
    assert {each.code for each in found} == {"wrong-marks"}


def test_soft_hyphens_and_signs_of_direction_are_no_words() -> None:
    page = '<p><span>\u2066Gelenk\u00adschmerzen\u2069 <span dir="ltr">5\u00a0mg</span></span></p>'
    assert prove_marks(page, ["\u200eGelenkschmerzen 5 mg"], ["\u200eGelenkschmerzen 5 mg"]) == ()


def test_a_statement_that_was_broken_into_two_is_in_both() -> None:
    page = "<p><span>a: b</span> <span>c</span></p>"
    assert prove_marks(page, ["a: b c"], ["a: b", "c"]) == ()
    assert prove_marks(page, ["a: b", "c"], ["a: b c"]) == ()
