"""An element has the style that WeasyPrint gives it, whichever rules match it."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet, patches
from leaflet.rendering.patches import matched_styles

Composed = Callable[..., Any]

TEXTS = (
    "<h2 id=a class=x>Doses</h2><p class='x y'>One <b>tablet</b> a day.</p><p id=b>Two</p>",
    "<h2>Doses</h2><p class=y style='color: #300'>One <b class=x>tablet</b></p><p id=a>Two</p>",
    "<p lang=fr class=x>Un <b>jour</b>.</p><ul><li class=y>Day<li>Night</ul><p class='y x'>Two</p>",
)

STYLES = {
    "specificity": "p.x { color: #030 } .x { color: #003 } p { color: #333 } #b, .y { margin: 0 }",
    "order": ".x { color: #030 } .y { color: #003 } .x { text-indent: 1em }",
    "important": "p { color: #030 !important } .x, #a { color: #003 } b { color: inherit }",
    "layers": "@layer low, high; @layer high { p { color: #030 } }"
    "@layer low { .x { color: #003 } }",
    "pseudo-elements": "p::before { content: '>' } .x::before { color: #030 } li::marker"
    " { color: #003 } .y::after { content: 'end'; display: block }",
    "neighbours": "p + p { text-indent: 2em } p:last-child { color: #030 }"
    "b:only-child { margin: 1em }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_in_any_order_are_those_of_the_engine_alone(
    composed: Composed, weasyprint_alone: Composed, css: str
) -> None:
    with weasyprint_alone(matched_styles):
        plain = compile_stylesheet(css)
        expected = [render(composed(text), plain).data for text in TEXTS]
    sheet = compile_stylesheet(css)
    for order in (1, -1):
        found = [render(composed(text), sheet).data for text in TEXTS[::order]]
        assert found[::order] == expected


def test_declarations_are_put_together_once_for_all_documents(
    composed: Composed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "matched_styles" in patches.PATCHES
    sheet = compile_stylesheet("p { color: #030 } li::marker { color: #003 }")
    render(composed(TEXTS[2]), sheet)
    put_together: list[object] = []
    original = matched_styles._declare

    def declare(style: dict[str, Any], rules: Any) -> None:
        put_together.append(rules)
        original(style, rules)

    monkeypatch.setattr(matched_styles, "_declare", declare)
    render(composed("<p class=x>Other</p><ul><li>words</ul>"), sheet)
    # Those of the root, which says its language.
    assert len(put_together) <= 2
