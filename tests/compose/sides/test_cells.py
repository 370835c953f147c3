"""How much of a text a cell takes."""

import pytest

from compose.writing import body, summary
from leaflet.compose.outline.chapter import Passage
from leaflet.compose.sides.cells import WIDE, Cell, holds_table, shorten


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("One.\n\nTwo.", "One. | Two."),
        ("One. " * 300 + "\n\nTwo.", ("One. " * 300).strip()),
        ("One.\n\n**A:** x.\n\n**B:** " + "y " * 300, "One."),
        ("For:\n\n* a\n* b", "For: | * a * b"),
        ("One.\n\nFor:\n\n" + "* many words in this item\n" * 30, "One."),
        ("Two kinds.\n\n" + "* many words in this item\n" * 30, "Two kinds."),
    ],
)
def test_a_text_is_cut_between_blocks_only(text: str, begin: str) -> None:
    first, rest = shorten(body(text), 12, 14)
    assert summary(first) == begin
    assert (*first, *rest) == body(text)


@pytest.mark.parametrize(
    "second",
    [
        "Therefore it helps.",
        "Testamide is also used in schools.",
        "While its main use is in tests, others know better.",
        "These tests are rare.",
        "They are asked often.",
        "* In schools\n* In exams",
        "| Where | When |\n| --- | --- |\n| School | Noon |",
    ],
)
def test_what_follows_needs_nothing_of_what_is_above(second: str) -> None:
    text = f"{'It treats errors. ' * 12}\n\n{second}\n\nSchools have known Testamide for long."
    assert shorten(body(text), 6, 14)[1] == body(text)[-1:]
    independent = body(text.replace(second, "Testers use Testamide."))
    assert shorten(independent, 6, 14)[1] == independent[1:]
    assert shorten(body(text), 6, 3)[1] == body(text)[1:]


def test_a_table_is_found_wherever_it_is() -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert holds_table([Passage("usage", body(f"Text.\n\n{table}"))])
    assert not holds_table([Passage("usage", body("* a\n* b"))])


def cell(text: str) -> Cell:
    return Cell("use", (), "What it is for", (Passage("usage", body(text)),))


def test_only_text_of_four_lines_is_set_in_two_columns() -> None:
    short, long = cell("It treats errors of tests. " * 5), cell("It treats errors of tests. " * 30)
    assert (short.in_halves, long.in_halves) == (False, True)
    assert short.height_in_halves(WIDE) == short.height(WIDE)
    # A little higher than lines across the box: the columns end unevenly, and break more lines.
    assert 1 < long.height_in_halves(WIDE) / long.height(WIDE) < 1.35


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("It treats errors of tests. " * 30, False),
        ("It treats errors of tests. " * 25 + "\n\nAsk first.", False),
        ("\n\n".join(["It treats errors of tests. " * 10] * 3), False),
        ("\n\n".join(["It treats errors of tests. " * 10] * 4), True),
        ("\n".join(["* It treats errors of tests, and of exams as well, in schools"] * 10), True),
    ],
)
def test_doses_are_divided_between_paragraphs_and_items_only(text: str, divided: bool) -> None:
    assert cell(text).in_whole_halves is divided
