"""Columns are balanced as WeasyPrint alone balances them, with fewer tries."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import column_tries

Function = Callable[..., Any]

LIST = "".join(f"<li>{'Take <b>one</b> tablet. ' * (n % 4 + 1)}</li>" for n in range(9))
WORDS = "Take one tablet a day, with water, after a meal. "
TEXT = (
    f"<div><h3>Doses</h3><p>{WORDS * 9}</p><h3>Who</h3><p>{WORDS * 3}</p><ul>{LIST}</ul>"
    f"<p class=note>Two <span>with food</span></p><p>{WORDS * 5}</p></div><ul>{LIST}</ul>"
    "<div><table><tr><th>Who<td>One tablet</table><p>Day</p></div>"
)

STYLES = {
    "text": "div, ul { columns: 2 }",
    "kept whole": "div, ul { columns: 2 } p, li, table { break-inside: avoid }"
    "h3 { break-after: avoid }",
    "lines": "div { columns: 3 } p { orphans: 3; widows: 3; margin: 3mm 0; padding: 1mm }",
    "edges": "div { columns: 2; padding: 2mm; border: 1pt solid } li { border-bottom: 1pt solid }",
    "floats": "div { columns: 2 } span { float: left } b { float: right }",
    "placed": "div { columns: 2; position: relative } span { position: absolute; bottom: 0 }"
    "li { position: relative; top: 1mm }",
    "footnotes": "div { columns: 2 } span { float: footnote }",
    "running": "div { columns: 2 } span { position: running(x) }"
    "@page { @top-left { content: element(x) } }",
    "across": "div { columns: 2 } h3 { column-span: all }",
    "within": "div { columns: 2 } div ul { columns: 2 }",
    "high": "div, ul { columns: 2 } p, li { font-size: 30pt; break-inside: avoid }",
    "of a height": "div { columns: 2; height: 60mm } ul { columns: 2; column-fill: auto }",
    "flexible": "div { columns: 2 } p.note { display: flex } li { display: grid }",
    "right to left": "div, ul { columns: 2; direction: rtl }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, css: str
) -> None:
    fast = render(composed(TEXT), compile_stylesheet(css)).data
    with weasyprint_alone(column_tries):
        assert render(composed(TEXT), compile_stylesheet(css)).data == fast


def test_a_column_is_not_laid_out_again_for_each_pixel(
    composed: Function, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that is kept whole goes into the first column only if all of it does."""
    tries: dict[str, int] = {"asked": 0, "made": 0}

    def counted(name: str, original: Function) -> Function:
        def layout(context: Any, box: Any, *others: Any, **rest: Any) -> Any:
            tries[name] += box.is_column
            return original(context, box, *others, **rest)

        return layout

    for name, function in (("made", "block_box_layout"), ("asked", "_block_box_layout")):
        monkeypatch.setattr(column_tries, function, counted(name, getattr(column_tries, function)))
    kept = f"<section>{f'<p>{WORDS}</p>' * 5}</section>"
    css = "div { columns: 2 } section { break-inside: avoid }"
    render(composed(f"<div><p>{WORDS}</p>{kept * 3}</div>"), compile_stylesheet(css))
    assert tries["asked"] > 3 * tries["made"] > 0
