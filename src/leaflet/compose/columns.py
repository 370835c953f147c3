"""Parts over two columns, so that both end at about the same height."""

from collections.abc import Iterable, Sequence

from leaflet.compose.arrange import FilledPart
from leaflet.monograph.model import Block, Bullets, Entry, Item, Question, Table
from leaflet.monograph.text import plain

_LINE = 55
"""Characters that a line of a column holds, about: short lines cost as much room as full ones."""


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
    return 2.5 + sum(_lines(passage.body) for passage in part.passages)


def _lines(body: Iterable[Block | Item]) -> float:
    total = 0.0
    for block in body:
        match block:
            case Entry(label, inner) | Question(label, inner):
                total += len(plain(label)) / _LINE + _lines(inner)
            case Item(inner):
                total += _lines(inner)
            case Bullets(items):
                total += _lines(items)
            case Table(_, rows):
                total += 2 * len(rows)
            case _:
                total += len(plain(block.text)) // _LINE + 1.3
    return total
