"""Chooses the text size of a leaflet with sides, and which cells stand on its first side.

The largest size with which it goes onto the two sides of one sheet is estimated. The layout says
whether the estimate was right; if not, it is corrected by what was measured, and laid out again. A
leaflet that is too long for one sheet has a size that is well read, and that fills its last side.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from leaflet.compose import PLAIN, Composition
from leaflet.compose.sheet.makeup import Lines
from leaflet.compose.sides.dose_box import DOSES_FOLLOW
from leaflet.compose.sides.first_side import FirstSide
from leaflet.compose.sides.heights import Heights, estimate
from leaflet.fitting.model import Fit, Make
from leaflet.fitting.sides.columns_only import fit_columns
from leaflet.fitting.sides.measured import (
    LEAST_LAST,
    MOST_FILLED,
    MeasuredSides,
    measure_sides,
)
from leaflet.fitting.sides.plan import Known, Plan, plan_sides, without_a_cell
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

SMALLER_FOR_SHORT_LINES = 0.5
"""Points by which type that is still well read may be smaller for lines that are."""


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
    search = _Search(draft, draft.side, sides, tokens, Known())
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
    best = max(trials, key=lambda trial: trial.merit)
    if best.keeps_promise:
        return best.fit(len(trials))
    # It would count its sides as those of one sheet.
    return Fit(*make(replace(best.plan.makeup, one_sheet=False)), len(trials) + 1)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A plan laid out, on paper ``paper`` points high."""

    plan: Plan
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
    """What is ``known`` of a leaflet, and what it could be in each size.

    ``found`` holds the heights that were estimated, by the text size and how long the lines of
    wide boxes are.
    """

    draft: Composition
    side: FirstSide
    sides: Sides
    tokens: Mapping[str, str]
    known: Known
    found: dict[tuple[float, Lines], Heights] = field(default_factory=dict)

    def best(self) -> Plan:
        """The make-up that promises to be best, with short lines where nothing is lost by them."""
        plan = self._on_one_sheet() or self._on_more()
        size = plan.makeup.size
        smaller = size - SMALLER_FOR_SHORT_LINES
        sizes = (size, smaller) if smaller >= self.sides.long_size else (size,)
        for each, lines in product(sizes, (Lines.SHORT, Lines.HALVES)):
            if lines <= self.known.lines:
                short = self._plan(each, lines=lines, spaced=plan.makeup.spaced)
                if _is_as_good(short, plan) and (short.is_roomy or lines == Lines.HALVES):
                    plan = short
                    break
        fits = plan.over <= 0 and not self._is_too_large(plan)
        return replace(plan, makeup=replace(plan.makeup, one_sheet=fits))

    def _on_one_sheet(self) -> Plan | None:
        """The largest type with all effects that need help on the first side.

        But type a little smaller is better than one of the cells that matter most left to the other
        sides.
        """
        plans = map(self._plan, self.sides.sizes)
        fitting = [each for each in plans if each.over <= 0 and not self._is_too_large(each)]
        if not fitting:
            smallest = self._plan(self.sides.sizes[-1])
            return None if self._is_too_large(smallest) else without_a_cell(smallest, self.known)
        fitting = [plan for plan in fitting if not plan.makeup.early] or fitting
        least = fitting[0].makeup.size - MOST_SMALLER
        near = [plan for plan in fitting if plan.makeup.size >= least]
        return max(near, key=lambda plan: (self._first_cells(plan), plan.makeup.size))

    def _is_too_large(self, plan: Plan) -> bool:
        return plan.makeup.size >= self.known.too_large

    def _on_more(self) -> Plan:
        """A size that is well read, and with which the last side is filled.

        Where none fills it, lines further apart may: they are easier to follow, and cost no side.
        """
        long = [size for size in reversed(self.sides.sizes) if size >= self.sides.long_size]
        plans = [self._plan(size, spaced=spaced) for spaced in (False, True) for size in long]
        plans = [plan for plan in plans if not plan.makeup.early] or plans
        good = (plan for plan in plans if plan.filled >= LEAST_FILLED)
        return next(good, max(plans, key=lambda plan: plan.filled))

    def _first_cells(self, plan: Plan) -> int:
        first = self.sides.cells[:FIRST_CELLS]
        return len({*first}.intersection(plan.makeup.cells or ()))

    def _plan(self, size: float, *, lines: Lines = Lines.LONG, spaced: bool = False) -> Plan:
        key = (size, lines)
        if key not in self.found:
            monograph = self.draft.monograph
            self.found[key] = estimate(monograph, self.side, size, self.tokens, lines=lines)
        return plan_sides(self.found[key], size, self.known, lines=lines, spaced=spaced)

    def corrected(self, trial: _Trial) -> "_Search | None":
        """The search with what a layout has shown; None if nothing better is to be expected."""
        plan, layout, known = trial.plan, trial.layout, self.known
        if not {"boxes", "end"} <= layout.anchors.keys():  # a style has hidden them
            return None
        if plan.makeup.below and 1 in layout.bad_ends:
            if plan.makeup.in_short_lines:
                return self._knowing()
            moves_doses = plan.makeup.doses_first and self.side.pointer == DOSES_FOLLOW
            return self._knowing(doses_first=False) if moves_doses else self._knowing(below=False)
        if trial.is_spilled:
            factor = max(plan.heights.side / plan.first * TOO_HIGH, known.first)
            is_large = plan.makeup.size > self.sides.long_size
            may_shrink = plan.makeup.cells or plan.makeup.in_halves or is_large
            return self._knowing(first=factor, lines=Lines.LONG) if may_shrink else None
        if plan.makeup.one_sheet and layout.pages <= 2:
            return None
        measured = trial.measured
        rest = known.rest * measured.columns / plan.rest
        if plan.makeup.one_sheet:
            # Columns may have ended early only because what follows was kept whole. In smaller type
            # it may fit; in this one it does not, however little was filled.
            ended_early = min(measured.last, MOST_KEPT_WHOLE * plan.heights.column)
            rest = known.rest * (measured.columns - ended_early) / plan.rest
            rest = max(rest, known.rest * (plan.rest - plan.over) / plan.rest * TOO_HIGH)
        first = known.first if plan.makeup.early else measured.boxes / plan.boxes
        has_failed = plan.makeup.one_sheet and not plan.makeup.in_halves
        too_large = plan.makeup.size if has_failed else known.too_large
        search = self._knowing(first=first, rest=rest, lines=Lines.LONG, too_large=too_large)
        is_good = trial.keeps_promise and trial.is_well_filled
        return None if is_good and not search.best().makeup.one_sheet else search

    def _knowing(self, **known: Any) -> "_Search":
        lines = min(self.known.lines, Lines.HALVES)
        return replace(self, known=replace(self.known, **{"lines": lines, **known}))


def _is_as_good(short: Plan, plan: Plan) -> bool:
    """Whether a plan with two columns in wide boxes loses nothing that another one has."""
    same = (short.makeup.early, short.pages) == (plan.makeup.early, plan.pages)
    keeps_cells = {*(plan.makeup.cells or ())} <= {*(short.makeup.cells or ())}
    return same and keeps_cells and short.filled >= min(plan.filled, LEAST_FILLED)
