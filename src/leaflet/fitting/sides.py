"""Chooses the text size of a leaflet with sides, and which cells stand on its first side.

The largest size with which it goes onto the two sides of one sheet is estimated. The layout says
whether the estimate was right; if not, it is corrected by what was measured, and laid out again. A
leaflet that is too long for one sheet has a size that is well read, and that fills its last side.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from leaflet.compose import PLAIN, Composition, Makeup
from leaflet.compose.sides.first_side import FirstSide
from leaflet.compose.sides.heights import Heights, estimate
from leaflet.fitting.columns_only import fit_columns
from leaflet.fitting.fit import Fit, Make
from leaflet.fitting.measured_sides import (
    LEAST_BELOW,
    LEAST_LAST,
    MOST_FILLED,
    MeasuredSides,
    measure_sides,
)
from leaflet.kinds.model import Sides
from leaflet.rendering import Layout
from leaflet.theme.cascade import Stylesheet, length

MOST_TRIALS = 4

FIRST_CELLS = 4
"""Cells for which the type may be smaller: missed doses, stopping, interactions, pregnancy."""

MOST_SMALLER = 1.0
"""Points by which it may be smaller for them."""

LEAST_FILLED = 0.36
"""The share of its columns that a last side should fill, where that is only estimated."""

TOO_HIGH = 1.005
"""What boxes that do not fit were at least estimated too low by."""

MOST_KEPT_WHOLE = 0.3
"""The share of a column that may have been left empty below what it holds."""

_FIRST = 0.965
_REST = 1.03
"""Factors by which the estimates are corrected before anything is laid out."""


def fit_sides(draft: Composition, make: Make, sides: Sides, stylesheet: Stylesheet) -> Fit:
    """The leaflet in the largest type with which it fits on one sheet, or else in the usual one.

    A style with one column, or with a text size of its own, keeps what it sets.
    """
    tokens = {**stylesheet.tokens, **draft.overrides}
    own_size = length("--text-size", stylesheet.tokens) != sides.sizes[0]
    if tokens["--columns"] != "2" or own_size:
        return Fit(*make(PLAIN))
    paper = length("--paper-height", tokens)
    if draft.side is None:
        return fit_columns(make, sides, paper)
    search = _Search(draft, draft.side, sides, tokens)
    trials: list[_Trial] = []
    while len(trials) < MOST_TRIALS:
        plan = search.best()
        if any(trial.plan.makeup == plan.makeup for trial in trials):
            break
        trials.append(_Trial(plan, *make(plan.makeup), paper))
        corrected = search.corrected(trials[-1])
        if corrected is None:
            return trials[-1].fit(len(trials))
        search = corrected
    return max(trials, key=lambda trial: trial.merit).fit(len(trials))


@dataclass(frozen=True, slots=True)
class _Plan:
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
    def filled(self) -> float:
        """The share of the columns of the last side that is filled."""
        side = 2 * self.heights.column
        return self.over % side / side if self.over > 0 else 1


@dataclass(frozen=True, slots=True)
class _Trial:
    """A plan laid out, on paper ``paper`` points high."""

    plan: _Plan
    composition: Composition
    layout: Layout
    paper: float

    @property
    def measured(self) -> MeasuredSides:
        return measure_sides(self.composition, self.layout, self.paper, self.plan.heights)

    @property
    def is_spilled(self) -> bool:
        """Whether boxes are on a side later than planned."""
        return self.layout.anchors["boxes"].page > 1 + self.plan.makeup.early

    @property
    def keeps_promise(self) -> bool:
        return self.layout.pages <= 2 or not self.plan.makeup.one_sheet

    @property
    def is_well_filled(self) -> bool:
        filled = self.measured.filled >= LEAST_LAST
        return filled or not 2 < self.layout.pages <= MOST_FILLED

    @property
    def merit(self) -> tuple[bool, bool, int, bool, float]:
        """Compares trials of which none is as good as could be; the greatest is best."""
        return (
            self.keeps_promise,
            not self.is_spilled,
            -self.layout.pages,
            self.is_well_filled,
            self.plan.makeup.size,
        )

    def fit(self, trials: int) -> Fit:
        return Fit(self.composition, self.layout, trials)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is known of a leaflet's heights; the factors are those by which estimates were wrong.

    ``found`` holds the heights that were estimated, by the text size. ``below`` is false if the
    columns are not to begin on the first side.
    """

    draft: Composition
    side: FirstSide
    sides: Sides
    tokens: Mapping[str, str]
    first: float = _FIRST
    rest: float = _REST
    below: bool = True
    found: dict[float, Heights] = field(default_factory=dict)

    def best(self) -> _Plan:
        """The make-up that promises to be best.

        That is the largest type with all effects that need help on the first side; but type a
        little smaller is better than one of the cells that matter most left to the other sides.
        """
        fitting = [plan for plan in map(self._plan, self.sides.sizes) if plan.over <= 0]
        if fitting:
            fitting = [plan for plan in fitting if not plan.makeup.early] or fitting
            largest = fitting[0].makeup.size
            near = [plan for plan in fitting if plan.makeup.size >= largest - MOST_SMALLER]
            best = max(near, key=lambda plan: (self._first_cells(plan), plan.makeup.size))
            return replace(best, makeup=replace(best.makeup, one_sheet=True))
        long = [size for size in reversed(self.sides.sizes) if size >= self.sides.long_size]
        plans = [*map(self._plan, long)]
        plans = [plan for plan in plans if not plan.makeup.early] or plans
        good = (plan for plan in plans if plan.filled >= LEAST_FILLED)
        return next(good, max(plans, key=lambda plan: plan.filled))

    def _first_cells(self, plan: _Plan) -> int:
        first = self.sides.cells[:FIRST_CELLS]
        return len({*first}.intersection(plan.makeup.cells or ()))

    def _plan(self, size: float) -> _Plan:
        """What a leaflet would be in a text size, with all the cells that there is space for."""
        heights = self._heights(size)
        fixed = heights.boxes + heights.urgent
        early = fixed * self.first > heights.side
        above = heights.boxes if early else fixed
        cells: list[str] = []
        for key in (cell.key for cell in heights.cells):
            if (above + heights.grid([*cells, key])) * self.first <= heights.side:
                cells.append(key)
        first = above + heights.grid(cells)
        boxes = heights.urgent if early else first
        below = (heights.column if early else heights.side) - boxes * self.first
        return _Plan(
            makeup=Makeup(size, cells=tuple(cells), early=early, below=self.below),
            heights=heights,
            first=first,
            boxes=boxes,
            space=2 * below if below >= LEAST_BELOW and self.below else 0,
            rest=heights.following(cells) * self.rest,
        )

    def _heights(self, size: float) -> Heights:
        if size not in self.found:
            self.found[size] = estimate(self.draft.monograph, self.side, size, self.tokens)
        return self.found[size]

    def corrected(self, trial: _Trial) -> "_Search | None":
        """The search with what a layout has shown; None if nothing better is to be expected."""
        plan, layout = trial.plan, trial.layout
        if not {"boxes", "end"} <= layout.anchors.keys():  # a style has hidden them
            return None
        if plan.makeup.below and 1 in layout.bad_ends:
            return replace(self, below=False)
        if trial.is_spilled:
            factor = plan.heights.side / plan.first * TOO_HIGH
            return replace(self, first=max(factor, self.first)) if plan.makeup.cells else None
        if plan.makeup.one_sheet and layout.pages <= 2:
            return None
        measured = trial.measured
        rest = self.rest * measured.columns / plan.rest
        if plan.makeup.one_sheet:
            # Columns may have ended early only because what follows was kept whole. In smaller type
            # it may fit; in this one it does not, however little was filled.
            ended_early = min(measured.last, MOST_KEPT_WHOLE * plan.heights.column)
            rest = self.rest * (measured.columns - ended_early) / plan.rest
            rest = max(rest, self.rest * (plan.rest - plan.over) / plan.rest * TOO_HIGH)
        first = self.first if plan.makeup.early else measured.boxes / plan.boxes
        search = replace(self, first=first, rest=rest)
        is_good = trial.keeps_promise and trial.is_well_filled
        return None if is_good and not search.best().makeup.one_sheet else search
