"""How deep the galleys of a sheet are, and what they come to in two columns.

Cast off from the words at first, measured in a layout afterwards. Depths are points at a text size
of 9; with the size grow both the lines and the number of them, so depths grow with its square.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from leaflet.compose import Composition, Copy, Galley, Makeup
from leaflet.rendering import Layout
from leaflet.theme.cascade import Stylesheet, length

REFERENCE = 9.0
"""The text size that depths are given for, in points."""

CONTINUED = 22.0
"""The depth of the line that stands over the rest of a part in the right column."""

_UNITY = 18.0
"""Depth that is given for a turn of the column between two parts instead of within one."""

_CAUTION = 1.005
_LOOSE = 1.05
_HOPE = 0.97


@dataclass(frozen=True, slots=True)
class Depths:
    """The depth of each galley by its name, of what is ``around`` the columns, and of a side."""

    galleys: Mapping[str, float]
    around: float
    side: float

    def take(self, copy: Copy, makeup: Makeup) -> bool:
        """Whether one side is expected to hold the sheet, each column turning at a galley."""
        chapters = (kept(chapter, makeup) for chapter in copy.chapters)
        columns = sum(self._deeper(chapter, self.turn(chapter)) for chapter in chapters)
        return self._need(columns, makeup.size) <= self.side

    def flow(self, copy: Copy, makeup: Makeup, sides: int = 1) -> bool:
        """Whether so many sides may hold it if columns break anywhere.

        Hopeful for one side, where the hope costs a layout and saves a side.
        """
        galleys = [galley for chapter in copy.chapters for galley in kept(chapter, makeup)]
        columns = self._deeper(galleys, len(galleys)) / 2 * (_HOPE if sides == 1 else _LOOSE)
        return self._need(columns, makeup.size) <= self.side * sides

    def _need(self, columns: float, size: float) -> float:
        scale = size / REFERENCE
        return (self.around * scale + columns * scale**2) * _CAUTION

    def turned(self, copy: Copy, makeup: Makeup) -> Makeup:
        """The make-up with each chapter's galleys shared out over its two columns."""
        turns = (self.turn(kept(chapter, makeup)) for chapter in copy.chapters)
        return replace(makeup, turns=tuple(turns))

    def turn(self, chapter: Sequence[Galley]) -> int:
        """After how many galleys the left column ends, so that the deeper column is least deep."""

        def cost(turn: int) -> float:
            within = turn < len(chapter) and not chapter[turn].first
            return self._deeper(chapter, turn) + _UNITY * within

        return min(range(1, len(chapter) + 1), key=cost, default=0)

    def _deeper(self, chapter: Sequence[Galley], turn: int) -> float:
        depths = [self.galleys.get(galley.name, 0) for galley in chapter]
        within = turn < len(chapter) and not chapter[turn].first
        return max(sum(depths[:turn]), sum(depths[turn:]) + CONTINUED * within)


def kept(chapter: Sequence[Galley], makeup: Makeup) -> tuple[Galley, ...]:
    """The galleys of a chapter, less those of parts that have moved out."""
    return tuple(galley for galley in chapter if galley.part.key not in makeup.moved)


def cast_off(draft: Composition, stylesheet: Stylesheet) -> Depths:
    """What the depths are expected to be."""

    def points(token: str) -> float:
        return length(stylesheet.tokens[token], stylesheet.tokens)

    def running(kind: str) -> float:
        return float(draft.overrides[f"--{kind}-lines"]) * points(f"--{kind}-size") * 1.3

    copy = draft.copy
    margins = points("--head-space") + running("header")
    margins += points("--foot-space") + running("footer")
    return Depths(
        {galley.name: galley.depth * REFERENCE for each in copy.chapters for galley in each},
        copy.around * REFERENCE,
        points("--paper-height") - margins,
    )


def measure(sheet: Composition, layout: Layout, height: float, expected: Depths) -> Depths:
    """The depths in a layout of two columns, on paper ``height`` points high.

    What the layout does not hold is ``expected`` to be as deep as before.
    """
    frame, scale = layout.frames[0], sheet.makeup.size / REFERENCE
    side, margin = frame.top - frame.bottom, height - frame.top

    def stands(name: str, *, ends: bool) -> float:
        place = layout.anchors[name]
        edge = place.bottom if ends else place.top
        return (place.page - 1) * side + edge * height - margin

    def depth(galley: Galley, after: str, *, ends: bool) -> float:
        """What stands on two pages holds the space that was left on the first of them as well."""
        found = (stands(after, ends=ends) - stands(galley.name, ends=False)) / scale**2
        parted = layout.anchors[galley.name].page != layout.anchors[after].page
        return min(found, expected.galleys[galley.name]) if parted else found

    found = dict(expected.galleys)
    around = stands("end", ends=True)
    for number, turn in enumerate(sheet.makeup.turns, start=1):
        held = kept(sheet.copy.chapters[number - 1], sheet.makeup)
        deeper = 0.0
        for column, galleys in (("left", held[:turn]), ("right", held[turn:])):
            if galleys:
                for one, other in pairwise(galleys):
                    found[one.name] = depth(one, other.name, ends=False)
                found[galleys[-1].name] = depth(galleys[-1], f"{number}-{column}", ends=True)
                top = stands(galleys[0].name, ends=False)
                deeper = max(deeper, stands(f"{number}-{column}", ends=True) - top)
        around -= deeper
    return Depths(found, around / scale, side)
