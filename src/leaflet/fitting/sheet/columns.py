"""The columns of a summary that goes on on other sides: where each ends, the last two alike high.

CSS columns would break within a statement, fill the left one of the last side only, and could not
repeat what a column goes on with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from leaflet.compose import Composition, Fragment, Makeup, SheetContent, rest_of
from leaflet.fitting.sheet.heights import CONTINUED_LINE, ONWARD_LINE, REFERENCE_SIZE, Heights
from leaflet.kinds.model import Band
from leaflet.rendering import Layout

LABEL_ABOVE = 12.0
"""The height of a line that repeats a label above a part that goes on."""

SLACK = 1.02
"""How much higher than expected columns may be."""

_MOST_SLACK = 1.25
"""The same after a layout; more is found where few fragments can be measured."""

_MOST_SIDES = 6
_NAMES = ("left", "right")

_LEAST = 60.0
"""Points below the bands from which on columns begin there, and not on the next side."""

_BREAK_IN_PART = 30.0
"""A column may end so much earlier with a part than within one."""

_GAP = 14.0
"""The space above and below the columns of a side, in points."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How much higher than expected the text in columns is, ``slack``.

    ``space`` is what is below the bands of the first side in one ``size`` of text, in points.
    """

    slack: float = SLACK
    size: float = 0
    space: float = 0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Fragments to be set in columns, with their heights in points at the size of the text."""

    fragments: Sequence[Fragment]
    heights: Sequence[float]
    scale: float

    def height(self, start: int, end: int) -> float:
        """The height of a column, with what it repeats at its head."""
        return sum(self.heights[start:end]) + self._repeated(start)

    def end(self, start: int, limit: float) -> int:
        """Where a column ends that begins with a fragment and may be so high."""
        end = start
        while end < len(self.fragments) and self.height(start, end + 1) <= limit:
            end += 1
        if end == len(self.fragments) or self.fragments[end].opens:
            return end
        # A part that ends a little higher is not begun in this column.
        opening = max((n for n in range(start + 1, end) if self.fragments[n].opens), default=start)
        is_near = sum(self.heights[opening:end]) <= _BREAK_IN_PART * self.scale
        return opening if opening > start and is_near else end

    def halves(self, start: int) -> tuple[int, float]:
        """Where the left of the last two columns ends, and the height of the higher one."""
        last = len(self.fragments)

        def cost(end: int) -> float:
            within = end < last and not self.fragments[end].opens
            return self._higher(start, end) + _BREAK_IN_PART * self.scale * within

        best = min(range(start + 1, last + 1), key=cost)
        return best, self._higher(start, best)

    def _higher(self, start: int, end: int) -> float:
        last = len(self.fragments)
        right = self.height(end, last) if end < last else 0
        return max(self.height(start, end), right)

    def _repeated(self, start: int) -> float:
        fragment = self.fragments[start]
        lines = CONTINUED_LINE + LABEL_ABOVE * len(fragment.above)
        return 0.0 if fragment.opens else lines * self.scale


def over_sides(
    heights: Heights, content: SheetContent, makeup: Makeup, measured: Measured
) -> Makeup | None:
    """The make-up with the end of each column, on as few sides as it takes.

    None if a band or a fragment is too high for that.
    """
    scale = makeup.size / REFERENCE_SIZE
    rest = rest_of(content, content.columns(makeup.moved), makeup.kept, makeup.moved)
    own = [heights.own(each) * each.width_share * scale**2 * measured.slack for each in rest]
    columns = _Columns(rest, own, scale)
    above = heights.above * scale + (heights.stop + _bands(heights, content, makeup)) * scale**2
    if measured.size:
        above = (heights.side - measured.space) * (makeup.size / measured.size) ** 1.5
    space = heights.side - above * SLACK - _GAP * scale
    below = (heights.around - heights.above + _GAP) * scale
    if space < _LEAST or not rest:
        return None
    ends: list[int] = []
    while len(ends) < 2 * _MOST_SIDES:
        start = ends[-1] if ends else 0
        left, height = columns.halves(start)
        if ends and height + below <= space:
            return replace(makeup, left=ends[0], later=(*ends[1:], left))
        for _ in range(2):
            end = columns.end(start, space)
            if end in (start, len(rest)):
                return None
            ends.append(end)
            start = end
        space = heights.side - _GAP * scale
    return None


def are_on_their_sides(layout: Layout, makeup: Makeup) -> bool:
    """Whether no column of a layout goes on on the next side, where it would be read too late."""
    names = (
        "left",
        "right",
        *(f"{_NAMES[n % 2]}-{n + 1}" for n in range(2, len(makeup.later) + 2)),
    )
    pages = [layout.anchors[name].page for name in names if name in layout.anchors]
    return pages == [number // 2 + 1 for number in range(len(names))][: len(pages)] and (
        layout.pages == sides_of(makeup)
    )


def measure_columns(
    layout: Layout, heights: Heights, composition: Composition, paper: float
) -> Measured | None:
    """What a layout says about its columns, for the next one; None if nothing.

    Only fragments count that end on the page that they begin on. ``paper`` is the height of the
    paper in points.
    """
    makeup, found, expected = composition.makeup, 0.0, 0.0
    rest = makeup.arrange(composition.content).rest
    for column in rest:
        for one, following in pairwise(column):
            start, end = layout.anchors[one.id], layout.anchors[following.id]
            if start.page == end.page and end.top > start.top:
                found += (end.top - start.top) * paper
                expected += heights.own(one) * one.width_share
    if not expected:
        return None
    space = paper * (1 - layout.anchors[rest[0][0].id].top) - layout.frames[0].bottom
    slack = found / expected / (makeup.size / REFERENCE_SIZE) ** 2 * SLACK
    return Measured(min(slack, _MOST_SLACK), makeup.size, space)


def sides_of(makeup: Makeup) -> int:
    """The number of sides that columns with these ends take."""
    return (len(makeup.later) + 3) // 2


def _bands(heights: Heights, content: SheetContent, makeup: Makeup) -> float:
    """The height of the second and the third band, at the reference size."""
    found: dict[Band, float] = {}
    for column, kept in zip(content.columns(makeup.moved), makeup.kept, strict=True):
        band = Band.ADJUST if column.band == Band.ADJUST else Band.DOSE
        onward = ONWARD_LINE * (kept < len(column.fragments))
        height = sum(map(heights.own, column.fragments[:kept])) + onward
        found[band] = max(found.get(band, 0), height)
    return sum(found.values())
