"""The heights of a sheet's fragments as they are in a layout, for the next choice of a make-up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose import Composition, Fragment
from leaflet.fitting.sheet.heights import ONWARD_LINE, REFERENCE_SIZE, Heights
from leaflet.kinds.model import Band
from leaflet.rendering import Layout

_GAPS = 18.0
"""The space between the bands, in points at the reference size."""


@dataclass(frozen=True, slots=True)
class _Positions:
    """Where elements are: the distance from the top of the first type area, in points.

    ``side`` is the height of a type area, ``top_margin`` that of the margin above it.
    """

    layout: Layout
    paper: float
    side: float
    top_margin: float

    @classmethod
    def of(cls, layout: Layout, paper: float) -> "_Positions":
        frame = layout.frames[0]
        return cls(layout, paper, frame.top - frame.bottom, paper - frame.top)

    def top(self, element: str) -> float:
        anchor = self.layout.anchors[element]
        return (anchor.page - 1) * self.side + anchor.top * self.paper - self.top_margin

    def bottom(self, element: str) -> float:
        anchor = self.layout.anchors[element]
        return (anchor.page - 1) * self.side + anchor.bottom * self.paper - self.top_margin

    def height(self, element: str) -> float:
        """The height of an element that is on one page."""
        return self.bottom(element) - self.top(element)

    def are_divided(self, one: str, other: str) -> bool:
        """Whether a page ends between two elements."""
        return self.layout.anchors[one].page != self.layout.anchors[other].page


def measure_heights(
    composition: Composition, layout: Layout, paper: float, expected: Heights
) -> Heights:
    """The heights in a layout with column breaks, on paper ``paper`` points high.

    Fragments that the layout does not have keep their ``expected`` height.
    """
    scale, at = composition.makeup.size / REFERENCE_SIZE, _Positions.of(layout, paper)

    def height(fragment: Fragment, end: float, element: str) -> float:
        """The height of a fragment that ends at a position, in an element."""
        found = (end - at.top(fragment.id)) / scale**2
        # Between two pages, the space left on the first one counts as well.
        is_divided = at.are_divided(fragment.id, element)
        return min(found, expected.own(fragment)) if is_divided else found

    found = dict(expected.fragments)
    bands: dict[str, float] = {}
    for band, name, fragments, spills in _columns(composition):
        if not fragments:
            continue
        ends = [(at.top(each.id), each.id) for each in fragments[1:]] + [(at.bottom(name), name)]
        for one, (end, element) in zip(fragments, ends, strict=True):
            found[one.id] = height(one, end, element) / (1 if band else one.width_share)
        found[fragments[-1].id] -= ONWARD_LINE * spills
        bands[band] = max(bands.get(band, 0), at.bottom(name) - at.top(fragments[0].id))
    stop = at.height("stop")
    if layout.pages == 1:
        around = at.bottom("foot") - stop - sum(bands.values())
    else:  # the space that is left on the first page must not count
        around = at.top("stop") + at.height("foot") + _GAPS * scale
        if Band.ADJUST in layout.anchors:  # its cells may have no text but notes
            around += max(0, at.height(Band.ADJUST) - bands.get(Band.ADJUST, 0))
    return Heights(found, stop / scale**2, around / scale, at.side, at.top("stop") / scale)


def _columns(composition: Composition) -> Iterator[tuple[str, str, Sequence[Fragment], bool]]:
    """Each column of a layout with column breaks: its row, its id, its fragments, if it spills."""
    placement = composition.makeup.arrange(composition.content)
    for placed in placement.columns:
        row = Band.ADJUST if placed.column.band == Band.ADJUST else Band.DOSE
        yield row, placed.column.key, placed.fragments, placed.spills
    for name, fragments in zip(("left", "right"), placement.rest, strict=False):
        yield Band.REST, name, fragments, False
