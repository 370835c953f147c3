"""Tables as Pandoc writes them (simple, with rows of several lines, or as a grid) as pipe tables.

What is not clearly one is left as it is, and refused: a cell in the wrong row is a wrong dose. A
table without a head gets one of empty cells, as on GitHub.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from leaflet.monograph.markdown.column_tables import Table, column_table, holds_blocks, joined
from leaflet.monograph.markdown.line_markers import Line

_BORDER = re.compile(r" {0,3}\+(?:[-:]+\+)+ *$")
_HEAD_BORDER = re.compile(r" {0,3}\+(?:[=:]+\+)+ *$")


def pipe_tables(lines: Sequence[Line]) -> list[Line]:
    """The same lines with pipe tables in place of simple ones and grids."""
    result: list[Line] = []
    row = 0
    texts = [line.text for line in lines]
    while row < len(lines):
        free = not row or not texts[row - 1].strip()
        table = _table(texts, row) if free and texts[row].strip() else None
        if not table:
            result.append(lines[row])
            row += 1
            continue
        result += _written(table, lines[row:])
        row += table.length
    return result


def _table(texts: Sequence[str], row: int) -> Table | None:
    """The table that begins in a row after a blank one, if any of the forms reads it."""
    block = _block(texts, row)
    return _grid(block) if _BORDER.match(texts[row]) else column_table(texts[row:], block)


def _written(table: Table, lines: Sequence[Line]) -> Iterator[Line]:
    count = len(table.rows[0][1])
    at, head = table.head or (table.rows[0][0], [""] * count)
    yield Line(lines[at].number, _row(head))
    yield Line(lines[at].number, "|" + " --- |" * count)
    for at, cells in table.rows:
        yield Line(lines[at].number, _row(cells))
    yield Line(lines[table.length - 1].number, "")


def _row(cells: Iterable[str]) -> str:
    escaped = (re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in cells)
    return "| " + " | ".join(escaped) + " |"


def _block(texts: Sequence[str], start: int) -> Sequence[str]:
    """The lines from ``start`` to the next blank one."""
    end = start
    while end < len(texts) and texts[end].strip():
        end += 1
    return texts[start:end]


def _grid(block: Sequence[str]) -> Table | None:
    """A grid; its rows may have several lines."""
    count = block[0].count("+") - 1
    rows: list[tuple[int, list[str]]] = []
    head: tuple[int, list[str]] | None = None
    open_row: list[list[str]] = []
    for at, line in enumerate(block[1:], 1):
        is_head = bool(_HEAD_BORDER.match(line))
        if is_head or _BORDER.match(line):
            if not open_row or line.count("+") - 1 != count or (is_head and (head or rows)):
                return None
            row = (at - len(open_row), [*map(joined, zip(*open_row, strict=True))])
            if any(map(holds_blocks, zip(*open_row, strict=True))):
                return None
            head, rows = (row, rows) if is_head else (head, [*rows, row])
            open_row = []
            continue
        cells = line.strip().replace("\\|", "\0").split("|")
        if len(cells) != count + 2 or cells[0] or cells[-1]:
            return None
        open_row.append([cell.strip().replace("\0", "\\|") for cell in cells[1:-1]])
    return Table(head, rows, len(block)) if rows and not open_row else None
