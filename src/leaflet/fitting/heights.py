"""The heights of a sheet's fragments, and whether they fit into its bands and columns.

They are estimated from the words at first and measured in a layout afterwards. Heights are points
at a text size of 9. A larger size makes lines higher and more numerous, so heights grow with its
square.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from leaflet.compose import Column, Composition, Fragment, Makeup, SheetContent, rest_of
from leaflet.compose.measure import type_area
from leaflet.kinds.model import Band
from leaflet.theme.cascade import Stylesheet

REFERENCE_SIZE = 9.0
"""The text size that heights are given for, in points."""

CONTINUED_LINE = 22.0
"""The height of the line above a part that continues in another column."""

ONWARD_LINE = 13.0
"""The height of the line below a part that goes on below the bands."""

_PARTED = 60.0
"""What is in two places must save this much height in a column below."""

_BREAK_IN_PART = 18.0
"""A column break between two parts may cost this much height more than one within a part."""

_LONGER_RAIL = 40.0
"""How much higher than the doses the indications beside them may be before they go on below."""

# Factors for what estimates and measurements do not know.
_SAFETY = 1.005
_OPTIMISM = 0.97
_PESSIMISM = 1.05


@dataclass(frozen=True, slots=True)
class Heights:
    """What is known of the heights of a sheet.

    ``fragments`` are those of the fragments by id, in a column of their band; ``stop`` is the
    height of the first band, ``around`` that of what is around the bands, ``side`` that of a side.
    """

    fragments: Mapping[str, float]
    stop: float
    around: float
    side: float

    def fit(self, content: SheetContent, makeup: Makeup, *, tight: bool = False) -> bool:
        """Whether the sheet should fit on one side if columns break between fragments only."""
        return self._total(content, self.with_breaks(content, makeup, tight=tight)) <= self.side

    def flow(self, content: SheetContent, makeup: Makeup, sides: int = 1) -> bool:
        """Whether the sheet may fit on some sides if the lower columns break anywhere.

        For one side this is optimistic: a wrong guess costs a layout, a right one saves a side.
        """
        factor = _OPTIMISM if sides == 1 else _PESSIMISM
        makeup = self.with_bands(content, makeup, tight=sides == 1)
        return self._total(content, makeup, factor) <= self.side * sides

    def with_bands(self, content: SheetContent, makeup: Makeup, *, tight: bool = False) -> Makeup:
        """The make-up with the number of fragments that stay in each column of the bands.

        All do, but for indications that are longer than the doses beside them where there is no
        room for that; on a ``tight`` sheet as many as make it lowest.
        """
        columns = content.columns(makeup.moved)
        beside = tuple(column for column in columns if column.band != Band.ADJUST)
        cells = columns[len(beside) :]
        if tight:
            kept = (*self._lowest(beside), *self._lowest(cells))
        else:
            whole = replace(makeup, kept=tuple(len(column.fragments) for column in columns))
            if self._total(content, self._balanced(content, whole)) <= self.side:
                return whole
            rail, doses = beside
            limit = sum(map(self.own, doses.fragments)) + _LONGER_RAIL
            kept = (self._fitting(rail, limit), *(len(c.fragments) for c in columns[1:]))
        return replace(makeup, kept=kept)

    def with_breaks(self, content: SheetContent, makeup: Makeup, *, tight: bool = False) -> Makeup:
        """The same, and the best break between the columns below the bands."""
        return self._balanced(content, self.with_bands(content, makeup, tight=tight))

    def _balanced(self, content: SheetContent, makeup: Makeup) -> Makeup:
        return replace(makeup, left=self.best_break(self._rest(content, makeup)))

    def best_break(self, rest: Sequence[Fragment]) -> int:
        """The number of fragments in the left column with which the higher column is lowest."""

        def cost(column_break: int) -> float:
            in_part = _is_in_part(rest, column_break)
            return self._higher(rest, column_break) + _BREAK_IN_PART * in_part

        return min(range(1, len(rest) + 1), key=cost, default=0)

    def own(self, fragment: Fragment) -> float:
        """The height of a fragment in a column of its band."""
        return self.fragments.get(fragment.id, 0)

    def _below(self, fragment: Fragment) -> float:
        """The height of a fragment in a column below the bands."""
        return self.own(fragment) * fragment.width_share

    def _fitting(self, column: Column, limit: float) -> int:
        """How many fragments of a column are not higher than a limit, at least one."""
        heights = accumulate(map(self.own, column.fragments))
        return max(sum(height <= limit for height in heights), min(1, len(column.fragments)))

    def _lowest(self, columns: Sequence[Column]) -> tuple[int, ...]:
        """The number of fragments in each column of a band with which the sheet is lowest."""

        def cost(kept: Sequence[int]) -> float:
            band = max((self._column(c, n) for c, n in zip(columns, kept, strict=True)), default=0)
            spilled = [c.fragments[n:] for c, n in zip(columns, kept, strict=True)]
            below = sum(self._below(each) for fragments in spilled for each in fragments)
            return band + (below + _PARTED * sum(map(bool, spilled))) / 2

        limits = {0.0}
        for column in columns:
            limits.update(accumulate(map(self.own, column.fragments)))
        options = [tuple(self._fitting(c, limit) for c in columns) for limit in sorted(limits)]
        return min(reversed(options), key=cost)

    def _column(self, column: Column, kept: int) -> float:
        spills = kept < len(column.fragments)
        return sum(map(self.own, column.fragments[:kept])) + ONWARD_LINE * spills

    def _rest(self, content: SheetContent, makeup: Makeup) -> tuple[Fragment, ...]:
        return rest_of(content, content.columns(makeup.moved), makeup.kept, makeup.moved)

    def _higher(self, rest: Sequence[Fragment], column_break: int) -> float:
        """The height of the higher column."""
        heights = [self._below(fragment) for fragment in rest]
        left, right = sum(heights[:column_break]), sum(heights[column_break:])
        return max(left, right + CONTINUED_LINE * _is_in_part(rest, column_break))

    def _total(self, content: SheetContent, makeup: Makeup, flow: float = 0) -> float:
        """The height of the sheet; with a factor for text that ``flow``s below the bands."""
        rest = self._rest(content, makeup)
        below = self._higher(rest, makeup.left)
        if flow:
            below = self._higher(rest, len(rest)) / 2 * flow
        heights: dict[Band, float] = {}
        for column, kept in zip(content.columns(makeup.moved), makeup.kept, strict=True):
            band = Band.ADJUST if column.band == Band.ADJUST else Band.DOSE
            heights[band] = max(heights.get(band, 0), self._column(column, kept))
        scale = makeup.size / REFERENCE_SIZE
        text = self.stop + sum(heights.values()) + below
        return (self.around * scale + text * scale**2) * _SAFETY


def _is_in_part(rest: Sequence[Fragment], column_break: int) -> bool:
    return 0 < column_break < len(rest) and not rest[column_break].opens


def estimate_heights(composition: Composition, stylesheet: Stylesheet) -> Heights:
    """The expected heights, before anything is laid out."""
    content = composition.content
    fragments = (each for part in content.parts for each in part.fragments)
    return Heights(
        {each.id: each.height * REFERENCE_SIZE for each in fragments},
        content.stop * REFERENCE_SIZE,
        content.around * REFERENCE_SIZE,
        type_area.height({**stylesheet.tokens, **composition.overrides}),
    )
