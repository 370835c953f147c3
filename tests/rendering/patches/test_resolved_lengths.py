"""Lengths that are kept with the style of a box give the bytes that WeasyPrint alone gives."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import resolved_lengths

Composed = Callable[..., Any]

TEXT = (
    "<p>One <b>tablet</b> <span>a day</span>, not more.</p><ul><li>Day<li>Night</ul>"
    "<table><tr><th>Who<th>Dose<tr><td>Adults<td>5 mg</table><div><p>One<p>Two</div>" * 3
)

STYLES = {
    "fixed": "p { margin: 3mm 2mm; padding: 1pt; border: 1pt solid; width: 90mm; height: 20mm }",
    "percentages": "p { margin: 2%; padding: 1% 2%; width: 60%; max-width: 50%; min-width: 20% }",
    "heights": "div { height: 50mm } div p { height: 40%; min-height: 10%; max-height: 30% }",
    "sums": "p { width: calc(50% - 3mm); margin-left: calc(1em + 1pt); min-width: max(3em, 5%) }",
    "border-box": "p, td { box-sizing: border-box; width: 30mm; padding: 2mm; border: 1pt solid }",
    "padding-box": "p { box-sizing: padding-box; width: 30mm; height: 9mm; padding: 2mm }",
    "tables": "table { border-collapse: collapse; width: 80% } td { border: 2pt solid }",
    "flex": "div { display: flex; flex-wrap: wrap; gap: 2mm } div p { flex: 1 1 30%; margin: 1mm }",
    "grid": "div { display: grid; grid-template-columns: 1fr 2fr } div p { width: auto }",
    "floats": "b { float: right; width: 20mm; margin: 1mm } span { display: inline-block }",
    "columns": "body { columns: 2 } li { position: relative; left: 3%; min-height: 5mm }",
    "page": "@page { margin: 10% 5% 20mm; padding: 2%; width: 100mm }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Composed, weasyprint_alone: Composed, css: str
) -> None:
    kept = render(composed(TEXT), compile_stylesheet(css)).data
    with weasyprint_alone(resolved_lengths):
        assert render(composed(TEXT), compile_stylesheet(css)).data == kept
