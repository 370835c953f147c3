"""Marks that say something false of either version are found."""

from dataclasses import replace

import pytest

from leaflet.verification.marked_text import MarkedPages, prove_marks

OLD = ("Adults: 5 mg once daily.", "Swallow it whole.")
PLAIN = (
    "<h1 data-own>Examplin</h1><p><b>Adults:</b> 50 mg once daily.</p><p>With water.</p>"
    "<ul><li>Nausea</li></ul>"
)
BEFORE = (
    '<h1 data-own>Examplin</h1><p><span data-statement="1">Adults: 5 mg once daily.</span></p>'
    '<p><span data-statement="2">Swallow it whole.</span></p><ul><li>Nausea</li></ul>'
)
MARKED = (
    '<p data-mark data-own>Marked</p><h1 data-own>Examplin</h1><p class="changed"><b>Adults:</b> '
    "<span data-mark><svg><title>deleted</title></svg><del>5 mg</del></span> "
    "<ins>50 mg</ins> once daily.</p>"
    '<p class="changed"><span data-mark><del>Swallow it whole.</del></span> '
    "<ins>With water.</ins></p><ul><li>Nausea</li></ul>"
)
PAGES = MarkedPages(MARKED, PLAIN, BEFORE, OLD, {1, 2})


def test_true_marks() -> None:
    assert prove_marks(PAGES) == ()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("<ins>50 mg</ins>", "50 mg", "not marked, but not in the old version"),
        ("<del>5 mg</del>", "<del>7 mg</del>", "struck through, but not in the old version"),
        ("<del>5 mg</del>", "", "words of the old page are missing"),
        ("<ins>50 mg</ins>", "<ins>500 mg</ins>", "is not the new page"),
        ("<ins>With water.</ins>", "", "is not the new page"),
        ("<li>Nausea</li>", "<li>Nausea</li><li>Nausea</li>", "is not the new page"),
        ("once daily.", "<ins>once</ins> daily.", "words of the old page are missing"),
        ("<del>Swallow it whole.</del>", "Swallow it.", "words of the old page are missing"),
    ],
)
def test_false_marks(before: str, after: str, expected: str) -> None:
    assert MARKED.count(before) == 1
    found = prove_marks(replace(PAGES, html=MARKED.replace(before, after)))
    assert any(expected in each.message for each in found), found
    assert {each.code for each in found} == {"wrong-marks"}


def test_soft_hyphens_and_signs_of_direction_are_no_words() -> None:
    page = '<p><span>\u2066Gelenk\u00adschmerzen\u2069 <span dir="ltr">5\u00a0mg</span></span></p>'
    text = "\u200eGelenkschmerzen 5 mg"
    before = f'<p><span data-statement="1">{text}</span></p>'
    assert prove_marks(MarkedPages(page, page, before, (text,), {1})) == ()


def test_without_an_old_page_the_old_text_counts() -> None:
    assert prove_marks(replace(PAGES, before="", texts=(*OLD, "Nausea"))) == ()
    assert prove_marks(replace(PAGES, before=""))
