"""The estimated heights of a leaflet's first side and of what follows, before anything is laid out.

All heights are in points, at a text size in points. The distances are those of ``page.css``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leaflet.compose.measure import type_area
from leaflet.compose.measure.estimate import LINE_HEIGHT, blocks_height, text_height
from leaflet.compose.outline.chapter import Chapter, FilledPart
from leaflet.compose.outline.groups import label_of
from leaflet.compose.sides.cells import Cell, passages_height
from leaflet.compose.sides.first_side import FirstSide
from leaflet.monograph.frequency import read_band
from leaflet.monograph.model import Block, Bullets, Entry, FrontMatter, ListItem, Monograph
from leaflet.monograph.text import plain
from leaflet.theme.cascade import length

MM = 72 / 25.4

SIDES_WITH_CONTENTS = 5
"""More sides than this have a table of contents."""

GUTTER = 8 * MM
"""Between the two columns of the sides that follow."""

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

_FREQUENCY, _DOTS = 1.5, 2.7
"""Em of the picture of a frequency of 1 in 10, and of 1 in 100."""

_CLOSING = 3.0
_LINE = 1.28 / LINE_HEIGHT
"""Lines of a leaflet are this much further apart than the estimate has them."""


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of the first side and of the columns, and what is there for each.

    ``top`` is the margin above the first side, ``cells`` the number of its cells.
    """

    first: float
    top: float
    first_side: float
    rest: float
    column: float
    cells: int


def estimate(
    monograph: Monograph, side: FirstSide, size: float, tokens: Mapping[str, str]
) -> Heights:
    """The heights of a leaflet in a text size. Raises ``SettingsError`` as ``length`` does."""
    width, height = type_area.width(tokens), type_area.height(tokens)
    top = length("--paper-height", tokens) - height
    below = length("--foot-space", tokens) + 1.3 * int(tokens["--footer-lines"]) * length(
        "--footer-size", tokens
    )
    first = _Ruler(width, size)
    return Heights(
        first=first.head(monograph.front, monograph.name) + first.boxes(monograph, side),
        top=_TOP_OF_FIRST,
        first_side=height + top - below - _TOP_OF_FIRST,
        rest=_Ruler((width - GUTTER) / 2, size).parts(side.rest, monograph),
        column=height,
        cells=len(side.cells),
    )


def is_long(chapters: Sequence[Chapter], tokens: Mapping[str, str]) -> bool:
    """Whether a document has so many sides, in one column, that it needs a table of contents.

    Columns have none: it would be longer than what it helps to find. Raises ``SettingsError`` as
    ``length`` does.
    """
    if tokens["--columns"].isdigit():
        return False
    width = type_area.width(tokens) / length("--text-size", tokens)
    lines = sum(
        _PART + passages_height(part.passages, width)
        for chapter in chapters
        for part in chapter.parts
    )
    return lines / LINE_HEIGHT >= SIDES_WITH_CONTENTS * type_area.lines_per_page(tokens)


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Measures text in a column of a width, both in points."""

    width: float
    size: float

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
        wide = self.em(self.width - _SIDE_OF_BOX)
        total = 0.0
        if boxed := monograph.front.boxed_warning:
            total += self._box(text_height(boxed, wide) + 1.5)
        if monograph.preamble:
            total += self._box(blocks_height(monograph.preamble, wide) + 1.5)
        if side.points:
            points = (plain(p.sentence.label) + " " + plain(p.sentence.text) for p in side.points)
            total += self._box(sum(text_height(text, wide - 1.3) + 0.15 for text in points) + 1.5)
        total += self._grid([cell for cell in (side.purpose, side.bans) if cell])
        if side.how:
            lines = _TIMES * side.daily + LINE_HEIGHT * bool(side.pointer)
            total += self._box(side.how.height(wide) + lines)
        if side.urgent:
            # Most of it is lists of short items in two columns.
            lists = sum(blocks_height(group.body, wide / 2 - 1) / 2 for group in side.urgent)
            action = blocks_height(side.action, wide)
            total += self._box(lists * 1.1 + action + 1.6 * len(side.urgent) + 1.3)
        return total + self._grid(side.cells)

    def _grid(self, cells: Sequence[Cell]) -> float:
        """The height of cells two by two, and of those as wide as the page."""
        narrow = self.em((self.width - _BETWEEN_BOXES) / 2 - _SIDE_OF_BOX)
        wide = self.em(self.width - _SIDE_OF_BOX)
        total = sum(self._box(cell.height(wide)) for cell in cells if cell.wide)
        paired = [cell for cell in cells if not cell.wide]
        for at in range(0, len(paired), 2):
            pair = paired[at : at + 2]
            widths = narrow if len(pair) == 2 else wide
            total += self._box(max(cell.height(widths) for cell in pair))
        return total

    def _box(self, ems: float) -> float:
        return ems * self.size * _LINE + _BOX + _GAP

    def parts(self, parts: Sequence[FilledPart], monograph: Monograph) -> float:
        width = self.em(self.width)
        total = 0.0
        for part in parts:
            heading = plain(part.label) or part.heading
            total += _PART + (text_height(heading, width / 1.3) - LINE_HEIGHT) * 1.25
            total += passages_height(part.passages, width)
            if part.ranks:
                total += sum(_frequencies(passage.body) for passage in part.passages)
        closing = blocks_height(monograph.disclaimers, self.em(self.width - 6 * MM) / 0.9) * 0.9
        return (total + closing + _CLOSING) * self.size * _LINE


def _frequencies(body: Iterable[Block | ListItem]) -> float:
    """The height of the pictures of frequencies below the labels of a body, in em."""
    total = 0.0
    for block in body:
        if band := read_band(label_of(block)):
            total += _DOTS if band.people == 100 else _FREQUENCY
        match block:
            case Bullets(items):
                total += _frequencies(items)
            case Entry(_, inner):
                total += _frequencies(inner)
    return total
