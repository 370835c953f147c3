"""The place that a table has on the page.

A table stays one as long as its columns hold their longest words whole, since words torn to
syllables in narrow columns cannot be read, and its rows are no deeper than a page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from leaflet.compose.measure.estimate import LINE, lines
from leaflet.compose.measure.line_breaking import NO_BREAK_SPACE, bind
from leaflet.compose.measure.margins import lines_left
from leaflet.fonts import metrics
from leaflet.monograph.model import Table
from leaflet.monograph.text import plain
from leaflet.theme.cascade import ems, length

GUTTER = 0.028
"""Share of a sheet's width that is left free between its columns."""

BOX = 3.0
"""Padding and border of a box that a table may stand in, in em."""

INDENT = 1.8
"""What a list takes of the width of a table in it, in em."""

DEEPEST = 0.7
"""Share of a page that a row of a table may take by the estimate. Where it takes more than there
is, WeasyPrint 70 sets the first part of the row above the head of its table."""

_PADDING = 0.8
_PLACE_TO_END = re.compile(r"[^\S\u00a0]+|(?<=[^\W\d_][/–-])(?=[^\W\d_])")
"""Between words, and after a hyphen or slash that no word joiner follows."""


@dataclass(frozen=True, slots=True)
class Place:
    """The room for a table, in em of the text, and the spaces that a style adds, in em.

    It is ``width`` wide in a box, ``column`` outside of one, and a row may be ``height`` deep.
    """

    width: float
    column: float = 0
    height: float = inf
    letter_space: float = 0
    word_space: float = 0

    @classmethod
    def of(cls, tokens: Mapping[str, str]) -> "Place":
        """The room in one column of a document's text, from all that its tokens say.

        Raises ``SettingsError`` where a style gives a length in a form that only the layout engine
        can work out.
        """

        def points(token: str) -> float:
            return length(tokens[token], tokens)

        columns = int(tokens["--columns"]) if tokens["--columns"].isdigit() else 1
        line = min(points("--measure"), points("--paper-width") - 2 * points("--edge"))
        column = line * (1 - GUTTER * (columns - 1)) / columns / points("--text-size")
        return cls(
            column - BOX,
            column,
            DEEPEST * lines_left(tokens) * LINE,
            ems(tokens["--letter-space"]),
            ems(tokens["--word-space"]),
        )

    def within_list(self) -> "Place":
        """The room that is left in an item of a list."""
        return replace(self, width=self.width - INDENT)

    def holds(self, table: Table) -> bool:
        """Whether each column has room for its longest word, and the page for each row."""
        columns = zip(table.head, *table.rows, strict=True)
        wide = sum(
            _PADDING + max(self._widest(plain(bind(cell))) for cell in column) for column in columns
        )
        share = self.width / max(len(table.head), 1) - _PADDING
        cells = (cell for row in table.rows for cell in row)
        return wide <= self.width and all(lines(plain(c), share) <= self.height for c in cells)

    def _widest(self, words: str) -> float:
        return max(
            metrics.width(word, 1, bold=True)
            + len(word) * self.letter_space
            + word.count(NO_BREAK_SPACE) * self.word_space
            for word in _PLACE_TO_END.split(words)
        )
