"""Copyfitting: finds the make-up with which a sheet fits on one side of paper.

The candidates are known in advance, best first: each text size with everything on the sheet and
the bands whole, largest first; the smaller sizes with bands that go on below; the smallest with
more of them there; the same without the part that may go first; then the smallest size in columns
that may break anywhere, which hold more, tear statements and take the engine three times as long;
then all of these without the next part; and so on. An estimate decides which candidate is laid out
first, and each layout's measured heights correct the choice. So most sheets are laid out once or
twice, and only the winner is drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose import PLAIN, Composition, Makeup, SheetContent, has_own_size
from leaflet.fitting.model import Fit, Make
from leaflet.fitting.sheet.columns import (
    Measured,
    are_on_their_sides,
    measure_columns,
    over_sides,
    sides_of,
)
from leaflet.fitting.sheet.heights import Bands, Heights, estimate_heights
from leaflet.fitting.sheet.measured import measure_heights
from leaflet.kinds.model import Sheet
from leaflet.theme.cascade import Stylesheet, length

MOST_TRIALS = 6
"""Layouts after which the best one so far is taken; no sheet of the corpus needs so many."""

LARGEST_TIGHT = 8.5
"""Points of the largest text for which a dose table or a cell may go on below its band."""

SURELY = 3
"""Sides for which an estimate alone decides; it never sends a sheet from one side to two."""

WORTH_A_LAYOUT = 0.5
"""Points by which the text of a sheet that fits must be able to grow for another layout."""

_SLACK = 1.1
"""How much higher than expected columns may be, where what was measured lets none fit."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A make-up to be tried; if it ``flows``, columns may break within a fragment.

    ``bands`` says whether what makes a band high goes on below the bands.
    """

    makeup: Makeup
    bands: Bands = Bands.WHOLE
    flows: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it has everything, in columns that break between fragments only."""
        return not self.flows and not self.makeup.moved and self.bands is not Bands.PARTED

    def may_fit(self, content: SheetContent, heights: Heights) -> bool:
        if self.flows:
            return heights.flow(content, self.makeup)
        return heights.fit(content, self.makeup, self.bands)

    def rules_out(self, other: "_Candidate", pages: int) -> bool:
        """Whether another one with the same parts is too long too, since this one takes ``pages``.

        The smallest type takes seven tenths of the height of the largest, and columns that may
        break anywhere half of the height of columns of which one is empty.
        """
        return other.makeup.moved == self.makeup.moved and pages > (4 if other.flows else 2)

    def is_worth_leaving_for(self, other: "_Candidate") -> bool:
        """Whether a better candidate than this one, which fits, is so much better."""
        grows = other.makeup.size >= self.makeup.size + WORTH_A_LAYOUT
        is_alike = (other.makeup.moved, other.flows) == (self.makeup.moved, self.flows)
        return grows or not is_alike

    def with_breaks(self, content: SheetContent, heights: Heights) -> Makeup:
        if self.flows:
            return heights.with_bands(content, self.makeup, Bands.TIGHT)
        return heights.with_breaks(content, self.makeup, self.bands)


@dataclass(frozen=True, slots=True)
class _Search:
    """The state of a search: the candidates that may still win, best first, and what is known."""

    candidates: tuple[_Candidate, ...]
    heights: Heights
    best: Fit | None = None
    trials: int = 0

    def next(self, content: SheetContent) -> int | None:
        """The index of the candidate to lay out next; None if the search is over."""
        if self.trials == MOST_TRIALS:
            return None
        # Before anything is measured, an estimate alone parts no band, lets no text flow, leaves
        # nothing out and sends no sheet to a second side.
        for index, candidate in enumerate(self.candidates):
            if (self.trials or candidate.is_plain) and candidate.may_fit(content, self.heights):
                return index
        if self.trials or not self.heights.flow(content, self.candidates[-1].makeup, SURELY):
            return None
        return self._smallest_with_everything()

    def _smallest_with_everything(self) -> int:
        return max(index for index, candidate in enumerate(self.candidates) if candidate.is_plain)


def fit(draft: Composition, make: Make, sheet: Sheet, stylesheet: Stylesheet) -> Fit:
    """The document in the best make-up that fits on one side, or else on several sides.

    ``draft`` is the document in any make-up, ``make`` composes it in another one and lays it out. A
    style with a text size of its own keeps that size, on as many pages as it takes; one whose
    columns are stacked has the largest or the smallest.
    """
    if has_own_size(sheet, stylesheet.tokens):
        return Fit(*make(PLAIN))
    if draft.stacked:
        return _run_on(make, [Makeup(size) for size in (sheet.sizes[0], sheet.sizes[-1])])
    content, paper = draft.content, length("--paper-height", stylesheet.tokens)
    candidates = tuple(_candidates(content.movable, sheet.sizes))
    search = _Search(candidates, estimate_heights(draft, stylesheet))
    while (index := search.next(content)) is not None:
        candidate, heights = search.candidates[index], search.heights
        composition, layout = make(candidate.with_breaks(content, heights))
        trials = search.trials + 1
        if composition.makeup.left:
            heights = measure_heights(composition, layout, paper, heights)
        if layout.pages == 1:
            best = Fit(composition, layout)
            better = tuple(filter(candidate.is_worth_leaving_for, search.candidates[:index]))
            search = _Search(better, heights, best, trials)
        else:
            before, after = search.candidates[:index], search.candidates[index + 1 :]
            # Doses below their band are higher than in it: no measure for the other candidates.
            is_parted = candidate.bands is Bands.PARTED
            others = (*before, *after) if is_parted else after
            others = tuple(each for each in others if not candidate.rules_out(each, layout.pages))
            known = search.heights if is_parted else heights
            search = _Search(others, known, search.best, trials)
    if search.best:
        return replace(search.best, trials=search.trials)
    heights = search.heights
    sizes = [size for size in sheet.sizes if heights.flow(content, Makeup(size), sides=2)]
    makeups = heights.over_pages(content, map(Makeup, sizes or sheet.sizes[-1:]))
    found, trials = _in_columns(make, makeups, search, content, paper)
    return found or _run_on(make, makeups, trials)


def _candidates(movable: Sequence[str], sizes: Sequence[float]) -> Iterator[_Candidate]:
    for count in range(len(movable) + 1):
        moved = tuple(movable[:count])
        yield from (_Candidate(Makeup(size, moved)) for size in sizes)
        tight = (size for size in sizes if size <= LARGEST_TIGHT)
        yield from (_Candidate(Makeup(size, moved), Bands.TIGHT) for size in tight)
        yield _Candidate(Makeup(sizes[-1], moved), Bands.PARTED)
        if count == 1 or not movable:
            yield _Candidate(Makeup(sizes[-1]), flows=True)
        if count:
            yield _Candidate(Makeup(sizes[-1], moved), flows=True)


def _in_columns(
    make: Make, makeups: Sequence[Makeup], search: _Search, content: SheetContent, paper: float
) -> tuple[Fit | None, int]:
    """The sheet in columns that end between statements, if that works; the layouts so far."""
    heights, trials, expected = search.heights, search.trials, [Measured()]
    makeup: Makeup | None = None
    while expected and trials < search.trials + 2:
        columns = (over_sides(heights, content, each, expected[0]) for each in makeups)
        found = [each for each in columns if each and not each.stacked and each != makeup]
        if not found:
            expected = expected[1:]
            continue
        makeup = min(found, key=sides_of)
        composition, layout = make(replace(makeup, runs_on=True))
        trials += 1
        if are_on_their_sides(layout, composition.makeup):
            return Fit(composition, layout, trials), trials
        known = measure_columns(layout, heights, composition, paper)
        expected = [known, Measured(_SLACK)] if known else []
    return None, trials


def _run_on(make: Make, makeups: Sequence[Makeup], trials: int = 0) -> Fit:
    """The sheet on two sides in the first make-up that achieves it, or else in the last one."""
    makeup, *others = makeups
    composition, layout = make(replace(makeup, runs_on=True))
    trials += 1
    if layout.pages == 1:  # it fits after all, so it must not say that it continues
        composition, layout = make(makeup)
        trials += 1
    if layout.pages <= 2 or not others:
        return Fit(composition, layout, trials)
    # More than three sides: no size makes two of them, and the smallest one the fewest.
    return _run_on(make, others if layout.pages == 3 else others[-1:], trials)
