"""A box is in the normal flow where WeasyPrint alone says so."""

from collections.abc import Callable
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import Box, ParentBox

from helpers import render
from leaflet.rendering import compile_stylesheet, patches
from leaflet.rendering.patches import positions

FLOATS = ("none", "left", "right", "inline-start", "inline-end", "footnote")
POSITIONS = ("static", "relative", "absolute", "fixed", ("running()", "x"), ("note()", "x"))


@pytest.mark.parametrize(("float_", "position"), [*product(FLOATS, POSITIONS)])
def test_the_normal_flow_is_that_of_the_engine(float_: str, position: str) -> None:
    box = Box("p", {"float": float_, "position": position}, SimpleNamespace())
    before = positions.PATCH.originals[Box, "is_in_normal_flow"](box)
    assert "positions" in patches.PATCHES
    assert box.is_in_normal_flow() == before


@pytest.mark.parametrize(
    "css",
    [
        "h2 { page: wide } @page wide { size: A4 landscape }",
        "p { page: narrow } ul { page: wide; float: left } b { position: absolute }",
        "div { page: wide } div p:last-child { page: narrow } @page narrow { margin: 50mm }",
    ],
)
def test_named_pages_begin_where_the_engine_alone_begins_them(
    composed: Callable[..., Any], weasyprint_alone: Callable[..., Any], css: str
) -> None:
    text = "<div><h2>Doses</h2><p>One <b>tablet</b></p><ul><li>Day</ul><p>Two</p></div><p>End</p>"
    fast = render(composed(text * 2), compile_stylesheet(css)).data
    with weasyprint_alone(positions):
        assert render(composed(text * 2), compile_stylesheet(css)).data == fast


def test_an_only_child_is_asked_once() -> None:
    """Asked twice, it would ask its own only child four times, and so on."""
    style = {"float": "none", "position": "static", "page": ""}

    class Leaf(Box):  # type: ignore[misc]
        asked = 0

        def page_values(self) -> tuple[str, str]:
            Leaf.asked += 1
            return "wide", "narrow"

    box: Any = Leaf("p", style, None)
    for _ in range(8):
        box = ParentBox("div", style, None, [box])
    assert box.page_values() == ("wide", "narrow")
    assert Leaf.asked == 1
