from pathlib import Path

import pytest

from helpers import write_monograph
from leaflet.compose import Design, compose
from leaflet.config.settings import Settings
from leaflet.monograph import parse
from leaflet.rendering import compile_stylesheet, draw, lay_out
from leaflet.theme.cascade import Layer, cascade
from leaflet.theme.resolve_vars import BY_DOCUMENT, resolve_vars
from leaflet.theme.search_path import Theme

THEME = Theme.of(Path())


def resolved(css: str) -> str:
    return resolve_vars(cascade([Layer("base", css, "base.css")]))


def test_values_are_put_in_line_by_line() -> None:
    css = ":root {\n  --ink: black;\n  --line: 1pt solid var(--ink) }\np { border: var(--line) }"
    assert "\np { border: 1pt solid black }" in resolved(css)
    sheet = cascade([Layer("base", css, "base.css")])
    assert resolve_vars(sheet).count("\n") == sheet.css.count("\n")


@pytest.mark.parametrize(
    "setting",
    [
        ".box { --ink: maroon }",
        "@media print { :root { --ink: maroon } }",
        ":root { --ink: maroon !important }",
    ],
)
def test_what_is_not_the_same_everywhere_is_left_to_the_engine(setting: str) -> None:
    css = f":root {{ --ink: black }} {setting} p {{ color: var(--ink) }}"
    assert "p { color: var(--ink) }" in resolved(css)


def test_what_each_document_sets_is_left_to_it() -> None:
    css = ":root { --text-size: 12pt } p { font-size: var(--text-size) }"
    assert "p { font-size: var(--text-size) }" in resolved(css)


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_the_page_is_the_same(kind: str, tmp_path: Path) -> None:
    source = write_monograph(tmp_path / "a.md")
    found = THEME.kind(kind)
    stylesheet = THEME.stylesheet(found, (), "a4")
    monograph = parse(source.read_bytes(), "a.md")
    composition = compose(monograph, Design(found, THEME, stylesheet, Settings()))
    assert set(composition.overrides) <= BY_DOCUMENT
    printed = {
        draw(lay_out(composition, compile_stylesheet(css, THEME.roots), composition.overrides)).data
        for css in (stylesheet.css, resolve_vars(stylesheet))
    }
    assert len(printed) == 1
