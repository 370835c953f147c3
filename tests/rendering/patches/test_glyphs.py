"""Lines are drawn with the glyphs that they were shaped with, as WeasyPrint alone draws them."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import glyphs

Function = Callable[..., Any]

TEXTS = {
    "plain": "<p>Take <b>one tablet</b> AVATAR To. Office ﬁx</p>" * 3,
    "sizes": "<p>Half <small>of a</small> tablet<sup>1</sup><sub>2</sub></p><h2>Half</h2>",
    "marks": "<p>e\u0301 a\u0308 x\u0323 n\u0303 o\u0302\u0301 5\u200b6 7\u20608</p>",
    "right": "<p dir=rtl>&#1488;&#1489;&#1490; One &#1513;&#1500;&#1493;&#1501; (5 mg)</p>",
    "missing": "<p>\U0001f48a and \u6f22\u5b57 in <b>a</b> line of <i>text</i>\u6f22</p>",
    "blank": "<p>&nbsp;</p><p><b> </b>x<i> </i></p><p>\u200b</p>",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("css", ["", "p { text-overflow: ellipsis; overflow: hidden; width: 9mm }"])
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, text: str, css: str
) -> None:
    sheet = f"html {{ font: 10pt 'Atkinson Hyperlegible' }} {css}"
    fast = render(composed(text), compile_stylesheet(sheet))
    with weasyprint_alone(glyphs):
        assert render(composed(text), compile_stylesheet(sheet)) == fast
