"""A last side with text in its first column only has it in both instead."""

from dataclasses import dataclass

import pytest
from pypdfium2 import PdfDocument

from leaflet.job import PictureFolder, Standard
from leaflet.rendering import Layout, compile_stylesheet, draw, lay_out

CSS = """
@page { size: 200mm 240mm; margin: 10mm }
@page columns, columns-below { margin-right: 104mm }
html { font: 10pt/15pt "Source Sans 3"; orphans: 2; widows: 2 }
body, p, h2 { margin: 0 }
h2 { break-after: avoid }
.whole { break-inside: avoid }
.lines { position: absolute }
"""
SIDE = 220 / 25.4 * 72
"""The height of the text of a side, in points; 41 lines."""


@dataclass(frozen=True)
class Page:
    html: str
    base: PictureFolder | None = None


def layout(body: str, name: str = "columns") -> Layout:
    html = (
        "<html lang='en'><title>Testamide</title><body>"
        f'<div id="boxes"><p>Boxes.</p></div><div style="page: {name}">{body}</div></body></html>'
    )
    return lay_out(Page(html), compile_stylesheet(CSS, ()), {}, Standard.UA)


def lines(first: int, last: int) -> str:
    return "".join(f'<p id="line-{n}">Line {n}.</p>' for n in range(first, last + 1))


def in_second(found: Layout) -> list[str]:
    """The ids of what is in the second column of the last side."""
    return [
        name
        for name, anchor in found.anchors.items()
        if anchor.page == found.pages and anchor.left > 1 / 2
    ]


def test_both_columns_have_half_of_the_text() -> None:
    found = layout(lines(1, 20))
    assert found.pages == 2
    assert len(in_second(found)) in {9, 10}
    assert found.divided == pytest.approx(20 * 15)


def test_the_side_is_as_high_as_before() -> None:
    frame = layout(lines(1, 20)).frames[1]
    assert frame.top - frame.bottom == pytest.approx(SIDE)


def test_columns_below_boxes_are_balanced_too() -> None:
    found = layout(lines(1, 20), "columns-below")
    assert found.pages == 1
    assert len(in_second(found)) in {9, 10}


def test_later_sides_are_balanced_and_earlier_ones_full() -> None:
    found = layout(lines(1, 2 * 41 + 20))
    assert found.pages == 3
    assert found.anchors["line-41"].page == found.anchors["line-82"].page == 2
    assert len(in_second(found)) in {9, 10}


@pytest.mark.parametrize("count", [5, 50])
def test_few_lines_and_a_second_column_stay(count: int) -> None:
    found = layout(lines(1, count))
    assert found.divided == 0
    assert len(in_second(found)) == max(count - 41, 0)


def test_what_is_kept_whole_stays_whole() -> None:
    found = layout(f'<div class="whole">{lines(1, 20)}</div>')
    assert found.divided == 0
    assert found.pages == 2
    assert in_second(found) == []


def test_no_heading_is_left_at_the_end_of_the_first_column() -> None:
    text = f'{lines(1, 10)}<h2 id="part">Storage</h2>{lines(11, 20)}'
    assert "part" in in_second(layout(text))
    alone = f'<h2 id="part">Storage</h2><div class="whole">{lines(1, 20)}</div>'
    assert in_second(layout(alone)) == []


def test_lines_to_write_on_follow_the_text() -> None:
    found = layout(f'{lines(1, 20)}<div class="lines" id="lines">Lines</div>')
    assert found.anchors["lines"].left > 1 / 2
    assert found.anchors["lines"].top > found.anchors["line-20"].top


def test_lines_that_the_end_of_the_page_cuts_are_drawn_once() -> None:
    many = "<p>Line to write on.</p>" * 60
    pdf = draw(layout(f'{lines(1, 20)}<div class="lines">{many}</div>'))
    text = PdfDocument(pdf.data)[1].get_textpage().get_text_range()
    assert text.count("Line to write on") < 41 - 8
