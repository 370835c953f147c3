"""Boxes with and without decoration look as WeasyPrint alone draws them."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import undecorated

Function = Callable[..., Any]

TEXT = (
    "<p>One <b>tablet</b> <span>a day</span>.</p><ul><li>Day<li>Night</ul><table><tr><th>Who"
    "<th>Dose<tr><td>Adults<td>5 mg</table><div><p>One<p>Two</div>" * 2
)

STYLES = {
    "none": "",
    "borders": "p { border: 1pt solid } b { border-left: 2pt dotted } td { border: thin double }",
    "radii": "p { border: 1pt solid; border-radius: 2mm 10% / 1mm } b { background: #eee; "
    "border-radius: 1mm 0 }",
    "backgrounds": "body { background: #eef } li { background: linear-gradient(red, blue) } "
    "b { background: currentcolor } tr { background: #ddd } p { background-color: transparent }",
    "outlines": "p { outline: 1pt solid blue } b { outline: 2pt dashed; outline-offset: 1pt }",
    "hidden": "p { visibility: hidden; border: 1pt solid; background: red } "
    "b { visibility: visible; border: 1pt solid; outline: 1pt solid }",
    "shadows": "p { box-shadow: 1mm 1mm red } div { box-shadow: inset 1mm 1mm 2mm #888 }",
    "images": "p { border: 2mm solid; border-image: linear-gradient(red, blue) 1 } "
    "div { mask-border: linear-gradient(red, blue) 1 }",
    "columns": "body { columns: 2; column-rule: 1pt solid red } p { position: relative }",
    "absolute": "b { position: absolute; border: 1pt solid; background: #eee } "
    "p { position: relative } li { position: fixed; bottom: 9mm; background: red }",
    "page": "@page { background: #ffe; border: 1pt solid; @top-left { content: 'x'; border: 1pt "
    "solid; background: #eee } }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, css: str
) -> None:
    fast = render(composed(TEXT), compile_stylesheet(css)).data
    with weasyprint_alone(undecorated):
        assert render(composed(TEXT), compile_stylesheet(css)).data == fast
