"""Lines beside and below what floats begin and end where WeasyPrint alone puts them."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import free_lines

Function = Callable[..., Any]

TEXT = (
    "<p>One <b>tablet</b> <span>a day</span>, with water.</p><ul><li>Day<li>Night</ul>"
    "<table><tr><th>Who<td>Adults and children of twelve years or more</table>" * 3
)

STYLES = {
    "none": "p { margin: 1mm 3% 2mm 7mm; padding: 1mm; border: 1pt solid }",
    "left": "b { float: left; width: 20mm; height: 15mm } p { width: 60mm }",
    "both": "b { float: left } span { float: right; height: 30mm } li { clear: left }",
    "right to left": "p { direction: rtl; margin: 2mm } span { float: right }",
    "centred": "p { text-align: center; text-indent: 5mm } td { text-align: right }",
    "columns": "body { columns: 2 } li { margin-left: -4mm; text-align: justify }",
    "inline": "span { display: inline-block; margin: 0 2mm } b { position: relative; left: 1mm }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, css: str
) -> None:
    fast = render(composed(TEXT), compile_stylesheet(css)).data
    with weasyprint_alone(free_lines):
        assert render(composed(TEXT), compile_stylesheet(css)).data == fast
