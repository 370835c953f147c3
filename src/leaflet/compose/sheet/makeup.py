"""The make-up of a sheet: text size, parts and column breaks, which only a layout can decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from leaflet.compose.sheet.content import Column, SheetContent
from leaflet.compose.sheet.fragments import Fragment
from leaflet.kinds.model import Band, Sheet
from leaflet.theme.cascade import length

Fragments = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column of the bands and the fragments that stay in it; ``spills`` if others do not."""

    column: Column
    fragments: Fragments
    spills: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """Every fragment of a sheet in its place.

    ``columns`` are those of the second and third band; ``rest`` are the columns below them, left
    and right on each side, or one that flows through both. It begins with what the bands have no
    room for.
    """

    columns: tuple[PlacedColumn, ...]
    rest: tuple[Fragments, ...]

    def of(self, band: Band) -> tuple[PlacedColumn, ...]:
        """The columns of one band."""
        return tuple(each for each in self.columns if each.column.band == band)


class Lines(IntEnum):
    """How long the lines are in a box as wide as the page.

    More than 75 characters are hard to follow (RNIB, clear print).
    """

    LONG = 0
    HALVES = 1
    """Text that can be divided has two columns."""
    SHORT = 2
    """And other text does not take all of the width."""


@dataclass(frozen=True, slots=True)
class Makeup:
    """One way to make up a sheet.

    ``size`` is the text size in points, 0 for the style's own. ``moved`` are the keys of parts
    that are left to the monograph. ``kept`` is, for each column of the bands, the number of its
    fragments that stay there; without it all do. ``left`` is the number of fragments in the left
    column of the rest; without it the text flows through CSS columns that continue on the next
    page; ``later`` are the ends of the columns between that one and the last, on a sheet that goes
    on on other sides. ``stacked`` puts all columns below each other. ``runs_on`` is true if the
    sheet goes on on another page and says so.

    Of a leaflet with sides, ``cells`` are the keys of what may stand in cells on the first side and
    does (None: all that may), ``lines`` how long those of wide boxes are, ``early`` is true if the
    cells stand before the effects that need help, for which that side has no room, ``below`` if the
    columns begin below the boxes where there is room, ``doses_first`` if doses that the first side
    has no room for open them, ``spaced`` if their lines are further apart than usual, and
    ``one_sheet`` if it is to have no more than two sides.
    """

    size: float = 0
    moved: tuple[str, ...] = ()
    kept: tuple[int, ...] = ()
    left: int = 0
    later: tuple[int, ...] = ()
    stacked: bool = False
    runs_on: bool = False
    cells: tuple[str, ...] | None = None
    early: bool = False
    lines: Lines = Lines.LONG
    below: bool = False
    doses_first: bool = True
    spaced: bool = False
    one_sheet: bool = False

    @property
    def in_halves(self) -> bool:
        """Whether text of wide boxes that can be divided has two columns."""
        return self.lines >= Lines.HALVES

    @property
    def in_short_lines(self) -> bool:
        """Whether all text of wide boxes has short lines."""
        return self.lines == Lines.SHORT

    def arrange(self, content: SheetContent) -> Placement:
        """The fragments of a sheet in their columns."""
        columns = content.columns(self.moved)
        kept = self.kept or tuple(len(column.fragments) for column in columns)
        placed = tuple(
            PlacedColumn(column, column.fragments[:number], number < len(column.fragments))
            for column, number in zip(columns, kept, strict=True)
        )
        rest = rest_of(content, columns, kept, self.moved)
        ends = (0, self.left or len(rest), *self.later, len(rest))
        return Placement(placed, tuple(rest[a:b] for a, b in pairwise(ends) if a < b))


def has_own_size(sheet: Sheet, tokens: Mapping[str, str]) -> bool:
    """Whether a style has a text size of its own, such as large print, and so is never fitted."""
    return length("--text-size", tokens) != sheet.sizes[0]


def rest_of(
    content: SheetContent, columns: Sequence[Column], kept: Sequence[int], moved: Sequence[str]
) -> Fragments:
    """What is below the bands: what they have no room for, then the parts that belong there."""
    pairs = zip(columns, kept, strict=True)
    spilled = (each for column, number in pairs for each in column.fragments[number:])
    own = (each for part in content.of(Band.REST, moved) for each in part.fragments)
    return (*spilled, *own)


PLAIN = Makeup()
"""The style's text size, everything on the sheet, and text that flows."""
