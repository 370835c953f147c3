"""A layout says on which pages a heading stands over nothing, or a table row is torn."""

from dataclasses import dataclass

import pytest

from leaflet.job import PictureFolder, Standard
from leaflet.rendering import compile_stylesheet, lay_out

CSS = """
@page { size: 80mm 60mm; margin: 5mm }
html { font: 10pt/1.3 "Source Sans 3"; orphans: 2; widows: 2 }
h2, .lead { break-after: avoid; font-size: 10pt; margin: 0 }
p, ul { margin: 0 }
.whole, tr { break-inside: avoid }
"""
LINES = "<br>".join(["A line of text."] * 8)
"""What leaves two lines of a page."""

HIGH = "<br>".join(["A line of text."] * 12)
"""What is higher than the space below a heading."""


@dataclass(frozen=True)
class Page:
    html: str
    base: PictureFolder | None = None


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (f"<p>{LINES}</p><h2>Dose</h2><p class='whole'>{LINES}</p>", ()),
        (f"<h2>Dose</h2><p class='whole'>{HIGH}</p>", (1,)),
        (f"<p class='lead'>It may cause:</p><ul><li class='whole'>{HIGH}</li></ul>", (1,)),
        (f"<div><h2>Dose</h2></div><p class='whole'>{HIGH}</p>", (1,)),
        (f"<p class='lead'>{HIGH}</p><ul><li>Rash</li></ul>", ()),
        (f"<h2>Dose</h2><p>{HIGH}</p>", ()),
        (f"<table><tr><td>{HIGH}</td><td>{HIGH}</td></tr></table>", (1,)),
        (f"<table><tr><td>{LINES}</td></tr><tr><td>{LINES}</td></tr></table>", ()),
        ("<p>Text.</p><h2>At the very end</h2>", ()),
    ],
)
def test_headings_over_nothing_and_torn_rows_are_found(body: str, pages: tuple[int, ...]) -> None:
    html = f"<html lang='en'><title>Testamide</title><body>{body}</body></html>"
    layout = lay_out(Page(html), compile_stylesheet(CSS, ()), {}, Standard.UA)
    assert layout.bad_ends == pages
