"""The runs of a statement, divided between its label and its text."""

from leaflet.compose.marked.runs import seen, split_runs
from leaflet.diff.model import Edit, Run, Statement

KEPT, DELETED, INSERTED = Edit.KEPT, Edit.DELETED, Edit.INSERTED


def test_a_run_across_both_is_cut_and_the_colon_dropped() -> None:
    statement = Statement("5 mg daily.", label="Older adults")
    label, text = split_runs(statement, [Run(KEPT, "Older adults: 5 mg"), Run(INSERTED, "daily.")])
    assert label == [Run(KEPT, "Older adults")]
    assert [run.text.strip() for run in text] == ["5 mg", "daily."]


def test_what_was_deleted_of_the_label_stays_with_it() -> None:
    runs = [Run(DELETED, "Children:"), Run(INSERTED, "Adults:"), Run(KEPT, "5 mg")]
    label, text = split_runs(Statement("5 mg", label="Adults"), runs)
    assert label == [Run(DELETED, "Children:"), Run(INSERTED, "Adults")]
    assert text == [Run(KEPT, "5 mg")]


def test_without_a_label_all_is_text_and_addresses_are_not_printed() -> None:
    runs = [Run(KEPT, "See the guide <https://example.org> first.")]
    assert split_runs(Statement("x"), runs) == ([], [Run(KEPT, "See the guide  first.")])


def test_characters_that_only_set_others_are_not_seen() -> None:
    assert seen("10\u00a0mg\u2060-\u00adtab\u200f\ufe0f") == "10mg-tab"
