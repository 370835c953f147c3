"""Chooses the text size of a leaflet in columns that has no first side: of several medicines."""

from dataclasses import replace

from leaflet.compose import Makeup
from leaflet.fitting.model import Fit, Make
from leaflet.fitting.sides.measured import LEAST_LAST, MOST_FILLED, filled_share
from leaflet.kinds.model import Sides


def fit_columns(make: Make, sides: Sides, paper: float) -> Fit:
    """A leaflet on paper ``paper`` points high, in the usual size unless a last side is empty then.

    Then smaller type may save that side, or else larger type or lines further apart fill it.
    """
    trials: list[Fit] = []
    usual, smallest, largest = sides.long_size, sides.sizes[-1], sides.sizes[0]
    sizes = map(Makeup, (usual, smallest, largest))
    for makeup in (*sizes, Makeup(largest, spaced=True)):
        composition, layout = make(makeup)
        fit = Fit(composition, layout, len(trials) + 1)
        if not 2 < layout.pages <= MOST_FILLED or "end" not in layout.anchors:
            return fit
        if filled_share(layout, paper, right_to_left=composition.right_to_left) >= LEAST_LAST:
            return fit
        trials.append(fit)
    return replace(trials[0], trials=len(trials))
