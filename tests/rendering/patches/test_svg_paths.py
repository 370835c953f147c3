"""Paths of pictures are drawn as WeasyPrint alone draws them, each of them read once."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers import render
from leaflet.rendering import compile_stylesheet
from leaflet.rendering.patches import svg_paths

Function = Callable[..., Any]

PATHS = {
    "lines": "M2 2 L8 8 H4 V2 h2 v3 l1 1 z",
    "curves": "M1 1 C2 2 3 3 4 4 S6 6 7 7 Q8 8 9 1 T5 5 c1 1 2 2 3 3 s1 1 2 2 q1 1 2 2 t1 1",
    "arcs": "M2 5 A3 3 0 1 0 8 5 a3 3 0 0 1 -6 0 Z",
    "several": "M1 1 h2 v2 z m4 4 h2 v2 z",
    "units": "M1em 10% L2ex 50%",
    "broken": "M1 1 L2 x 3",
    "cut off": "M1 1 L2",
    "nothing": "",
}
MARKER = (
    '<marker id="a" viewBox="0 0 2 2" markerWidth="2" markerHeight="2" orient="auto">'
    '<path d="M0 0 L2 1 L0 2 z"/></marker>'
)


def drawn(path: str, size: str, attributes: str = "") -> str:
    return (
        f'<svg viewBox="0 0 10 10" width="{size}" height="{size}">{MARKER}'
        f'<path d="{path}" fill="none" stroke="black" {attributes}/></svg>'
    )


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_pages_are_as_the_engine_alone_makes_them(
    composed: Function, weasyprint_alone: Function, path: str
) -> None:
    markers = 'marker-start="url(#a)" marker-mid="url(#a)" marker-end="url(#a)"'
    twice = drawn(path, "20mm") + drawn(path, "9mm", 'style="font-size: 3px"')
    text = f"<p>{twice}</p><p>{drawn(path, '20mm', markers)}</p>" * 2
    fast = render(composed(text), compile_stylesheet("")).data
    assert render(composed(text), compile_stylesheet("")).data == fast
    with weasyprint_alone(svg_paths):
        assert render(composed(text), compile_stylesheet("")).data == fast


def test_a_path_is_read_once(composed: Function, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    original = svg_paths.path

    def counted(svg: Any, node: Any, font_size: float) -> None:
        read.append(node.get("d"))
        original(svg, node, font_size)

    monkeypatch.setattr(svg_paths, "path", counted)
    own = "M1 2 L3 4 L1 9 z"
    for _ in range(2):
        render(composed(f"<p>{drawn(own, '5mm') * 3}</p>"), compile_stylesheet(""))
    assert read.count(own) == 1
