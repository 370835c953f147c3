"""Copyfitting: finds the make-up with which a sheet fits on one side of paper.

The candidates are known in advance, best first: each text size with everything on the sheet,
largest first; the smallest size in columns that may break anywhere, which hold more and take the
engine three times as long; then all of these without the part that may go first; and so on. An
estimate decides which candidate is laid out first, and each layout's measured heights correct the
choice. So most sheets are laid out once or twice, and only the winner is drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose import Composition, Makeup, SheetContent
from leaflet.fitting.heights import Heights, estimate_heights, measure_heights
from leaflet.kinds.model import Kind, Sheet
from leaflet.rendering import Layout
from leaflet.theme.cascade import Stylesheet, length

MOST_TRIALS = 6
"""Layouts after which the best one so far is taken; no sheet of the corpus needs so many."""

SURELY = 3
"""Sides for which an estimate alone decides; it never sends a sheet from one side to two."""

Make = Callable[[Makeup], tuple[Composition, Layout]]


@dataclass(frozen=True, slots=True)
class Fit:
    """A document composed and laid out; ``trials`` counts the layouts that it took."""

    composition: Composition
    layout: Layout
    trials: int = 1


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A make-up to be tried; if it ``flows``, columns may break within a fragment."""

    makeup: Makeup
    flows: bool = False

    def may_fit(self, content: SheetContent, heights: Heights) -> bool:
        return (heights.flow if self.flows else heights.fit)(content, self.makeup)

    def rules_out(self, other: "_Candidate", pages: int) -> bool:
        """Whether another one with the same parts is too long too, since this one takes ``pages``.

        The smallest type takes seven tenths of the height of the largest, and columns that may
        break anywhere half of the height of columns of which one is empty.
        """
        return other.makeup.moved == self.makeup.moved and pages > (4 if other.flows else 2)

    def with_breaks(self, content: SheetContent, heights: Heights) -> Makeup:
        return self.makeup if self.flows else heights.with_breaks(content, self.makeup)


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
        for index, candidate in enumerate(self.candidates):
            if candidate.may_fit(content, self.heights):
                return index
        if self.trials or not self.heights.flow(content, self.candidates[-1].makeup, SURELY):
            return None
        return len(self.candidates) - 1


def fit(draft: Composition, make: Make, sheet: Sheet, stylesheet: Stylesheet) -> Fit:
    """The document in the best make-up that fits on one side, or else on several sides.

    ``draft`` is the document in any make-up, ``make`` composes it in another one and lays it out. A
    style with a text size of its own keeps that size, on as many pages as it takes.
    """
    if length("--text-size", stylesheet.tokens) != sheet.sizes[0]:
        return _run_on(make, (Makeup(),))
    content, paper = draft.content, length("--paper-height", stylesheet.tokens)
    candidates = tuple(_candidates(content.movable, sheet.sizes))
    search = _Search(candidates, estimate_heights(draft, stylesheet))
    while (index := search.next(content)) is not None:
        candidate, heights = search.candidates[index], search.heights
        composition, layout = make(candidate.with_breaks(content, heights))
        trials = search.trials + 1
        if composition.makeup.breaks:
            heights = measure_heights(composition, layout, paper, heights)
        if layout.pages == 1:
            best = Fit(composition, layout)
            search = _Search(search.candidates[:index], heights, best, trials)
        else:
            others = search.candidates[index + 1 :]
            others = tuple(each for each in others if not candidate.rules_out(each, layout.pages))
            search = _Search(others, heights, search.best, trials)
    if search.best:
        return replace(search.best, trials=search.trials)
    sizes = [size for size in sheet.sizes if search.heights.flow(content, Makeup(size), sides=2)]
    return _run_on(make, [*map(Makeup, sizes or sheet.sizes[-1:])], search.trials)


def may_choose(makeup: Makeup, content: SheetContent, kind: Kind) -> bool:
    """Whether a document can have a make-up: whether fitting a document can have chosen it."""
    if sides := kind.sides:
        sizes = (0, *sides.sizes, sides.long_size)
        return makeup.size in sizes and not (makeup.moved or makeup.breaks or makeup.runs_on)
    sheet = kind.sheet
    if sheet is None:
        return makeup == Makeup()
    moved = tuple(content.movable[: len(makeup.moved)])
    return makeup.size in (0, *sheet.sizes) and makeup.moved == moved


def _candidates(movable: Sequence[str], sizes: Sequence[float]) -> Iterator[_Candidate]:
    for count in range(len(movable) + 1):
        moved = tuple(movable[:count])
        yield from (_Candidate(Makeup(size, moved)) for size in sizes)
        yield _Candidate(Makeup(sizes[-1], moved), flows=True)


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
