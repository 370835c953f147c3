"""What a leaflet with sides would be in a text size: what its first side has, how full it is."""

from dataclasses import dataclass, replace
from math import ceil, inf

from leaflet.compose import Makeup
from leaflet.compose.sheet.makeup import Lines
from leaflet.compose.sides.heights import Heights
from leaflet.fitting.sides.measured import LEAST_BELOW

_FIRST = 0.97
_REST = 1.0
"""Factors by which the estimates are corrected before anything is laid out."""

_SPACED = 1.09
"""How much higher columns are whose lines are further apart: 1.42 em instead of 1.28."""

LEAST_FOR_DOSES = 160.0
"""Points of height below the boxes in which doses may begin: less would divide them at once."""

_UNSURE = 0.1
"""The share of the columns by which their estimated height is rarely too low."""

_SPARE = 15.0
"""Points that two sides should have left to be better than a cell: estimates are not exact."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a leaflet: the factors by which the estimates of its heights are wrong.

    ``below`` is false if the columns are not to begin on the first side, ``doses_first`` if doses
    that the first side has no room for are not to open them. ``lines`` are the shortest that wide
    boxes are to have. With type of ``too_large`` points two sides are too few.
    """

    first: float = _FIRST
    rest: float = _REST
    below: bool = True
    doses_first: bool = True
    lines: Lines = Lines.SHORT
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
    def is_roomy(self) -> bool:
        """Whether it fits even if its heights are estimated a little too low."""
        is_first = self.first + _SPARE <= self.heights.side or self.makeup.early
        return is_first and (self.over <= -_UNSURE * self.rest or self.pages > 2)

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
    heights: Heights,
    size: float,
    known: Known,
    *,
    lines: Lines = Lines.LONG,
    spaced: bool = False,
) -> Plan:
    """A leaflet in a text size, with all the cells that there is space for.

    The most important ones are chosen first.

    ``lines`` says how long those of wide boxes are, ``spaced`` whether the
    lines of the columns that follow are further apart.
    """
    makeup = Makeup(
        size,
        below=known.below,
        lines=lines,
        spaced=spaced,
        doses_first=known.doses_first,
    )
    return _plan(heights, makeup, known)


def without_a_cell(plan: Plan, known: Known) -> Plan | None:
    """The plan for two sides with lower cells instead of one, the least important that helps."""
    keys = reversed(plan.makeup.cells or ())
    others = (_plan(plan.heights, plan.makeup, known, key) for key in keys)
    return next((other for other in others if other.over <= -_SPARE), None)


def _plan(heights: Heights, makeup: Makeup, known: Known, left_out: str = "") -> Plan:
    """The plan of a make-up with all the cells that there is space for but the one left out."""
    fixed = heights.boxes + heights.urgent
    early = fixed * known.first > heights.side
    above = heights.boxes if early else fixed
    cells: list[str] = []
    for key in (cell.key for cell in heights.cells if cell.key != left_out):
        if (above + heights.grid([*cells, key])) * known.first <= heights.side:
            cells.append(key)
    first = above + heights.grid(cells)
    boxes = heights.urgent if early else first
    below = (heights.column if early else heights.side) - boxes * known.first
    following = heights.following(cells) * known.rest
    space = 2 * below if below >= LEAST_BELOW and known.below else 0
    doses_first = known.doses_first and not 0 < space < 2 * LEAST_FOR_DOSES
    return Plan(
        makeup=replace(makeup, cells=tuple(cells), early=early, doses_first=doses_first),
        heights=heights,
        first=first,
        boxes=boxes,
        space=space,
        rest=following * (_SPACED if makeup.spaced else 1),
    )
