"""The texts of a marked page, and the page without its marks."""

from leaflet.verification.marked_page import read_marked_page

PAGE = read_marked_page(
    '<p class="changed" data-own>Keep <b data-front>A &amp; B</b><br></p>'
    '<p data-repeat><span data-statement="7">5 <span data-mark><svg><title>deleted</title></svg>'
    "<del>mg</del></span> <ins>g</ins></span></p>"
)


def test_texts_know_their_mark_owner_and_statement() -> None:
    found = {run.text: run for run in PAGE.runs if run.text.strip()}
    assert [*found] == ["Keep ", "A & B", "5 ", "mg", "g"]
    assert [run.mark for run in found.values()] == ["", "", "", "del", "ins"]
    assert [run.is_own for run in found.values()] == [True, False, False, False, False]
    assert [run.number for run in found.values()] == [0, 0, 7, 7, 7]
    assert [run.is_repeat for run in found.values()] == [False, False, True, True, True]


def test_the_page_without_what_marks_add() -> None:
    assert PAGE.unmarked == (
        '<p class="changed" data-own>Keep <b data-front>A &amp; B</b><br></p>'
        '<p data-repeat><span data-statement="7">5  g</span></p>'
    )
