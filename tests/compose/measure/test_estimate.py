"""Casting off: words in, depth out."""

import pytest

from compose.writing import body
from leaflet.compose.measure.estimate import COLUMN, LINE, depth_of, lines

SHORT, LONG = "Rash.", "A rash that itches and does not go away within a week or two. " * 4


def test_a_line_is_a_line_deep() -> None:
    assert lines("Rash", COLUMN) == LINE


@pytest.mark.parametrize(
    "frame", ["{}", "* {}\n* {}", "**Skin:** {}", "| A | B |\n|--|--|\n| {} | x |"]
)
def test_more_words_are_deeper_and_narrow_columns_too(frame: str) -> None:
    short, long = (body(frame.replace("{}", said)) for said in (SHORT, LONG))
    assert depth_of(short, COLUMN) < depth_of(long, COLUMN) < depth_of(long, COLUMN / 2)


def test_a_label_begins_the_line_of_its_sentence() -> None:
    assert depth_of(body("**Skin:** Rash."), COLUMN) < depth_of(body("Skin\n\nRash."), COLUMN)
