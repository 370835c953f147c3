"""The heights of a sheet's fragments, and whether they fit into its bands and columns.

They are estimated from the words at first and measured in a layout afterwards. Heights are points
at a text size of 9. A larger size makes lines higher and more numerous, so heights grow with its
square.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import accumulate, chain, product

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

_MOST_BELOW = (1, 0.5)
"""The most of the indications and of the doses that goes on below a parted band."""

_SAFE_PAGE = 0.9
"""The share of the first page up to which the indications surely end on it."""

# Factors for what estimates and measurements do not know.
_SAFETY = 1.005
_OPTIMISM = 0.97
_PESSIMISM = 1.05


class Bands(Enum):
    """How much of the columns of the bands stays there: all of it, or less on a fuller sheet.

    On a ``TIGHT`` sheet as much goes on below as makes it lowest, on a ``PARTED`` one as little as
    lets it fit, indications before doses.
    """

    WHOLE = auto()
    TIGHT = auto()
    PARTED = auto()


@dataclass(frozen=True, slots=True)
class Heights:
    """What is known of the heights of a sheet.

    ``fragments`` are those of the fragments by id, in a column of their band; ``stop`` is the
    height of the first band, ``around`` that of what is around the bands, ``above`` the share of it
    that is above them, ``side`` that of a side.
    """

    fragments: Mapping[str, float]
    stop: float
    around: float
    side: float
    above: float = 0

    def fit(self, content: SheetContent, makeup: Makeup, bands: Bands = Bands.WHOLE) -> bool:
        """Whether the sheet should fit on one side if columns break between fragments only."""
        return self._total(content, self.with_bands(content, makeup, bands)) <= self.side

    def flow(self, content: SheetContent, makeup: Makeup, sides: int = 1) -> bool:
        """Whether the sheet may fit on some sides if the lower columns break anywhere.

        For one side this is optimistic: a wrong guess costs a layout, a right one saves a side.
        """
        factor = _OPTIMISM if sides == 1 else _PESSIMISM
        makeup = self.with_bands(content, makeup, Bands.TIGHT if sides == 1 else Bands.WHOLE)
        return self._total(content, makeup, factor) <= self.side * sides

    def with_bands(self, content: SheetContent, makeup: Makeup, bands: Bands) -> Makeup:
        """The make-up with the number of fragments that stay in each column of the bands."""
        columns = content.columns(makeup.moved)
        if bands is Bands.WHOLE:
            return replace(makeup, kept=tuple(len(column.fragments) for column in columns))
        beside = tuple(column for column in columns if column.band != Band.ADJUST)
        cells = columns[len(beside) :]
        tight = replace(makeup, kept=(*self._lowest(beside), *self._lowest(cells)))
        return tight if bands is Bands.TIGHT else self._parted(content, beside, tight)

    def _parted(self, content: SheetContent, beside: Sequence[Column], tight: Makeup) -> Makeup:
        """A tight make-up of a sheet that is too high for it, with less beside each other."""
        whole = (self._below(column.fragments) for column in beside)
        numbers = (
            [n for n in range(len(each), 0, -1) if sum(each[n:]) <= sum(each) * most] or [0]
            for each, most in zip(whole, _MOST_BELOW, strict=True)
        )
        options = (replace(tight, kept=(*n, *tight.kept[len(beside) :])) for n in product(*numbers))
        fitting = (each for each in options if self._total(content, each) <= self.side)

        def cost(option: Makeup) -> float:
            indications, doses = (
                sum(self._below(column.fragments[kept:]))
                for column, kept in zip(beside, option.kept, strict=False)
            )
            return indications + 2 * doses

        return min(fitting, key=cost, default=tight)

    def over_pages(self, content: SheetContent, makeups: Iterable[Makeup]) -> list[Makeup]:
        """The same for a sheet of several pages, first those with the bands on the first one.

        Indications that are longer than the doses beside them go on below. Those that go over a
        page would be read after the doses, so their columns are stacked.
        """
        found = []
        for makeup in (self._with_short_rail(content, each) for each in makeups):
            scale = makeup.size / REFERENCE_SIZE
            rail = self._column(content.columns(makeup.moved)[0], makeup.kept[0])
            above = self.above * scale + self.stop * scale**2
            stacked = above + rail * scale**2 > _SAFE_PAGE * self.side
            is_over = above + sum(self._bands(content, makeup)) * scale**2 > _SAFE_PAGE * self.side
            found.append((stacked, is_over, replace(makeup, stacked=stacked)))
        return [makeup for _, _, makeup in sorted(found, key=lambda each: each[:2])]

    def with_breaks(
        self, content: SheetContent, makeup: Makeup, bands: Bands = Bands.WHOLE
    ) -> Makeup:
        """The same, and the best break between the columns below the bands."""
        return self._balanced(content, self.with_bands(content, makeup, bands))

    def own(self, fragment: Fragment) -> float:
        """The height of a fragment in a column of its band."""
        return self.fragments.get(fragment.id, 0)

    def _with_short_rail(self, content: SheetContent, makeup: Makeup) -> Makeup:
        rail, doses, *cells = content.columns(makeup.moved)
        limit = sum(map(self.own, doses.fragments)) + _LONGER_RAIL
        ends = [*accumulate(map(self.own, rail.fragments))]
        whole = (len(column.fragments) for column in (doses, *cells))
        return replace(makeup, kept=(_number_within(ends, limit), *whole))

    def _balanced(self, content: SheetContent, makeup: Makeup) -> Makeup:
        return replace(makeup, left=self._best_columns(self._rest(content, makeup))[0])

    def _best_columns(self, rest: Sequence[Fragment]) -> tuple[int, float]:
        """The fragments in the left column with which the higher one is lowest, and its height."""
        heights = self._below(rest)
        lefts = accumulate(heights)
        rights = [*accumulate(reversed(heights), initial=0.0)][-2::-1]
        in_part = [not fragment.opens for fragment in rest[1:]] + [False] * bool(rest)
        highest = [
            max(left, right + CONTINUED_LINE * within)
            for left, right, within in zip(lefts, rights, in_part, strict=True)
        ]
        costs = [
            high + _BREAK_IN_PART * within for high, within in zip(highest, in_part, strict=True)
        ]
        best = min(range(len(costs)), key=costs.__getitem__, default=None)
        return (0, 0.0) if best is None else (best + 1, highest[best])

    def _below(self, fragments: Iterable[Fragment]) -> list[float]:
        """The heights of fragments in a column below the bands."""
        return [self.own(each) * each.width_share for each in fragments]

    def _lowest(self, columns: Sequence[Column]) -> tuple[int, ...]:
        """The number of fragments in each column of a band with which the sheet is lowest."""
        ends = [[*accumulate(map(self.own, column.fragments))] for column in columns]
        below = [
            [*accumulate(reversed(self._below(column.fragments)), initial=0.0)][::-1]
            for column in columns
        ]

        def cost(kept: Sequence[int]) -> float:
            band = spilled = 0.0
            for one, (column_ends, rest, number) in enumerate(zip(ends, below, kept, strict=True)):
                spills = number < len(columns[one].fragments)
                end = column_ends[number - 1] if number else 0
                band = max(band, end + ONWARD_LINE * spills)
                spilled += rest[number] + _PARTED * spills
            return band + spilled / 2

        limits = sorted({0.0, *chain(*ends)})
        options = [tuple(_number_within(each, limit) for each in ends) for limit in limits]
        return min(reversed(options), key=cost)

    def _column(self, column: Column, kept: int) -> float:
        spills = kept < len(column.fragments)
        return sum(map(self.own, column.fragments[:kept])) + ONWARD_LINE * spills

    def _rest(self, content: SheetContent, makeup: Makeup) -> tuple[Fragment, ...]:
        return rest_of(content, content.columns(makeup.moved), makeup.kept, makeup.moved)

    def _bands(self, content: SheetContent, makeup: Makeup) -> Iterable[float]:
        """The heights of the second and of the third band."""
        heights: dict[Band, float] = {}
        for column, kept in zip(content.columns(makeup.moved), makeup.kept, strict=True):
            band = Band.ADJUST if column.band == Band.ADJUST else Band.DOSE
            heights[band] = max(heights.get(band, 0), self._column(column, kept))
        return heights.values()

    def _total(self, content: SheetContent, makeup: Makeup, flow: float = 0) -> float:
        """The height of the sheet; with a factor for text that ``flow``s below the bands."""
        rest = self._rest(content, makeup)
        below = sum(self._below(rest)) / 2 * flow if flow else self._best_columns(rest)[1]
        scale = makeup.size / REFERENCE_SIZE
        text = self.stop + sum(self._bands(content, makeup)) + below
        return (self.around * scale + text * scale**2) * _SAFETY


def _number_within(ends: Sequence[float], limit: float) -> int:
    """How many fragments with these ends are not lower than a limit, at least one if there is."""
    return max(bisect_right(ends, limit), min(1, len(ends)))


def estimate_heights(composition: Composition, stylesheet: Stylesheet) -> Heights:
    """The expected heights, before anything is laid out."""
    content = composition.content
    fragments = (each for part in content.parts for each in part.fragments)
    return Heights(
        {each.id: each.height * REFERENCE_SIZE for each in fragments},
        content.stop * REFERENCE_SIZE,
        content.around * REFERENCE_SIZE,
        type_area.height({**stylesheet.tokens, **composition.overrides}),
        content.above * REFERENCE_SIZE,
    )
