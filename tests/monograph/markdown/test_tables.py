import pytest

from leaflet.diagnostics import Severity
from leaflet.monograph.markdown.tables import begins_table, cells, delimiters, row_too_long


@pytest.mark.parametrize(
    ("line", "below", "is_table"),
    [
        ("| a | b |", "|---|---|", True),
        ("a | b", "--- | :-:", True),
        ("| a | b |", "|---|", True),
        ("a | b", "---", False),
        ("a | b", "c | d", False),
        ("a", "|---|", False),
    ],
)
def test_a_table_begins_above_a_delimiter_row(line: str, below: str, is_table: bool) -> None:
    assert begins_table(line, below) is is_table


@pytest.mark.parametrize(
    ("row", "count"),
    [("| a | b |", 2), ("a | b", 2), ("| a |", 1), (r"| a \| b | c |", 2), ("| `a|b` | c |", 2)],
)
def test_cells_are_counted(row: str, count: int) -> None:
    assert cells(row) == count


@pytest.mark.parametrize(
    ("head", "row"), [("| a | b |", "| --- | --- |"), ("a | b", "--- | ---"), ("| a", "| ---")]
)
def test_delimiters_fit_the_head(head: str, row: str) -> None:
    assert delimiters(head) == row


def test_a_row_that_would_be_cut_is_an_error() -> None:
    found = row_too_long("| a | b | c |", 2, "examplin.md", 9)
    assert [(d.severity, d.code, d.line) for d in found] == [(Severity.ERROR, "table-row", 9)]
    assert row_too_long("| a |", 2, "examplin.md", 9) == []
