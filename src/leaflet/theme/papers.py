"""The style sheet of a paper: its size, and what a page of this size needs.

A small page has small margins, and a heading that leaves room for the text. A page that is wider
than A4 has longer lines only where its kind sets two columns.
"""

from leaflet.config.papers import Paper

NARROW = 180.0
"""Millimetres of a page that is too narrow for two columns."""

SMALL = 120.0
"""Millimetres of a page that is small: a card, a label, A6."""

_WIDE = 230.0
_LONGEST = 300.0
"""Millimetres of two columns whose lines are just not too long."""

_ONE_COLUMN = """
:root { --turning: 13em; --columns: auto }
.left, .right { float: none; width: auto }
"""

_CARD = """
:root { --head-space: 8mm; --foot-space: 8mm; --paragraph-gap: 0.3em }
:root { --logo-height: 9mm; --logo-width: 30mm }
@page {
  @top-left { margin-bottom: 2mm; padding-bottom: 0.8mm }
  @bottom-left { margin-top: 1.5mm; padding-top: 0.8mm }
  @bottom-right { margin-top: 1.5mm; padding-top: 0.8mm }
}
h1.short { font-size: 1.7em }
h1.long { font-size: 1.3em }
.many, .two-columns .urgent ul { columns: auto }
.cell, .warning { padding-inline: 2mm }
"""


def paper_css(paper: Paper, *, columns: bool) -> str:
    """The style sheet of a paper for a kind with two ``columns``, or with one."""
    tokens = {"--paper-width": paper.width, "--paper-height": paper.height}
    if paper.edge is not None:
        tokens["--edge"] = paper.edge
    elif paper.width < SMALL:
        tokens["--edge"] = max(3.0, paper.width * 0.06)
    if columns and paper.width > _WIDE:
        edge = tokens.get("--edge", 12.0)
        tokens["--measure"] = min(paper.width - 2 * edge, _LONGEST)
    declared = "; ".join(f"{name}: {value:g}mm" for name, value in tokens.items())
    more = _ONE_COLUMN if paper.width < NARROW else ""
    return f":root {{ {declared} }}\n{more}{_CARD if paper.width < SMALL else ''}"
