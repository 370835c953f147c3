"""Documents that share their styles have the bytes that they have without."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import CompiledStylesheet, compile_stylesheet
from leaflet.rendering.patches import shared_styles

Composed = Callable[..., Any]

TEXTS = (
    "<h2 id=a>Doses</h2><p>One <b>tablet</b> a day.</p><ul><li>Day<li>Night</ul>",
    "<h2>Doses</h2><p>One tablet.</p><ol><li><p>Day</p><ul><li>Noon</ul></ol>"
    + "<p>Rest.</p>" * 99,
    "<p lang=fr>Un <b>jour</b>.</p><table><tr><th>Who<td>Dose</table><ul><li>Day<li>Night</ul>",
    "<p class=note>Two tablets<span>with food</span>.</p><p dir=rtl>Left</p><q>Why</q>",
)

STYLES = {
    "lists": "li { margin-inline-start: 1em } ul { list-style: square inside } p { width: 50% }",
    "root": "body { overflow: hidden } html { columns: 2 }",
    "page": "p { width: 50vw; height: 3vmin } @page { size: A5; margin: 2vw }",
    "running": "@page { @top-left { content: counter(page) } @bottom-left { content: 'x' } }"
    "p { break-inside: avoid; padding-inline: 1em; border-block-end: 1pt solid }",
    "notes": "span { float: footnote } li::before { content: leader('.') 'x' } b { float: left }",
    "values": ":root { --a: 3pt } p { margin: var(--a) calc(1em + 2%); color: inherit }"
    "table { border-collapse: collapse; text-indent: calc(2% + 1pt) }"
    "b { text-decoration: underline } li { all: unset; display: list-item }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_documents_in_any_order_are_as_without_sharing(
    composed: Composed, weasyprint_alone: Composed, css: str
) -> None:
    css = "html { font-size: var(--text-size, 10pt) }" + css

    def printed(sheet: CompiledStylesheet, text: str, size: str) -> bytes:
        return render(composed(text), sheet, {"--text-size": size}).data

    wanted = [(text, size) for size in ("9pt", "11pt") for text in TEXTS]
    with weasyprint_alone(shared_styles):
        plain = compile_stylesheet(css)
        expected = [printed(plain, *each) for each in wanted]
    sheet = compile_stylesheet(css)
    for order in (1, -1):
        found = [printed(sheet, *each) for each in wanted[::order]]
        assert found[::order] == expected


def test_styles_are_kept_for_the_next_documents_and_not_without_end(
    composed: Composed, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = compile_stylesheet("p { color: #123 }")
    render(composed(TEXTS[0]), sheet)
    kept = dict(sheet.fonts.shared_styles)
    render(composed(TEXTS[0]), sheet)
    assert sheet.fonts.shared_styles == kept
    monkeypatch.setattr(shared_styles, "MOST", 10)
    for text in TEXTS[1:]:
        render(composed(text), sheet)
        assert len(sheet.fonts.shared_styles) <= 10
