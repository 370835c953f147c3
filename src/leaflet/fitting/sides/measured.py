"""The heights of a leaflet's boxes and columns as they are in a layout, for the next make-up."""

from dataclasses import dataclass

from leaflet.compose import Composition
from leaflet.compose.sides.heights import Heights
from leaflet.rendering import COLUMN_GAP, LEAST_COLUMN, Layout

LEAST_BELOW = COLUMN_GAP + LEAST_COLUMN
"""Points of height below the boxes for which columns begin there."""

LEAST_LAST = 1 / 3
"""The share of its columns that a last side should fill."""

MOST_FILLED = 4
"""Sides of a leaflet whose last one is worth another layout; longer ones cost too much."""


@dataclass(frozen=True, slots=True)
class MeasuredSides:
    """Heights in points: of the boxes on the ``page`` where they end, and of all columns.

    ``last`` is the height of what the last side has of them, ``filled`` the share of its columns
    that this is.
    """

    page: int
    boxes: float
    columns: float
    last: float
    filled: float


def filled_share(layout: Layout, paper: float, *, right_to_left: bool) -> float:
    """The share of the columns of the last side that is filled; ``paper`` is its height."""
    end = layout.anchors["end"]
    frame = layout.frames[end.page - 1]
    if layout.divided:
        return layout.divided / (frame.top - frame.bottom) / 2
    second = (end.left > 1 / 2) != right_to_left
    height = end.bottom * paper - (paper - frame.top)
    return second / 2 + height / (frame.top - frame.bottom) / 2


def measure_sides(
    composition: Composition, layout: Layout, paper: float, expected: Heights
) -> MeasuredSides:
    """What a layout on paper ``paper`` points high shows; ``expected`` has the space of each side.

    Columns that end early, since what follows is kept whole, count as if they were full.
    """
    boxes, end, column = layout.anchors["boxes"], layout.anchors["end"], expected.column
    bottom = boxes.bottom * paper - (paper - layout.frames[boxes.page - 1].top)
    space = (expected.side if boxes.page == 1 else column) - bottom
    if space < LEAST_BELOW or not composition.makeup.below:
        space = 0
    second = (end.left > 1 / 2) != composition.right_to_left
    if space and end.page == boxes.page:
        height = space * second + (end.bottom - boxes.bottom) * paper
        return MeasuredSides(boxes.page, bottom, height, height, 1)
    last = column * second + end.bottom * paper - (paper - layout.frames[end.page - 1].top)
    last = layout.divided or last
    full = 2 * space + 2 * column * (end.page - boxes.page - 1)
    return MeasuredSides(boxes.page, bottom, full + last, last, last / (2 * column))
