"""The estimated heights of lists whose items do not simply stand one below the other, in em."""

from collections.abc import Iterable

from leaflet.compose.measure.estimate import LINE_HEIGHT, blocks_height
from leaflet.compose.measure.list_columns import side_by_side
from leaflet.compose.outline.groups import Body, label_of
from leaflet.monograph.frequency import read_band
from leaflet.monograph.model import Block, Bullets, Entry, ListItem

_LONG_LIST = 16
"""Items of a list that has three columns in the box of effects that need help."""

_FREQUENCY, _DOTS = 1.5, 2.7
"""Em of the picture of a frequency of 1 in 10, and of 1 in 100."""


def columns_height(body: Body, width: float) -> float:
    """The height of lists of which long ones have three columns and others two, in em."""
    columns = 3 if _longest_list(body) >= _LONG_LIST else 2
    return blocks_height(body, width / columns - 1) / columns


def _longest_list(body: Iterable[Block | ListItem]) -> int:
    """The number of items of the longest list."""
    longest = 0
    for block in body:
        match block:
            case Bullets(items):
                longest = max(longest, len(items), _longest_list(items))
            case Entry(_, inner) | ListItem(inner):
                longest = max(longest, _longest_list(inner))
    return longest


def height_saved(body: Iterable[Block | ListItem]) -> float:
    """The height that items save which stand side by side, in em."""
    total = 0.0
    for block in body:
        match block:
            case Bullets(items):
                total += len(side_by_side(block)) / 2 * LINE_HEIGHT + height_saved(items)
            case Entry(_, inner) | ListItem(inner):
                total += height_saved(inner)
    return total


def frequencies_height(body: Iterable[Block | ListItem]) -> float:
    """The height of the pictures of frequencies below the labels of a body, in em."""
    total = 0.0
    for block in body:
        if band := read_band(label_of(block)):
            total += _DOTS if band.people == 100 else _FREQUENCY
        match block:
            case Bullets(items):
                total += frequencies_height(items)
            case Entry(_, inner):
                total += frequencies_height(inner)
    return total
