"""The heights of a sheet's fragments, and whether they fit into its columns.

They are estimated from the words at first and measured in a layout afterwards. Heights are points
at a text size of 9. A larger size makes lines higher and more numerous, so heights grow with its
square.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from leaflet.compose import Composition, Fragment, Makeup, SheetContent
from leaflet.compose.measure import type_area
from leaflet.rendering import Layout
from leaflet.theme.cascade import Stylesheet

REFERENCE_SIZE = 9.0
"""The text size that heights are given for, in points."""

CONTINUED_LINE = 22.0
"""The height of the line above a part that continues in the right column."""

_BREAK_IN_PART = 18.0
"""A column break between two parts may cost this much height more than one within a part."""

# Factors for what estimates and measurements do not know.
_SAFETY = 1.005
_OPTIMISM = 0.97
_PESSIMISM = 1.05


@dataclass(frozen=True, slots=True)
class Heights:
    """The height of each fragment by its id, of what is ``around`` the columns, and of a side."""

    fragments: Mapping[str, float]
    around: float
    side: float

    def fit(self, content: SheetContent, makeup: Makeup) -> bool:
        """Whether the sheet should fit on one side if columns break between fragments only."""
        chapters = map(makeup.kept, content.chapters)
        columns = sum(self._best_columns(chapter)[1] for chapter in chapters)
        return self._total(columns, makeup.size) <= self.side

    def flow(self, content: SheetContent, makeup: Makeup, sides: int = 1) -> bool:
        """Whether the sheet may fit on some sides if columns break anywhere.

        For one side this is optimistic: a wrong guess costs a layout, a right one saves a side.
        """
        fragments = [each for chapter in content.chapters for each in makeup.kept(chapter)]
        factor = _OPTIMISM if sides == 1 else _PESSIMISM
        columns = sum(self._heights(fragments)) / 2 * factor
        return self._total(columns, makeup.size) <= self.side * sides

    def with_breaks(self, content: SheetContent, makeup: Makeup) -> Makeup:
        """The make-up with the best column break for each chapter."""
        chapters = map(makeup.kept, content.chapters)
        return replace(makeup, breaks=tuple(map(self.best_break, chapters)))

    def best_break(self, chapter: Sequence[Fragment]) -> int:
        """The number of fragments in the left column with which the higher column is lowest."""
        return self._best_columns(chapter)[0]

    def _best_columns(self, chapter: Sequence[Fragment]) -> tuple[int, float]:
        """The best column break of a chapter, and the height of the higher column."""
        heights = self._heights(chapter)
        lefts = accumulate(heights)
        rights = [*accumulate(reversed(heights), initial=0.0)][-2::-1]
        in_part = [not fragment.opens for fragment in chapter[1:]] + [False] * bool(chapter)
        highest = [
            max(left, right + CONTINUED_LINE * within)
            for left, right, within in zip(lefts, rights, in_part, strict=True)
        ]
        costs = [
            high + _BREAK_IN_PART * within for high, within in zip(highest, in_part, strict=True)
        ]
        best = min(range(len(costs)), key=costs.__getitem__, default=None)
        return (0, 0.0) if best is None else (best + 1, highest[best])

    def _heights(self, fragments: Iterable[Fragment]) -> list[float]:
        return [self.fragments.get(fragment.id, 0) for fragment in fragments]

    def _total(self, columns: float, size: float) -> float:
        scale = size / REFERENCE_SIZE
        return (self.around * scale + columns * scale**2) * _SAFETY


def estimate_heights(composition: Composition, stylesheet: Stylesheet) -> Heights:
    """The expected heights, before anything is laid out."""
    content = composition.content
    return Heights(
        {each.id: each.height * REFERENCE_SIZE for chapter in content.chapters for each in chapter},
        content.around * REFERENCE_SIZE,
        type_area.height({**stylesheet.tokens, **composition.overrides}),
    )


def measure_heights(
    composition: Composition, layout: Layout, paper: float, expected: Heights
) -> Heights:
    """The heights in a layout with column breaks, on paper ``paper`` points high.

    Fragments that the layout does not have keep their ``expected`` height.
    """
    makeup, frame = composition.makeup, layout.frames[0]
    side, top_margin = frame.top - frame.bottom, paper - frame.top
    scale = makeup.size / REFERENCE_SIZE

    def position(element: str, *, bottom: bool = False) -> float:
        """The distance of an edge of an element from the top of the first type area."""
        anchor = layout.anchors[element]
        edge = anchor.bottom if bottom else anchor.top
        return (anchor.page - 1) * side + edge * paper - top_margin

    def height(fragment: Fragment, end: str, *, bottom: bool = False) -> float:
        """The height of a fragment up to an edge of the element that ends it."""
        found = (position(end, bottom=bottom) - position(fragment.id)) / scale**2
        # Between two pages, the space left on the first one counts as well.
        is_divided = layout.anchors[fragment.id].page != layout.anchors[end].page
        return min(found, expected.fragments[fragment.id]) if is_divided else found

    found = dict(expected.fragments)
    around = position("end", bottom=True)
    for number, columns in enumerate(makeup.columns(composition.content), start=1):
        heights = [0.0]
        for name, fragments in zip(("left", "right"), columns, strict=False):
            column = f"{number}-{name}"
            for one, following in pairwise(fragments):
                found[one.id] = height(one, following.id)
            found[fragments[-1].id] = height(fragments[-1], column, bottom=True)
            heights.append(position(column, bottom=True) - position(fragments[0].id))
        around -= max(heights)
    return Heights(found, around / scale, side)
