"""What a leaflet with sides would be in a text size: what its first side has, how full it is."""

from dataclasses import dataclass
from math import ceil, inf

from leaflet.compose import Makeup
from leaflet.compose.sides.heights import Heights
from leaflet.fitting.sides.measured import LEAST_BELOW

_FIRST = 0.97
_REST = 1.0
"""Factors by which the estimates are corrected before anything is laid out."""

_SPACED = 1.09
"""How much higher columns are whose lines are further apart: 1.42 em instead of 1.28."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a leaflet: the factors by which the estimates of its heights are wrong.

    ``below`` is false if the columns are not to begin on the first side, ``short_lines`` if no box
    is to have its text in two columns. With type of ``too_large`` points two sides are too few.
    """

    first: float = _FIRST
    rest: float = _REST
    below: bool = True
    short_lines: bool = True
    too_large: float = inf


@dataclass(frozen=True, slots=True)
class Plan:
    """A make-up with the heights that it should have, in points.

    ``first`` is the height on the first side above any columns, ``boxes`` the same of the side on
    which the columns begin; neither is corrected by what is known. ``space`` is that of the columns
    on the latter, ``rest`` what is to go into columns.
    """

    makeup: Makeup
    heights: Heights
    first: float
    boxes: float
    space: float
    rest: float

    @property
    def over(self) -> float:
        """The height that two sides have no space for."""
        return self.rest - self._sheet

    @property
    def _sheet(self) -> float:
        return self.space + 2 * self.heights.column * (not self.makeup.early)

    @property
    def pages(self) -> int:
        """The number of sides."""
        return 2 + max(ceil(self.over / (2 * self.heights.column)), 0)

    @property
    def filled(self) -> float:
        """The share of the columns of the last side that is filled."""
        side = 2 * self.heights.column
        return self.over % side / side if self.over > 0 else 1


def plan_sides(
    heights: Heights, size: float, known: Known, *, short_lines: bool, spaced: bool = False
) -> Plan:
    """A leaflet in a text size, with all the cells that there is space for.

    ``short_lines`` says whether wide boxes have their text in two columns, ``spaced`` whether the
    lines of the columns that follow are further apart.
    """
    fixed = heights.boxes + heights.urgent
    early = fixed * known.first > heights.side
    above = heights.boxes if early else fixed
    cells: list[str] = []
    for key in (cell.key for cell in heights.cells):
        if (above + heights.grid([*cells, key])) * known.first <= heights.side:
            cells.append(key)
    first = above + heights.grid(cells)
    boxes = heights.urgent if early else first
    below = (heights.column if early else heights.side) - boxes * known.first
    return Plan(
        makeup=Makeup(
            size,
            cells=tuple(cells),
            early=early,
            below=known.below,
            short_lines=short_lines,
            spaced=spaced,
        ),
        heights=heights,
        first=first,
        boxes=boxes,
        space=2 * below if below >= LEAST_BELOW and known.below else 0,
        rest=heights.following(cells) * known.rest * (_SPACED if spaced else 1),
    )
