"""Estimates the height of text from its words, before anything is laid out.

Heights and widths are in em of the text. The estimate is a few per cent off: good enough to choose
the text size to try first, and to divide a table into columns.
"""

from collections.abc import Iterable

from leaflet.fonts import metrics
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Question, Table, Text
from leaflet.monograph.text import plain

COLUMN_WIDTH = 28.8
"""The width of a column of a clinician sheet at 9 points: half the sheet, less the gutter."""

LINE_HEIGHT = 1.25
"""The distance between baselines."""

CELL_PADDING = 0.35
"""The space above and below the text of a table row."""

_PARAGRAPH_GAP = 0.28
_LIST_INDENT = 1.3


def blocks_height(body: Iterable[Block | ListItem], width: float) -> float:
    """The height of blocks, one below the other."""
    return sum(_block_height(block, width) for block in body)


def text_height(text: str, width: float) -> float:
    """The height of running text, with the line breaks that its author forced."""
    lines = (metrics.count_lines(line, 1, max(width, 1)) for line in text.split("\n"))
    return sum(lines) * LINE_HEIGHT


def _block_height(block: Block | ListItem, width: float) -> float:
    match block:
        case Bullets(items):
            return blocks_height(items, width - _LIST_INDENT) + _PARAGRAPH_GAP
        case ListItem(body):
            return _labelled_height("", body, width)
        case Entry(label, body) | Question(label, body):
            return _labelled_height(plain(label) + ": ", body, width)
        case Table(head, rows):
            return sum(_row_height(row, width / len(head)) for row in (head, *rows))
        case _:
            return text_height(plain(block.text), width) + _PARAGRAPH_GAP


def _labelled_height(label: str, body: tuple[Block, ...], width: float) -> float:
    """A label with its body; a paragraph begins on the line of the label."""
    text = getattr(body[0], "text", None) if body else None
    first = label + plain(text) if text else label
    rest = body[1:] if text else body
    gap = _PARAGRAPH_GAP * (0.5 + bool(label)) / 1.5
    return text_height(first, width) + gap + blocks_height(rest, width)


def _row_height(cells: tuple[Text, ...], width: float) -> float:
    return CELL_PADDING + max(text_height(plain(cell), width) for cell in cells)
