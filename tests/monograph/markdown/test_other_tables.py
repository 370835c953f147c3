import pytest

from leaflet.monograph.markdown.other_tables import pipe_tables


def test_a_simple_table_is_cut_where_its_dashes_are() -> None:
    lines = ["  Group       Dose", "  ----------- --------", "  Weak heart  5 mg", ""]
    rows = ["| Group | Dose |", "| --- | --- |", "| Weak heart | 5 mg |", ""]
    assert pipe_tables(lines) == rows


def test_a_grid_has_a_line_for_each_row() -> None:
    border = "+-----+------+"
    lines = [border, "| Who | Dose |", "+=====+======+", "| A   | 5 mg |", border, "| B   | 6 mg |"]
    assert pipe_tables([*lines, border]) == [
        *("", "| Who | Dose |", "| --- | --- |", "| A   | 5 mg |", "| B   | 6 mg |", "", ""),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Group  Dose", "------ ----", "Adults over 65  5 mg"],
        ["------ ----", "Adults 5 mg", "------ ----"],
        ["Group  Dose", "------ ----", "Adults 5 mg", "       at night"],
        ["+---+---+", "| a | b |", "| c | d |", "+===+===+", "| e | f |", "+---+---+"],
        ["Usage", "-----", "For pain."],
    ],
)
def test_any_other_is_left_as_it_is(lines: list[str]) -> None:
    assert pipe_tables(lines) == lines
