"""Finds lists whose items are so short that they may stand in columns, or side by side."""

from collections.abc import Mapping
from itertools import groupby

from leaflet.monograph.model import Bullets, Entry, ListItem, Paragraph
from leaflet.monograph.text import plain

LONG_LIST = 8
"""A list with more items is set in two columns if they are short."""

SHORT_ITEM = 45
"""Characters of an item that fits into half the width."""

FEWEST = 4
"""Short items in a row that may stand side by side; one pair alone looks like a slip."""

BRIEF = 17
"""Characters of an item that fits into half a column, in the largest type of a leaflet."""


def suits_columns(bullets: Bullets) -> bool:
    """Whether a list as wide as the page may be set in columns."""
    items = bullets.items
    return len(items) > LONG_LIST and all(_is_short(item, SHORT_ITEM) for item in items)


def side_by_side(bullets: Bullets) -> Mapping[int, str]:
    """The classes of items that stand two and two side by side, by their index."""
    found: dict[int, str] = {}
    if bullets.ordered:
        return found
    brief = [_is_short(item, BRIEF) for item in bullets.items]
    for is_brief, group in groupby(range(len(brief)), brief.__getitem__):
        run = [*group]
        if is_brief and len(run) >= FEWEST:
            for left, right in zip(run[::2], run[1::2], strict=False):
                found |= {left: "half", right: "half beside"}
    return found


def _is_short(item: ListItem | Entry, most: int) -> bool:
    match item:
        case ListItem((Paragraph(text),)):
            return len(plain(text)) <= most
    return False
