"""Finds lists whose items are so short that they may stand in columns, or side by side."""

from collections.abc import Mapping
from itertools import pairwise

from leaflet.monograph.model import Bullets, Entry, ListItem, Paragraph
from leaflet.monograph.text import plain

LONG_LIST = 8
"""A list with more items is set in two columns if they are short."""

SHORT_ITEM = 45
"""Characters of an item that fits into half the width."""

FEWEST = 4
"""Items of a list of which some may stand side by side."""

BRIEF = 17
"""Characters of an item that fits into half a column, in the largest type of a leaflet."""


def suits_columns(bullets: Bullets) -> bool:
    """Whether a list as wide as the page may be set in columns."""
    items = bullets.items
    return len(items) > LONG_LIST and all(_is_short(item, SHORT_ITEM) for item in items)


def side_by_side(bullets: Bullets) -> Mapping[int, str]:
    """The classes of items that stand two and two side by side, by their index."""
    found: dict[int, str] = {}
    if bullets.ordered or len(bullets.items) < FEWEST:
        return found
    for index, pair in enumerate(pairwise(bullets.items)):
        if index not in found and all(_is_short(item, BRIEF) for item in pair):
            found |= {index: "half", index + 1: "half beside"}
    return found


def _is_short(item: ListItem | Entry, most: int) -> bool:
    match item:
        case ListItem((Paragraph(text),)):
            return len(plain(text)) <= most
    return False
