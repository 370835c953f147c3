"""The estimated heights of a leaflet's first side and of what follows, before anything is laid out.

All heights are in points, at a text size in points. The distances are those of ``page.css``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from leaflet.compose.measure import type_area
from leaflet.compose.measure.estimate import LINE_HEIGHT, blocks_height, text_height
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.groups import Body
from leaflet.compose.sheet.makeup import Lines
from leaflet.compose.sides.cells import Cell, passages_height
from leaflet.compose.sides.first_side import FirstSide
from leaflet.compose.sides.list_heights import (
    columns_height,
    frequencies_height,
    height_saved,
)
from leaflet.monograph.model import Bullets, FrontMatter, Monograph
from leaflet.monograph.text import plain
from leaflet.theme.cascade import length

MM = 72 / 25.4

GUTTER = 8 * MM
"""Between the two columns of the sides that follow."""

SHORT = 34.0
"""The width of lines of about 75 characters, in em, as `page.css` has it."""

_TOP_OF_FIRST = 10 * MM
_GAP = 2 * MM
_BOX = 3.4 * MM
"""Padding and border of a box, above and below its text."""

_SIDE_OF_BOX = 6.4 * MM
"""The same on its left and right."""

_BETWEEN_BOXES = 3 * MM
_LABEL = (76 * MM, 31.5 * MM)
"""Width and height of the area for the pharmacy's label, with the space around it."""

_TIMES = 5.6
"""Em of the table of times and the sentence above it."""

_NAME = 2.5
_PART = 2.8
"""Em of the heading of a part on one line."""

_CLOSING = 3.0
_LINE = 1.28 / LINE_HEIGHT
"""Lines of a leaflet are this much further apart than the estimate has them."""


@dataclass(frozen=True, slots=True)
class CellHeight:
    """The height of what may stand in a cell: there, alone in a row, and in a column instead.

    A cell that is ``wide`` is always alone in a row.
    """

    key: str
    cell: float
    row: float
    column: float
    wide: bool


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of a leaflet in one text size, and the space that there is.

    ``boxes`` is what the first side always has, ``urgent`` the effects that need help, ``cells``
    what may stand there, and ``rest`` all else in one column. ``side`` is the height of the first
    side inside its margins, ``column`` that of a column on the others.
    """

    boxes: float
    urgent: float
    cells: tuple[CellHeight, ...]
    rest: float
    side: float
    column: float

    def grid(self, keys: Collection[str]) -> float:
        """The height of some cells, two in a row that are about equally high."""
        cells = [each for each in self.cells if each.key in keys]
        narrow = sorted((each for each in cells if not each.wide), key=lambda each: -each.cell)
        pairs = [narrow[at : at + 2] for at in range(0, len(narrow), 2)]
        rows = (max(each.cell for each in pair) if pair[1:] else pair[0].row for pair in pairs)
        return sum(rows) + sum(each.row for each in cells if each.wide)

    def following(self, keys: Collection[str]) -> float:
        """The height of all that follows in columns, if the first side has some cells."""
        return self.rest + sum(each.column for each in self.cells if each.key not in keys)


def estimate(
    monograph: Monograph,
    side: FirstSide,
    size: float,
    tokens: Mapping[str, str],
    *,
    lines: Lines = Lines.LONG,
) -> Heights:
    """The heights of a leaflet in a text size. Raises ``SettingsError`` as ``length`` does.

    ``side`` has all the cells that there can be, ``lines`` says how long those of wide ones are.
    """
    width = type_area.width(tokens)
    below = length("--foot-space", tokens) + 1.3 * int(tokens["--footer-lines"]) * length(
        "--footer-size", tokens
    )
    first = _Ruler(width, size, lines)
    column = _Ruler((width - GUTTER) / 2, size)
    return Heights(
        boxes=first.head(monograph.front, monograph.name) + first.boxes(monograph, side),
        urgent=first.urgent(side),
        cells=tuple(
            CellHeight(
                cell.key,
                first.cell(cell),
                first.row(cell),
                column.text(_PART + passages_height(cell.passages, column.em(column.width))),
                cell.wide,
            )
            for cell in side.cells
        ),
        rest=column.parts(side.rest, monograph),
        side=length("--paper-height", tokens) - below - _TOP_OF_FIRST,
        column=type_area.height(tokens),
    )


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Measures text in a column of a width, both in points."""

    width: float
    size: float
    lines: Lines = Lines.LONG

    @property
    def in_box(self) -> float:
        """The width that there is in a box as wide as the page, in em."""
        return self.em(self.width - _SIDE_OF_BOX)

    @property
    def line(self) -> float:
        """The width of its lines where they are not in columns, in em."""
        return min(self.in_box, SHORT) if self.lines == Lines.SHORT else self.in_box

    def em(self, points: float) -> float:
        return points / self.size

    def head(self, front: FrontMatter, name: str) -> float:
        """The name with what is beside and below it."""
        width = self.em(self.width - _LABEL[0])
        facts = (
            front.generic_name,
            ", ".join(front.brand_names),
            front.drug_class,
            ", ".join(front.forms),
        )
        lines = sum(text_height("Type of medicine " + fact, width) for fact in facts if fact)
        if front.changes:
            news = " · ".join(("Changed in version 10:", *front.changes))
            lines += text_height(news, width - 1.6) + 1.0
        scale = _NAME if len(name) <= 40 else 1.7 if len(name) <= 120 else 1.2
        title = text_height(name, width / scale / 1.08) * scale * 0.87
        text = (lines + title + 6.0) * self.size * _LINE
        return max(text, _LABEL[1]) + 5 * MM

    def boxes(self, monograph: Monograph, side: FirstSide) -> float:
        wide = self.line
        total = 0.0
        if boxed := monograph.front.boxed_warning:
            total += self._box(text_height(boxed, wide) + 1.5)
        if monograph.preamble:
            total += self._box(blocks_height(monograph.preamble, wide) + 1.5)
        if side.points:
            points = (plain(p.sentence.label) + " " + p.sentence.words for p in side.points)
            total += self._box(sum(text_height(text, wide - 1.3) + 0.15 for text in points) + 1.5)
        opening = [cell for cell in (side.purpose, side.bans) if cell]
        beside = [cell for cell in opening if not cell.wide]
        total += sum(self.row(cell) for cell in opening if cell.wide)
        total += max(map(self.cell if beside[1:] else self.row, beside), default=0)
        if side.how:
            lines = _TIMES * side.daily + LINE_HEIGHT * bool(side.pointer)
            total += self._box(self._how(side.how) + lines)
        return total

    def _how(self, how: Cell) -> float:
        if self.lines >= Lines.HALVES and how.in_whole_halves:
            return how.height_in_whole_halves(self.in_box)
        return how.height(self.line)

    def urgent(self, side: FirstSide) -> float:
        """The effects that need help. Most of it is lists of short items in columns."""
        if not side.urgent:
            return 0
        lists = sum(columns_height(group.body, self.in_box) for group in side.urgent)
        lists += sum(self._narrower(group.body) for group in side.urgent)
        action = blocks_height(side.action, self.line)
        return self._box(lists * 1.1 + action + 1.6 * len(side.urgent) + 1.3)

    def _narrower(self, body: Body) -> float:
        """How much higher the lines of a body are that are not as wide as its box, in em."""
        if self.lines != Lines.SHORT:
            return 0
        text = [block for block in body if not isinstance(block, Bullets)]
        return blocks_height(text, self.line) - blocks_height(text, self.in_box)

    def cell(self, cell: Cell) -> float:
        """One of two cells that stand side by side."""
        return self._box(cell.height(self.em((self.width - _BETWEEN_BOXES) / 2 - _SIDE_OF_BOX)))

    def row(self, cell: Cell) -> float:
        """A cell that has the width of the page."""
        return self._box(self._across(cell))

    def _across(self, cell: Cell) -> float:
        if self.lines >= Lines.HALVES and cell.in_halves:
            return cell.height_in_halves(self.in_box)
        return cell.height(self.line)

    def text(self, ems: float) -> float:
        """The height of lines of text."""
        return ems * self.size * _LINE

    def _box(self, ems: float) -> float:
        return self.text(ems) + _BOX + _GAP

    def parts(self, parts: Sequence[FilledPart], monograph: Monograph) -> float:
        width = self.em(self.width)
        total = 0.0
        for part in parts:
            heading = plain(part.label) or part.heading
            total += _PART + (text_height(heading, width / 1.3) - LINE_HEIGHT) * 1.25
            total += passages_height(part.passages, width)
            total -= sum(height_saved(passage.body) for passage in part.passages)
            if part.ranks:
                total += sum(frequencies_height(passage.body) for passage in part.passages)
        closing = blocks_height(monograph.disclaimers, self.em(self.width - 6 * MM) / 0.9) * 0.9
        return self.text(total + closing + _CLOSING)
