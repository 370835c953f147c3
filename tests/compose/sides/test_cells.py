"""How much of a text a cell takes."""

import pytest

from compose.writing import body, summary
from leaflet.compose.outline.chapter import Passage
from leaflet.compose.sides.cells import holds_table, shorten


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("One.\n\nTwo.", "One. | Two."),
        ("One. " * 300 + "\n\nTwo.", ("One. " * 300).strip()),
        ("One.\n\n**A:** x.\n\n**B:** " + "y " * 300, "One."),
        ("For:\n\n* a\n* b", "For: | * a * b"),
        ("One.\n\nFor:\n\n" + "* many words in this item\n" * 30, "One."),
    ],
)
def test_a_text_is_cut_between_blocks_only(text: str, begin: str) -> None:
    first, rest = shorten(body(text), 12)
    assert summary(first) == begin
    assert (*first, *rest) == body(text)


def test_a_table_is_found_wherever_it_is() -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert holds_table([Passage("usage", body(f"Text.\n\n{table}"))])
    assert not holds_table([Passage("usage", body("* a\n* b"))])
