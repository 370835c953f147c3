"""Tables as Pandoc writes them (simple, with rows of several lines, or as a grid) as pipe tables.

What is not clearly one is left as it is, and refused: a cell in the wrong row is a wrong dose. A
table without a head gets one of empty cells, as on GitHub.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from leaflet.monograph.markdown.line_markers import Line

_RULE = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *$")
_WHOLE_RULE = re.compile(r" {0,3}-{5,} *$")
_BORDER = re.compile(r" {0,3}\+(?:[-:]+\+)+ *$")
_HEAD_BORDER = re.compile(r" {0,3}\+(?:[=:]+\+)+ *$")
_TORN = re.compile(r"\S {2,}\S")
"""A cell with a gap holds the text of two columns."""

_BLOCKS = re.compile(r"[-*+•] |\d{1,3}[.)] |#{1,6} ")
"""The beginning of a list or heading, which no cell of a pipe table can hold."""

_DASHES = re.compile(r"-+")


class _Table(NamedTuple):
    """The cells of the head and of the other rows, each with its line, and the lines it takes."""

    head: tuple[int, list[str]] | None
    rows: list[tuple[int, list[str]]]
    length: int


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


def _table(texts: Sequence[str], row: int) -> _Table | None:
    """The table that begins in a row after a blank one, if any of the forms reads it."""
    if _BORDER.match(texts[row]):
        return _grid(_block(texts, row))
    if _RULE.match(texts[row]):
        return _headless(texts[row:])
    if _WHOLE_RULE.match(texts[row]):
        return _with_head_of_lines(texts[row:])
    below = texts[row + 1] if row + 1 < len(texts) else ""
    return _simple(_block(texts, row)) if _RULE.match(below) else None


def _written(table: _Table, lines: Sequence[Line]) -> Iterator[Line]:
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


def _grid(block: Sequence[str]) -> _Table | None:
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
            row = (at - len(open_row), [*map(_joined, zip(*open_row, strict=True))])
            if any(map(_holds_blocks, zip(*open_row, strict=True))):
                return None
            head, rows = (row, rows) if is_head else (head, [*rows, row])
            open_row = []
            continue
        cells = line.strip().replace("\\|", "\0").split("|")
        if len(cells) != count + 2 or cells[0] or cells[-1]:
            return None
        open_row.append([cell.strip().replace("\0", "\\|") for cell in cells[1:-1]])
    return _Table(head, rows, len(block)) if rows and not open_row else None


def _joined(parts: Iterable[str]) -> str:
    return " ".join(filter(None, parts))


def _holds_blocks(parts: Sequence[str]) -> bool:
    """Whether a cell has a list, a heading or several paragraphs."""
    ends = "".join("t" if part else "." for part in parts).strip(".")
    return "." in ends or any(map(_BLOCKS.match, parts))


def _simple(block: Sequence[str]) -> _Table | None:
    """A head above dashes that say where the columns are, and a row on each line."""
    closed = bool(_RULE.match(block[-1])) and len(block) > 2
    body = [(at, [line]) for at, line in enumerate(block)][2 : len(block) - closed]
    return _cut(block[1], (0, [block[0]]), body, len(block))


def _headless(texts: Sequence[str]) -> _Table | None:
    """A body between two rows of dashes, with blank lines between its rows or one row a line."""
    end = next((at for at, line in enumerate(texts[1:], 1) if _RULE.match(line)), 0)
    if not end or _goes_on(texts, end):
        return None
    rows = [(at, [line]) for at, line in enumerate(texts[1:end], 1)]
    if not all(map(str.strip, texts[1:end])):
        rows = _parted(texts, 1, end)
    return _cut(texts[0], None, rows, end + 1)


def _with_head_of_lines(texts: Sequence[str]) -> _Table | None:
    """A head of several lines below a row of dashes, and rows between blank lines."""
    dashes = next((at for at, line in enumerate(texts) if _RULE.match(line)), 0)
    if dashes < 2 or not all(map(str.strip, texts[:dashes])):
        return None
    ends = (at for at, line in enumerate(texts[dashes:], dashes) if _WHOLE_RULE.match(line))
    end = next(ends, 0)
    rows = _parted(texts, dashes + 1, end)
    if not end or _goes_on(texts, end) or (len(rows) == 1 and len(rows[0][1]) > 1):
        return None
    return _cut(texts[dashes], (1, list(texts[1:dashes])), rows, end + 1)


def _goes_on(texts: Sequence[str], end: int) -> bool:
    """Whether there is text right below what seems to be the last row of dashes."""
    return end + 1 < len(texts) and bool(texts[end + 1].strip())


def _parted(texts: Sequence[str], start: int, end: int) -> list[tuple[int, list[str]]]:
    """The lines of each row, and the number of the first of them."""
    rows: list[tuple[int, list[str]]] = []
    for at in range(start, end):
        if not texts[at].strip():
            continue
        if rows and texts[at - 1].strip():
            rows[-1][1].append(texts[at])
        else:
            rows.append((at, [texts[at]]))
    return rows


def _cut(
    dashes: str, head: tuple[int, list[str]] | None, rows: list[tuple[int, list[str]]], length: int
) -> _Table | None:
    """The table whose columns begin where the dashes do; none if a text does not keep to them."""
    starts = [found.start() for found in _DASHES.finditer(dashes)]
    edges = [*zip(starts, [*starts[1:], None], strict=True)]

    def cells(lines: list[str]) -> list[str]:
        parts = [[line[a:b].strip() for line in lines] for a, b in edges]
        return [] if any(map(_holds_blocks, parts)) else [*map(_joined, parts)]

    every = [*([head] if head else []), *rows]
    lines = [line for _, each in every for line in each]
    torn = (_TORN.search(line[a:b].strip()) for line in lines for a, b in edges)
    if not rows or not all(_fits(line, starts) for line in lines) or any(torn):
        return None
    cut = [(at, cells(each)) for at, each in every]
    one_line = all(len(each) == 1 for _, each in rows)
    if not all(row for _, row in cut) or (one_line and not all(row[0] for _, row in cut)):
        return None
    return _Table(cut[0], cut[1:], length) if head else _Table(None, cut, length)


def _fits(line: str, starts: Sequence[int]) -> bool:
    """Whether the text of a line keeps to its columns."""
    gaps = all(not line[start - 1 : start].strip() for start in starts[1:])
    return gaps and not line[: starts[0]].strip() and not _RULE.match(line)
