"""Parts over two columns, so that both end at about the same height."""

from collections.abc import Iterable, Sequence
from math import ceil

from leaflet.compose.briefly import run_on
from leaflet.compose.chapter import FilledPart
from leaflet.monograph.model import Block, Bullets, Entry, Item, Question, Table
from leaflet.monograph.text import plain

_LINE, _CELL = 56, 39
"""Characters that a line of a column holds, and one of a table cell within it, about."""


def columns(parts: Sequence[FilledPart]) -> tuple[tuple[FilledPart, ...], tuple[FilledPart, ...]]:
    """The parts, in their order, cut in two where the longer column is shortest."""
    heights = [_height(part) for part in parts]
    cut = min(
        range(1, len(parts) + 1),
        key=lambda place: max(sum(heights[:place]), sum(heights[place:])),
        default=0,
    )
    return tuple(parts[:cut]), tuple(parts[cut:])


def _height(part: FilledPart) -> float:
    """The height of a part in lines, its heading included."""
    line = _CELL if part.look == "table" else _LINE
    text = sum(_lines(run_on(passage.body), line) for passage in part.passages)
    return 2.2 + text + ceil(len(part.note) / _LINE)


def _lines(body: Iterable[Block | Item], line: int, label: str = "") -> float:
    total = 0.0
    for block in body:
        match block:
            case Entry(text, inner) | Question(text, inner):
                total += _lines(inner, line, plain(text) + " ")
            case Item(inner):
                total += _lines(inner, line - 3)
            case Bullets(items):
                total += _lines(items, line - 3)
            case Table(_, rows):
                total += 2 * len(rows)
            case _:
                total += ceil(len(label + plain(block.text)) / line) + 0.3
        label = ""
    return total
