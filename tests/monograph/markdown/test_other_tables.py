import pytest

from leaflet.monograph.markdown.line_markers import Line
from leaflet.monograph.markdown.other_tables import pipe_tables


def read(*lines: str) -> list[str]:
    return [each.text for each in pipe_tables([Line(n, text) for n, text in enumerate(lines, 1)])]


BORDER = "+-----+------+"
RULE = "-" * 20


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            ["  Group       Dose", "  ----------- -----", "  Weak heart  5 mg", ""],
            ["| Group | Dose |", "| Weak heart | 5 mg |", ""],
        ),
        (
            [BORDER, "| Who | Dose |", "+=====+======+", "| A   | 5 mg |", BORDER],
            ["| Who | Dose |", "| A | 5 mg |"],
        ),
        (
            [BORDER, "| A   | 5 mg |", "| B   | once |", BORDER, r"| C\| | >6   |", BORDER],
            ["|  |  |", "| A B | 5 mg once |", r"| C\| | >6 |"],
        ),
        (
            ["------ -----", "Adults 5 mg", "Others 6 mg", "------ -----"],
            ["|  |  |", "| Adults | 5 mg |", "| Others | 6 mg |"],
        ),
        (
            ["------ -----", "Adults 5 mg", "       once", "", "Others 6 mg", "------ -----"],
            ["|  |  |", "| Adults | 5 mg once |", "| Others | 6 mg |"],
        ),
        (
            [
                RULE,
                "Who    Dose",
                "       now",
                "------ -----",
                "All    5 mg",
                "       once",
                "",
                RULE,
            ],
            [],
        ),
        (
            [
                RULE,
                "Who    Dose",
                "------ -----",
                "All    5 mg",
                "old    on",
                "",
                "       6 mg",
                RULE,
            ],
            ["| Who | Dose |", "| All old | 5 mg on |", "|  | 6 mg |"],
        ),
    ],
)
def test_a_table_of_pandoc_is_a_pipe_table(lines: list[str], rows: list[str]) -> None:
    read_as = [line for line in read(*lines) if not line.startswith("| ---") and line != ""]
    assert read_as == ([row for row in rows if row] or [line for line in lines if line])


def test_a_row_keeps_the_number_of_its_first_line() -> None:
    lines = [BORDER, "| Who | Dose |", "+=====+======+", "| A   | 5 mg |", "| b   |      |", BORDER]
    read_as = pipe_tables([Line(n, text) for n, text in enumerate(lines, 11)])
    numbers = {each.text: each.number for each in read_as}
    assert (numbers["| Who | Dose |"], numbers["| A b | 5 mg |"]) == (12, 14)


@pytest.mark.parametrize(
    "lines",
    [
        ["Group  Dose", "------ ----", "Adults over 65  5 mg"],
        ["------ ----", "Adults 5 mg", "------ ----", "Text."],
        ["Group  Dose", "------ ----", "Adults 5 mg", "       at night"],
        ["+---+---+", "| a | b |", "| c | d |", "+===+===+", "| e | f |", "+=======+"],
        ["+---+---+", "| a | - b |", "+---+---+"],
        ["+---+---+", "| a | b |", "|   |   |", "| c |   |", "+---+---+"],
        ["Usage", "-----", "For pain."],
        ["-----", "Usage", "-----", "For pain."],
    ],
)
def test_any_other_is_left_as_it_is(lines: list[str]) -> None:
    assert read(*lines) == lines
