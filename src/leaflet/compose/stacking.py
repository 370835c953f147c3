"""Tables that are wider than their place, set row by row.

A table stays one as long as its columns hold their longest words whole, since words torn to
syllables in narrow columns cannot be read. Else each row becomes an item of a list, and each cell
a line of it that begins with the head of its column.
"""

import re
from dataclasses import dataclass, replace

from leaflet import fonts
from leaflet.compose.binding import NO_BREAK_SPACE, bind
from leaflet.compose.makeup import Makeup
from leaflet.monograph.model import Block, Bullets, Entry, Group, Item, Monograph, Question, Table
from leaflet.monograph.text import plain
from leaflet.stylesheet import Stylesheet, ems, length

GUTTER = 0.028
"""Share of a sheet's width that is left free between its columns."""

BOX = 3.0
"""Padding and border of a box that a table may stand in, in em."""

INDENT = 1.8
"""What a list takes of the width of a table in it, in em."""

_PADDING = 0.8
_PLACE_TO_END = re.compile(r"[^\S\u00a0]+|(?<=[^\W\d_][/–-])(?=[^\W\d_])")
"""Between words, and after a hyphen or slash that no word joiner follows."""


@dataclass(frozen=True, slots=True)
class Stack(Table):
    """A table that is set row by row."""


@dataclass(frozen=True, slots=True)
class Place:
    """The room for a table: its ``width`` in em of the text, and the spaces a style adds, in em."""

    width: float
    letter_space: float = 0
    word_space: float = 0

    @classmethod
    def of(cls, stylesheet: Stylesheet, makeup: Makeup) -> "Place":
        """The room in one column of a document's text.

        Raises ``SettingsError`` where a style gives a length in a form that only the layout engine
        can work out.
        """
        tokens = stylesheet.tokens

        def points(token: str) -> float:
            return length(tokens[token], tokens)

        columns = int(tokens["--columns"]) if tokens["--columns"].isdigit() else 1
        line = min(points("--measure"), points("--paper-width") - 2 * points("--edge"))
        column = line * (1 - GUTTER * (columns - 1)) / columns
        return cls(
            column / (makeup.size or points("--text-size")) - BOX,
            ems(tokens["--letter-space"]),
            ems(tokens["--word-space"]),
        )

    def within_list(self) -> "Place":
        """The room that is left in an item of a list."""
        return replace(self, width=self.width - INDENT)

    def holds(self, table: Table) -> bool:
        """Whether each column has room for its longest word."""
        columns = zip(table.head, *table.rows, strict=True)
        return self.width >= sum(
            _PADDING + max(self._widest(plain(bind(cell))) for cell in column) for column in columns
        )

    def _widest(self, words: str) -> float:
        return max(
            fonts.width(word, 1, bold=True)
            + len(word) * self.letter_space
            + word.count(NO_BREAK_SPACE) * self.word_space
            for word in _PLACE_TO_END.split(words)
        )


def stack(monograph: Monograph, place: Place) -> Monograph:
    """The monograph with each table that its place cannot hold as a ``Stack``."""
    return replace(
        monograph,
        preamble=_stacked(monograph.preamble, place),
        groups=tuple(_group(group, place) for group in monograph.groups),
        disclaimers=_stacked(monograph.disclaimers, place),
    )


def _group(group: Group, place: Place) -> Group:
    sections = (replace(section, body=_stacked(section.body, place)) for section in group.sections)
    return replace(group, intro=_stacked(group.intro, place), sections=tuple(sections))


def _stacked(body: tuple[Block, ...], place: Place) -> tuple[Block, ...]:
    return tuple(_block(block, place) for block in body)


def _block(block: Block, place: Place) -> Block:
    match block:
        case Table(head, rows, line):
            return block if place.holds(block) else Stack(head, rows, line)
        case Bullets(items):
            within = place.within_list()
            return replace(block, items=tuple(_item(item, within) for item in items))
        case Entry(_, body):
            return replace(block, body=_stacked(body, place))
        case Question(_, answer):
            return replace(block, answer=_stacked(answer, place))
        case _:
            return block


def _item(item: Item | Entry, place: Place) -> Item | Entry:
    return replace(item, body=_stacked(item.body, place))
