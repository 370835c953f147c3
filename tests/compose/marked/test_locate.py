"""Runs are found in the characters of a page."""

from leaflet.compose.marked.locate import Locator, locate
from leaflet.compose.marked.page import read_pieces
from leaflet.diff.model import Edit, Run, Statement

HTML = (
    '<h1 data-front>Examplin <b>forte</b></h1><p><span data-statement="1">Take 5&#xa0;<b>mg</b>.'
    '</span></p><p data-repeat><span data-statement="1">Take 5 mg.</span></p>'
)
LOCATOR = Locator(read_pieces(HTML, {1}))
TAKE = Statement("Take 5 mg.", number=1)


def found(*runs: Run) -> list[tuple[str, int, int]]:
    return [(each.run.edit, each.start, each.end) for each in locate(runs, LOCATOR.text(TAKE))]


def test_runs_are_found_as_often_as_they_are_printed() -> None:
    kept, new = Run(Edit.KEPT, "Take"), Run(Edit.INSERTED, "5 mg.")
    old = Run(Edit.DELETED, "7 mg.")
    assert found(kept, old, new) == [
        *(("kept", 0, 4), ("deleted", 4, 4), ("inserted", 4, 8)),
        *(("kept", 8, 12), ("deleted", 12, 12), ("inserted", 12, 16)),
    ]


def test_words_that_are_printed_otherwise_stand_for_the_whole() -> None:
    assert found(Run(Edit.DELETED, "Swallow"), Run(Edit.KEPT, "it.")) == [
        ("deleted", 0, 0),
        ("inserted", 0, 16),
    ]


def test_words_without_a_number_are_searched_in_one_paragraph() -> None:
    assert len(LOCATOR.text(Statement("Examplin forte"))) == len("Examplinforte")
    assert LOCATOR.text(Statement("Examplin Take")) == []


def test_the_first_print_counts() -> None:
    assert len(LOCATOR.first(TAKE)) == len("Take5mg.")
    assert len(LOCATOR.start()) == len("Take5")
