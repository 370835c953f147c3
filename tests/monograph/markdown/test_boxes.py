"""Boxes of other tools become a label, and end where their author ended them."""

import pytest

from leaflet.monograph.markdown.boxes import without_boxes
from leaflet.monograph.markdown.line_markers import MARKS
from leaflet.monograph.model import Bullets, Entry, Paragraph
from leaflet.monograph.structure.entries import find_entries
from leaflet.monograph.text import plain
from monograph.nodes import read_blocks


@pytest.mark.parametrize(
    ("lines", "plain"),
    [
        (
            ['!!! danger "Stop"', "    If a rash appears.", "Ask."],
            ["**Stop:**", "If a rash appears.", "Ask."],
        ),
        (["??? note", "    With food."], ["**Note:**", "With food."]),
        (["::: note", "With food.", ":::"], ["**Note:**", "With food.", ""]),
        ([":::danger[Stop now]", "Ask.", ":::"], ["**Stop now:**", "Ask.", ""]),
        (["::: {.warning}", "Ask.", ":::"], ["**Warning:**", "Ask.", ""]),
        (["::: {#box .wide}", "Ask.", ":::"], ["", "Ask.", ""]),
        (["::: {.wide}", "Ask."], ["", "Ask."]),
        (["::: note", "Is it closed?"], ["::: note", "Is it closed?"]),
        (
            [
                "!!! note",
                "    Ask.",
                '    !!! tip "At night"',
                "        Sleep.",
                "    Rest.",
                "Go.",
            ],
            ["**Note:**", "Ask.", "**At night:**", "Sleep.", "Rest.", "Go."],
        ),
    ],
)
def test_boxes_become_labels(lines: list[str], plain: list[str]) -> None:
    assert [MARKS.sub("", line) for line in without_boxes(lines)] == plain


@pytest.mark.parametrize(
    "box",
    [
        "> [!NOTE]\n> Halve it.",
        "> [!NOTE] Halve it.",
        "!!! note\n    Halve it.",
        "??? note\n\n    Halve it.",
        "::: note\nHalve it.\n:::",
        ":::note\n\nHalve it.\n\n:::",
    ],
)
@pytest.mark.parametrize("below", ["- **Children:** 5 mg", "1. Wait.", "Go on.", "**Q:** Why?"])
def test_a_box_takes_nothing_that_follows_it(box: str, below: str) -> None:
    found, *others = find_entries(read_blocks(f"{box}\n\n{below}"))
    assert isinstance(found, Entry)
    assert found.boxed
    assert plain(found.label) == "Note"
    [inside] = found.body
    assert isinstance(inside, Paragraph)
    assert plain(inside.text) == "Halve it."
    assert len(others) == 1


def test_a_list_is_divided_where_a_box_ends() -> None:
    box, below = find_entries(read_blocks("!!! tip\n    - Walk.\n    - Rest.\n- **Adults:** 5 mg"))
    assert isinstance(box, Entry)
    [inside] = box.body
    assert isinstance(inside, Bullets)
    assert isinstance(below, Bullets)
    assert (len(inside.items), len(below.items)) == (2, 1)


def test_boxes_within_boxes_end_with_them() -> None:
    text = "!!! note\n    Ask.\n    !!! tip\n        Sleep.\n    Rest.\n\nGo."
    box, below = find_entries(read_blocks(text))
    assert isinstance(box, Entry)
    assert [type(each) for each in box.body] == [Paragraph, Entry, Paragraph]
    assert isinstance(below, Paragraph)
