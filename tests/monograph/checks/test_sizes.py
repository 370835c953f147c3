"""Every limit of a text: what exceeds it is reported with its name and line."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from leaflet.config.limits import USUAL
from leaflet.monograph.checks.sizes import too_large, too_much
from leaflet.monograph.markdown.normalise import normalise

SMALL = replace(
    USUAL,
    lines=20,
    line_length=60,
    paragraph_length=90,
    word_length=18,
    combining_marks=2,
    spaces=4,
    nesting=2,
    entries=10,
    emphases=6,
    table_columns=3,
    table_cells=20,
    pictures=2,
)
LONG = "a line that an editor has broken somewhere near to its end"

TOO_MUCH = [
    ("lines", 21, [""] * 21),
    ("line-length", 2, ["", "x " * 31]),
    ("word-length", 1, ["nineteen-characters"]),
    ("word-length", 1, ["Take nineteen-characters, now"]),
    ("combining-marks", 1, ["e\u0301\u0302\u0303"]),
    ("combining-marks", 1, ["&#768;&#769; &#768;&#769;&#770;"]),
    ("spaces", 1, ["a     b"]),
    ("spaces", 1, ["a\t\t\t\t\tb"]),
    ("entries", 11, ["* a"] * 11),
    ("entries", 4, ["a<br>" * 5, "a  ", "a\\\\", "a"]),
    ("emphases", 2, ["*a* *b*", "*c* [d](e) `f` _g_"]),
    ("emphases", 1, ["<b>" * 7]),
    ("table-columns", 1, ["| 1 | 2 | 3 | 4 |"]),
    ("table-cells", 6, ["| 1 | 2 | 3 |"] * 6),
    ("pictures", 3, ["![a](b)"] * 3),
    ("nesting", 3, ["* a", "  * b", "    * c"]),
    ("nesting", 1, ["see [[[1]]]"]),
    ("nesting", 1, ["m<sup><i><b>2</b></i></sup>"]),
    ("paragraph-length", 1, [LONG, "and " + LONG[:50]]),
]


def found(lines: Sequence[str]) -> list[tuple[str, int]]:
    message = [*too_much(lines, SMALL, "a.md")]
    message = message or [*normalise("\n".join(lines), 1, "a.md", SMALL)[1]]
    assert {d.code for d in message} <= {"limit"}
    return [(d.message.partition("limits.")[2].split()[0], d.line) for d in message]


@pytest.mark.parametrize(("name", "line", "lines"), TOO_MUCH)
def test_what_exceeds_a_limit_is_reported(name: str, line: int, lines: list[str]) -> None:
    assert found(lines) == [(name, line)]


@pytest.mark.parametrize(
    "lines",
    [
        [""] * 20,
        ["x " * 30],
        ["eighteen-character", "fifteen-chars|fifteen", "[fifteen](http://however.long/it/may/be)"],
        ["e\u0301\u0302 e\u0301"],
        ["a    b"],
        ["* a"] * 10,
        ["| 1 | 2 | 3 |"] * 5,
        ["* a", "  * b"],
        ["see [[1]] [2] [3]"],
        [LONG.capitalize() + "."] * 2,
    ],
)
def test_what_just_fits_is_not_reported(lines: list[str]) -> None:
    assert found(lines) == []


def test_a_file_may_be_as_large_as_its_limit() -> None:
    most = USUAL.file_size * 1000
    assert too_large(bytes(most), USUAL, "a.md") == []
    (message,) = too_large(bytes(most + 1), USUAL, "a.md")
    assert "301 kilobytes in a monograph; limits.file-size allows for 300" in message.message


@pytest.mark.parametrize(
    "line",
    [
        f"| a | b{' ' * 400} |",
        f"|{' ' * 400}a{' ' * 400}| b |",
        f"| {'-' * 900} | :{'-' * 400}: |",
        f"+{'-' * 400}+{'=' * 400}+",
        "-" * 4000,
        "_" * 500,
        f"Text{' ' * 4000}",
        f"{'Contents' + '.' * 400} 3",
    ],
)
def test_what_an_editor_draws_is_not_measured(line: str) -> None:
    assert [*too_much([line], USUAL, "a.md")] == []


@pytest.mark.parametrize(
    "line",
    [f"a{' ' * 201}b", "-" * 5001, f"| a{' ' * 5001} |", "-+" * 151, f"| {'x' * 301} |"],
)
def test_more_than_that_is(line: str) -> None:
    assert [each.code for each in too_much([line], USUAL, "a.md")] == ["limit"]
