"""The height of text is estimated from its words."""

import pytest

from compose.writing import body
from leaflet.compose.measure.estimate import COLUMN_WIDTH, LINE_HEIGHT, blocks_height, text_height

SHORT, LONG = "Rash.", "A rash that itches and does not go away within a week or two. " * 4


def test_a_line_is_a_line_high() -> None:
    assert text_height("Rash", COLUMN_WIDTH) == LINE_HEIGHT


@pytest.mark.parametrize(
    "frame", ["{}", "* {}\n* {}", "**Skin:** {}", "| A | B |\n|--|--|\n| {} | x |"]
)
def test_more_words_are_higher_and_narrow_columns_too(frame: str) -> None:
    short, long = (body(frame.replace("{}", text)) for text in (SHORT, LONG))
    assert (
        blocks_height(short, COLUMN_WIDTH)
        < blocks_height(long, COLUMN_WIDTH)
        < blocks_height(long, COLUMN_WIDTH / 2)
    )


def test_a_label_begins_the_line_of_its_sentence() -> None:
    assert blocks_height(body("**Skin:** Rash."), COLUMN_WIDTH) < blocks_height(
        body("Skin\n\nRash."), COLUMN_WIDTH
    )
