"""Copyfitting: the make-up with which a sheet goes onto one side of paper.

The candidates are known beforehand, best first: each size of type with everything on the sheet,
largest first; the smallest in columns that may break anywhere, which are fuller and take the engine
three times as long; then all of these without the part that may go first; and so on. The text is
cast off to choose the one that is laid out first; what a layout measures corrects the choice. So
most sheets are laid out once or twice, and only the winner is drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose import Composition, Copy, Makeup
from leaflet.fitting.heights import Depths, cast_off, measure
from leaflet.kinds.model import Sheet
from leaflet.rendering import Layout
from leaflet.theme.cascade import Stylesheet, length

MOST_TRIALS = 6
"""Layouts after which a sheet is taken as it is; none of the corpus comes near."""

Make = Callable[[Makeup], tuple[Composition, Layout]]


@dataclass(frozen=True, slots=True)
class Fit:
    """A document made up and laid out; ``trials`` counts the layouts that it took."""

    composition: Composition
    layout: Layout
    trials: int = 1


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A make-up to be tried; one that ``flows`` has columns that may break within a galley."""

    makeup: Makeup
    flows: bool = False

    def goes(self, copy: Copy, depths: Depths) -> bool:
        return (depths.flow if self.flows else depths.take)(copy, self.makeup)

    def turned(self, copy: Copy, depths: Depths) -> Makeup:
        return self.makeup if self.flows else depths.turned(copy, self.makeup)


def fit(draft: Composition, make: Make, sheet: Sheet, stylesheet: Stylesheet) -> Fit:
    """The document in the best make-up that goes onto one side, else running on.

    ``draft`` is the document in any make-up, ``make`` composes it in another one and lays it out. A
    style with a text size of its own is kept to that size, on as many pages as it takes.
    """
    own = length(stylesheet.tokens["--text-size"], stylesheet.tokens)
    if own != sheet.sizes[0]:
        return _run_on(make, (Makeup(),), 0)
    copy, height = draft.copy, length(stylesheet.tokens["--paper-height"], stylesheet.tokens)
    wanted = tuple(_candidates(copy.movable, sheet.sizes))
    depths, best = cast_off(draft, stylesheet), None
    trials, first, last = 0, 0, len(wanted)
    while trials < MOST_TRIALS:
        place = next((n for n in range(first, last) if wanted[n].goes(copy, depths)), last)
        if place == last and trials:
            break
        place = min(place, last - 1)  # an estimate alone sends nothing to a second side
        composition, layout = make(wanted[place].turned(copy, depths))
        trials += 1
        if composition.makeup.turns:
            depths = measure(composition, layout, height, depths)
        if layout.pages == 1:
            best, last = Fit(composition, layout), place
        else:
            first = place + 1
    if best:
        return replace(best, trials=trials)
    long = [Makeup(size) for size in sheet.sizes if depths.flow(copy, Makeup(size), sides=2)]
    return _run_on(make, long or [Makeup(sheet.sizes[-1])], trials)


def _candidates(movable: Sequence[str], sizes: Sequence[float]) -> Iterator["_Candidate"]:
    for gone in range(len(movable) + 1):
        yield from (_Candidate(Makeup(size, tuple(movable[:gone]))) for size in sizes)
        yield _Candidate(Makeup(sizes[-1], tuple(movable[:gone])), flows=True)


def _run_on(make: Make, wanted: Sequence[Makeup], trials: int) -> Fit:
    """The sheet on two sides in the first of the make-ups that does it, else in the last."""
    for makeup in wanted:
        composition, layout = make(replace(makeup, runs_on=True))
        trials += 1
        if layout.pages == 1:  # columns that may break anywhere are the fuller ones
            composition, layout = make(makeup)
            trials += 1
        if layout.pages <= 2:
            break
    return Fit(composition, layout, trials)
