"""Columns begin below what is on the side before them, where there is space for them."""

from dataclasses import dataclass

import pytest

from leaflet.job import PictureFolder, Standard
from leaflet.rendering import (
    COLUMN_GAP,
    LEAST_COLUMN,
    Layout,
    compile_stylesheet,
    lay_out,
)

CSS = """
@page { size: 200mm 100mm; margin: 10mm }
@page columns-below, columns { margin-right: 104mm }
@page rtl-columns-below { margin-left: 104mm }
html { font: 10pt/15pt "Source Sans 3" }
body, p, h2 { margin: 0 }
"""

POINTS = 100 / 25.4 * 72
"""The height of a side."""


@dataclass(frozen=True)
class Page:
    html: str
    base: PictureFolder | None = None


def layout(above: float, *, name: str = "columns-below", lines: int = 4, head: str = "") -> Layout:
    """A side with boxes ``above`` millimetres high, and as many lines in columns."""
    texts = "".join(f'<p id="line-{n}">Line {n}.</p>' for n in range(lines))
    html = (
        f"<html lang='en'><title>Testamide</title><body>{head}"
        f'<div id="boxes"><div style="height: {above}mm">Boxes.</div></div>'
        f'<div style="page: {name}">{texts}</div></body></html>'
    )
    return lay_out(Page(html), compile_stylesheet(CSS, ()), {}, Standard.UA)


def test_columns_begin_right_below_the_boxes() -> None:
    found = layout(30)
    assert found.pages == 1
    top, bottom = found.anchors["line-0"].top, found.anchors["boxes"].bottom
    assert (top - bottom) * POINTS == pytest.approx(COLUMN_GAP, abs=0.1)


def test_the_second_column_begins_beside_the_first() -> None:
    found = layout(30, lines=10)
    assert found.pages == 1
    tops = [found.anchors[f"line-{n}"].top for n in range(10)]
    begins = [n for n in range(10) if tops[n] == tops[0]]
    assert len(begins) == 2
    assert found.anchors[f"line-{begins[1]}"].left > 1 / 2


@pytest.mark.parametrize(("lines", "pages"), [(4, 2), (80, 4)])
def test_without_space_they_begin_on_the_next_side(lines: int, pages: int) -> None:
    space = (LEAST_COLUMN + COLUMN_GAP) / 72 * 25.4
    assert layout(80 - space - 1).pages == 1
    found = layout(80 - space + 1, lines=lines)
    assert found.pages == pages
    assert found.anchors["line-0"].page == 2
    assert found.anchors["line-0"].top == pytest.approx(0.1)


def test_columns_that_go_on_are_as_high_as_the_next_side() -> None:
    found = layout(30, lines=60)
    tops = {
        found.anchors[f"line-{n}"].top for n in range(60) if found.anchors[f"line-{n}"].page > 1
    }
    assert min(tops) == pytest.approx(0.1)


def test_only_a_name_that_says_so_begins_below() -> None:
    found = layout(30, name="columns")
    assert (found.pages, found.anchors["line-0"].page) == (2, 2)


def test_from_right_to_left_the_first_column_is_the_right_one() -> None:
    found = layout(30, name="rtl-columns-below")
    assert found.pages == 1
    assert found.anchors["line-0"].left > 1 / 2


def test_boxes_that_go_on_on_a_second_side_have_the_columns_there() -> None:
    found = layout(30, head='<div style="height: 70mm; break-after: page">First.</div>')
    assert found.pages == 2
    assert found.anchors["boxes"].page == found.anchors["line-0"].page == 2
