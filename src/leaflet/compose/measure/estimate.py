"""Casting off: how deep a text will stand in a column, told from its words before it is set.

Depths are in em of the text. An estimate, a few per cent off: enough to choose the size that is
tried first, and to share the columns of a table.
"""

from collections.abc import Iterable

from leaflet.fonts import families
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Table,
    Text,
)
from leaflet.monograph.text import plain

COLUMN = 28.5
"""The measure of a column: half a sheet, less the gutter, at 9 points."""

LINE = 1.27
"""From one base line to the next."""

CELL = 0.45
"""Above and below the text of a row of a table."""

LONG_LIST = 8
"""Items above which a list is long."""

SHORT_ITEM = 45
"""Characters of an item that still suits a column of half a line."""

_GAP = 0.35
_INDENT = 1.3


def depth_of(body: Iterable[Block | ListItem], measure: float) -> float:
    """The depth of blocks one after the other."""
    return sum(_block(block, measure) for block in body)


def lines(text: str, measure: float) -> float:
    """The depth of running text."""
    return families.lines(text, 1, max(measure, 1)) * LINE


def suits_columns(bullets: Bullets) -> bool:
    """Whether the list is long and its items are short, so that two columns suit it."""
    return len(bullets.items) > LONG_LIST and all(
        isinstance(item, ListItem)
        and len(item.body) == 1
        and isinstance(item.body[0], Paragraph)
        and len(plain(item.body[0].text)) <= SHORT_ITEM
        for item in bullets.items
    )


def _block(block: Block | ListItem, measure: float) -> float:
    match block:
        case Bullets(items):
            return depth_of(items, measure - _INDENT) + _GAP
        case ListItem(body):
            return _led("", body, measure)
        case Entry(label, body) | Question(label, body):
            return _led(plain(label) + ": ", body, measure)
        case Table(head, rows):
            return sum(_row(row, measure / len(head)) for row in (head, *rows))
        case _:
            return lines(plain(block.text), measure) + _GAP


def _led(label: str, body: tuple[Block, ...], measure: float) -> float:
    """A label and what follows it, which begins on the same line if it is a paragraph."""
    text = getattr(body[0], "text", None) if body else None
    first = label + plain(text) if text else label
    rest = body[1:] if text else body
    return lines(first, measure) + _GAP * (0.5 + bool(label)) / 1.5 + depth_of(rest, measure)


def _row(cells: tuple[Text, ...], measure: float) -> float:
    return CELL + max(lines(plain(cell), measure) for cell in cells)
