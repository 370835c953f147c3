"""The space available to a table on the page, and whether a table fits into it.

A table fits if its columns hold their longest words whole, since words broken into syllables in
narrow columns are unreadable, and if its rows, or those of one first cell, are lower than a page.
On a small page only tables of two columns fit.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from leaflet.compose.measure import type_area
from leaflet.compose.measure.estimate import CELL_PADDING, LINE_HEIGHT, text_height
from leaflet.compose.measure.line_breaking import NO_BREAK_SPACE, bind
from leaflet.fonts import metrics
from leaflet.monograph.model import Table
from leaflet.monograph.rows import goes_on
from leaflet.monograph.text import plain
from leaflet.theme.cascade import ems, length
from leaflet.theme.papers import SMALL

GUTTER = 0.028
"""The space between columns, as a share of the sheet's width."""

BOX = 3.0
"""Padding and border of a box around a table, in em."""

LIST_INDENT = 1.8
"""How much narrower a table in a list is, in em."""

HIGHEST_ROW = 0.7
"""The share of a page that a table row may take by the estimate.

WeasyPrint 70 prints the first part of a row that is higher than the page above the table's head.
"""

MM = 25.4 / 72
"""A point in millimetres."""

_CELL_PADDING = 0.8
_LINE_BREAK = re.compile(r"[^\S\u00a0]+|(?<=[^\W\d_][/–-])(?=[^\W\d_])")
"""Between words, and after a hyphen or slash that no word joiner follows."""


@dataclass(frozen=True, slots=True)
class TableSpace:
    """The space available to a table, in em of the text.

    ``width`` is that inside a box, ``column_width`` that outside of one, ``page_width`` that in a
    box as wide as the page, ``row_height`` the limit for a row, ``columns`` the most columns.
    ``letter_space`` and ``word_space`` are what the style adds, in em.
    """

    width: float
    column_width: float = 0
    row_height: float = inf
    letter_space: float = 0
    word_space: float = 0
    columns: float = inf
    page_width: float = 0

    @classmethod
    def of(cls, tokens: Mapping[str, str]) -> "TableSpace":
        """The space in one column of a document's text. Raises ``SettingsError`` as ``length``."""
        columns = int(tokens["--columns"]) if tokens["--columns"].isdigit() else 1
        page_width = type_area.width(tokens) / length("--text-size", tokens)
        column_width = page_width * (1 - GUTTER * (columns - 1)) / columns
        return cls(
            column_width - BOX,
            column_width,
            HIGHEST_ROW * type_area.lines_per_page(tokens) * LINE_HEIGHT,
            ems(tokens["--letter-space"]),
            ems(tokens["--word-space"]),
            2 if length("--paper-width", tokens) * MM < SMALL else inf,
            page_width - BOX,
        )

    def in_list(self) -> "TableSpace":
        """The space in an item of a list."""
        indented = replace(self, page_width=self.page_width - LIST_INDENT)
        return replace(indented, width=self.width - LIST_INDENT)

    def across(self) -> "TableSpace":
        """The space in a box as wide as the page."""
        return replace(self, width=self.page_width)

    def fits(self, table: Table) -> bool:
        """Whether each column has room for its longest word, and the page for each row."""
        columns = zip(table.head, *table.rows, strict=True)
        least_width = sum(
            _CELL_PADDING + max(self._longest_word(plain(bind(cell))) for cell in column)
            for column in columns
        )
        cell_width = self.width / max(len(table.head), 1) - _CELL_PADDING
        if least_width > self.width or len(table.head) > self.columns:
            return False
        height = 0.0
        for row in table.rows:
            highest = max(text_height(plain(cell), cell_width) for cell in row)
            # Rows without a first cell of their own stay on the page of the one above.
            height = height + CELL_PADDING + highest if goes_on(row) else highest
            if height > self.row_height:
                return False
        return True

    def fits_times(self, heads: Sequence[str]) -> bool:
        """Whether equal columns with these heads may be as wide as their longest word."""
        return max(map(self._longest_word, heads)) * len(heads) <= self.column_width

    def fits_week(self, week: str) -> bool:
        """Whether the days of a week have room beside its name in their calendar."""
        texts = (f"{week}{NO_BREAK_SPACE}6", *["28"] * 7)
        return sum(_CELL_PADDING + self._longest_word(each) for each in texts) <= self.column_width

    def _longest_word(self, text: str) -> float:
        """The width of the widest part of a text without a line break."""
        return max(
            metrics.width(word, 1, bold=True)
            + len(word) * self.letter_space
            + word.count(NO_BREAK_SPACE) * self.word_space
            for word in _LINE_BREAK.split(text)
        )
