"""Lines that are shaped once break and look as WeasyPrint alone breaks and draws them."""

import re
from collections.abc import Callable
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from weasyprint.css import Style
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import glyphs, lines

Function = Callable[..., Any]

WORDS = (
    "Take one tablet of <b>Ferolin</b> with a glass of water (200 ml) every morning, before meals; "
    "do not take it with milk, antacids or well-known over-the-counter remedies such as "
    "<em>Calmex</em>\u2014ask first. Avoid 5\u2009mg/12.5\u00a0mg if "
    "AVATAR, To, We, “Yes”, P. A. T.? "
)

TEXTS = {
    "plain": f"<p>{WORDS * 3}</p>",
    "pieces": "<p>" + WORDS.replace(" ", " <i>a</i> ") + "</p>",
    "cells": f"<table><tr><td>{WORDS}<td>{WORDS * 2}<td>Once<tr><th>Night<td>{WORDS}<td>2</table>",
    "long": "<p>" + "Methylethylpropylbutyl" * 12 + " " + WORDS + "</p>",
    "soft": "<p>" + re.sub("([aeiou])([a-z])", "\\1&shy;\\2", WORDS) + "</p>",
    "hidden": f"<p>{WORDS.replace('e ', 'e&#8203; ')}</p>",
    "lines": f"<p>{WORDS[:90]}<br>{WORDS[:40]}<br><br>x</p><pre>a  b\n\tc\n</pre>",
    "marks": f"<p>10–20 mg/kg/day; 1/2; x<sup>2</sup>; ≥ 3×10⁹/l; &lt;5 %; ½ … {WORDS}</p>" * 2,
    "scripts": f"<p>Ελληνικά {WORDS} &#1488; &#1489; {WORDS} &rlm;&#1488;&#1489;&lrm; e\u0301</p>",
    "floats": f"<p><span class=f>{WORDS[:60]}</span>{WORDS * 2}</p>",
    "blocks": f"<p>{'<span class=b>• Dose one</span> ' * 20}</p>",
    "missing": f"<p>漢字 {WORDS} \U0001f48a {WORDS}</p>",
}

STYLES = {
    "left": "p { font-size: 10.3pt }",
    "narrow": "p, td { width: 37mm; overflow-wrap: break-word }",
    "very narrow": "p { width: 3mm; overflow-wrap: anywhere }",
    "justified": "p { text-align: justify; letter-spacing: 0.2pt }",
    "spaced": "p { word-spacing: 2pt; font-variant-numeric: tabular-nums }",
    "hyphenated": "p { hyphens: auto; width: 41mm }",
    "right": "p { direction: rtl; text-indent: 5mm } .f { float: left } "
    ".b { display: inline-block }",
    "cut": "p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 50mm }",
    "clamped": "p { line-clamp: 2; max-width: 70mm }",
    "decorated": "b { text-decoration: underline overline } i { font-variant-caps: small-caps }"
    ".f { float: right; width: 20mm } .b { display: inline-block; padding: 1mm }",
    "flex": "body { display: flex } p { text-decoration: line-through; line-height: 1.3 }",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, css: str, text: str
) -> None:
    sheet = f"html {{ font: 10pt 'Atkinson Hyperlegible' }} @page {{ size: A5 }} {css}"
    fast = render(composed(text), compile_stylesheet(sheet))
    with weasyprint_alone():
        alone = render(composed(text), compile_stylesheet(sheet))
    assert fast == alone


@pytest.mark.parametrize("width", [f"{30 + 0.37 * step:.2f}mm" for step in range(60)])
def test_lines_break_alike_at_any_width(
    composed: Function, weasyprint_alone: Function, width: str
) -> None:
    page = composed(f"<p>{WORDS * 2}</p><p>{WORDS.replace('<b>', '<b> ')}</p>")
    sheet = f"p {{ width: {width}; font: 10pt 'Atkinson Hyperlegible' }}"
    fast = render(page, compile_stylesheet(sheet)).data
    with weasyprint_alone(lines), weasyprint_alone(glyphs):
        assert render(page, compile_stylesheet(sheet)).data == fast


def test_lines_are_seldom_left_to_the_engine(
    composed: Function, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, split = [], lines.split_first_line

    def counted(*arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        return split(*arguments, **named)

    monkeypatch.setattr(lines, "split_first_line", counted)
    render(composed(f"<p>{WORDS * 9}</p>"), compile_stylesheet("p { width: 80mm }"))
    assert len(calls) < 10


PIECES = (
    *("a", "tablet", "well-known", "5\u2009mg", "12.5/25", "(200", "ml)", "“Yes”", "A–B", "x—y"),
    *("http://a.b/c?d=e", "1,000", "–", "½", "e\u0301", "α-β", "and/or", "co‑op", "3×10⁹", "; "),
    *("5\u00a0mg", "x\u200by", "-5", "$5", "%", "10%", "?", "office", "漢字", "in\u00adter"),
)


class TextStyle(Style):  # type: ignore[misc]
    """The style of a text, with the values that are given."""

    font_config = FontConfiguration()

    def __init__(self, **values: Any) -> None:
        dict.__init__(self, {**INITIAL_VALUES, "lang": "en", **values})
        self["font_family"] = ("Atkinson Hyperlegible", "Source Sans 3")


@pytest.mark.parametrize("width", [None, 0, 17, 44.4, 80.3, 200])
@pytest.mark.parametrize("overflow_wrap", ["normal", "break-word", "anywhere"])
def test_random_texts_break_alike(width: float | None, overflow_wrap: str) -> None:
    chance = Random(7)  # noqa: S311 - the same texts each time
    style = TextStyle(font_size=13.3, hyphens="manual", overflow_wrap=overflow_wrap)
    context = SimpleNamespace(dictionaries={})
    for count in range(120):
        rest = " ".join(chance.choices(PIECES, k=1 + count % 9)) + " " * (count % 2)
        while rest:
            call = (rest, style, context, width, 0)
            named = {"is_line_start": bool(count % 3), "minimum": width == 0}
            alone = lines.split_first_line(*call, **named)
            fast = inline.split_first_line(*call, **named)
            assert (fast[0].text, *fast[1:]) == (alone[0].text, *alone[1:]), rest
            assert fast is inline.split_first_line(*call, **named) or type(fast[0]) is Layout
            rest = rest.encode()[alone[2] :].decode() if alone[2] else ""
