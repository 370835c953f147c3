"""Chooses the text size of a leaflet with sides, and how much stands on its first side.

The largest size with which it goes onto the two sides of one sheet is estimated; the columns begin
below the boxes of the first side, if there is room for a few lines. The layout says whether the
estimate was right; if not, it is corrected by what was measured, and laid out again. A leaflet that
is too long for one sheet has the size that is best read on several.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from leaflet.compose import PLAIN, Composition, Makeup, first_side_of
from leaflet.compose.sides.first_side import FirstSide
from leaflet.compose.sides.heights import Heights, estimate
from leaflet.fitting.fit import Fit
from leaflet.kinds.model import Sides
from leaflet.rendering import Layout
from leaflet.theme.cascade import Stylesheet, length

MOST_TRIALS = 4

MOST_CELLS = 6

FIRST_CELLS = 4
"""Cells for which the type may be smaller: missed doses, stopping, interactions, pregnancy."""

MOST_SMALLER = 1.0
"""Points by which it may be smaller for them."""

LEAST_BELOW = 90.0
"""Points of height below the boxes for which it is worth while to begin the columns there."""

MOST_TOO_HIGH = 1.05
"""Boxes estimated to be this much higher than the first side may still go onto it."""

_REFERENCE = 11.0
"""The text size for which heights are estimated; lines are higher and more numerous in another."""

_GROWTH = 1.9
"""The power with which heights grow with the text size."""

_SAFETY_FIRST = 0.97
_SAFETY_REST = 1.05
"""How the estimates are corrected, and what they may still be too low by."""

_GAP = 10.0
"""Points between the boxes and the columns below them."""

Make = Callable[[Makeup], tuple[Composition, Layout]]


def fit_sides(draft: Composition, make: Make, sides: Sides, stylesheet: Stylesheet) -> Fit:
    """The leaflet in the largest type with which it fits on one sheet, or else in the usual one.

    A style with one column, or with a text size of its own, keeps what it sets.
    """
    tokens = {**stylesheet.tokens, **draft.overrides}
    own_size = length("--text-size", stylesheet.tokens) != sides.sizes[0]
    if tokens["--columns"] != "2" or own_size:
        return Fit(*make(PLAIN))
    if draft.side is None:
        return Fit(*make(Makeup(sides.long_size)))
    paper = length("--paper-height", tokens)
    search = _Search(draft, draft.side, sides, tokens)
    for trial in range(1, MOST_TRIALS + 1):
        makeup = search.best()
        composition, layout = make(makeup)
        corrected = search.corrected(makeup, layout, paper)
        if corrected is None or trial == MOST_TRIALS:
            break
        search = corrected
    return Fit(composition, layout, trial)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is known of a leaflet's heights; the factors are those by which estimates were wrong.

    ``found`` holds the heights that were estimated, by the number of cells on the first side.
    ``begins_below`` is false if the columns are not to begin on the first side.
    """

    draft: Composition
    side: FirstSide
    sides: Sides
    tokens: Mapping[str, str]
    first: float = _SAFETY_FIRST
    rest: float = _SAFETY_REST
    most: int = MOST_CELLS
    begins_below: bool = True
    found: dict[int, Heights] = field(default_factory=dict)

    def best(self) -> Makeup:
        """The make-up that promises to be best.

        That is the largest type, then most cells; but type a little smaller is better than one of
        the cells that matter most left to the other sides.
        """
        fitting = [
            makeup
            for size in self.sides.sizes
            for makeup in self._makeups(size)
            if self._fits(makeup)
        ]
        if fitting:
            near = [each for each in fitting if each.size >= fitting[0].size - MOST_SMALLER]
            best = max(near, key=lambda each: (min(each.cells, FIRST_CELLS), each.size))
            return replace(best, one_sheet=True)
        size = self.sides.long_size
        heights = self.heights(0)
        too_high = heights.first * self.first * _scale(size) > heights.first_side * MOST_TOO_HIGH
        # Boxes that one side does not hold fill a good part of the second with all cells.
        return next(self._makeups(size), Makeup(size, cells=self.most if too_high else 0))

    def _makeups(self, size: float) -> Iterator[Makeup]:
        """The make-ups in a size whose boxes the first side holds, those with most cells first."""
        cells = self.most
        while cells >= 0:
            heights = self.heights(cells)
            cells = min(cells, heights.cells)
            first = heights.first * self.first * _scale(size)
            if first <= heights.first_side:
                is_low = self.begins_below and heights.first_side - first >= LEAST_BELOW
                below = round(heights.top + first + _GAP, 1) if is_low else 0
                yield Makeup(size, cells=cells, below=below)
            cells -= 1

    def heights(self, cells: int) -> Heights:
        """The estimated heights with at most so many cells."""
        if cells not in self.found:
            side = first_side_of(self.draft, cells) or self.side
            self.found[cells] = estimate(self.draft.monograph, side, _REFERENCE, self.tokens)
        return self.found[cells]

    def _fits(self, makeup: Makeup) -> bool:
        rest = self.heights(makeup.cells).rest * self.rest * _scale(makeup.size)
        return rest <= self._space(makeup)

    def _space(self, makeup: Makeup) -> float:
        """The height of all columns on two sides."""
        heights = self.heights(makeup.cells)
        below = heights.top + heights.first_side - makeup.below if makeup.below else 0
        return 2 * (heights.column + below)

    def corrected(self, makeup: Makeup, layout: Layout, paper: float) -> "_Search | None":
        """The search with what a layout has shown; None if it is as good as was promised."""
        boxes, heights = layout.anchors["boxes"], self.heights(makeup.cells)
        if boxes.page > 1:
            if not makeup.cells or not any(self._makeups(makeup.size)):
                return None
            return replace(self, most=makeup.cells - 1, first=self.first * 1.03)
        bottom = boxes.bottom * paper
        if makeup.below and bottom > makeup.below - _GAP / 2:
            found = (bottom - heights.top) / (heights.first * _scale(makeup.size))
            return replace(self, first=found * 1.005)
        if makeup.below and 1 in layout.bad_ends:
            return replace(self, begins_below=False)
        if makeup.one_sheet and layout.pages > 2:
            # What is on the third side is in its first column, nearly always.
            over = layout.anchors["end"].bottom * paper - (paper - layout.frames[2].top)
            height = self._space(makeup) + max(over, 0)
            found = height / (heights.rest * _scale(makeup.size))
            return replace(self, rest=max(found, self.rest * 1.02))
        return None


def _scale(size: float) -> float:
    return float((size / _REFERENCE) ** _GROWTH)
