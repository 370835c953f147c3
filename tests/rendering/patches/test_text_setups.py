"""What Pango needs for a text is kept with its style."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import text_setups

Function = Callable[..., Any]

TEXT = "<p lang=de>Eine <b>Tablette</b> <i>täglich</i> (5 mg).</p><p dir=rtl>One<u> tablet</u></p>"

STYLES = {
    "features": "p { font-variant-numeric: tabular-nums slashed-zero; font-feature-settings: 'ss01'"
    " } b { font-variant-caps: small-caps; font-kerning: none }",
    "spacing": "p { letter-spacing: 1pt; word-spacing: 2pt } b { letter-spacing: normal }",
    "decoration": "b { text-decoration: underline } i { text-decoration: line-through overline }",
    "heights": "p { line-height: normal } b { line-height: 1.7 } i { line-height: 11pt }",
    "units": "p { margin: 1ex 2ch; height: 3lh; width: 40ch; vertical-align: 10% }",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, css: str
) -> None:
    kept = render(composed(TEXT * 2), compile_stylesheet(css)).data
    with weasyprint_alone(text_setups):
        assert render(composed(TEXT * 2), compile_stylesheet(css)).data == kept


def test_setups_are_shared_by_documents_and_not_kept_without_end(
    composed: Function, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = compile_stylesheet("")
    render(composed(TEXT), sheet)
    kept = dict(sheet.fonts.kept_setups)
    render(composed(TEXT), sheet)
    assert sheet.fonts.kept_setups == kept
    monkeypatch.setattr(text_setups, "MOST", 3)
    for size in range(9, 15):
        render(composed(f"{TEXT}<style>p {{ font-size: {size}pt }}</style>"), sheet)
        assert len(sheet.fonts.kept_setups) <= 3
