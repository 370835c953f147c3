"""Tables as Pandoc writes them, simple or as a grid, in the form of GitHub.

Only what has a head and one line for each row is a table here. Any other is left as it is, and
refused: a cell in the wrong row is a wrong dose.
"""

import re

_RULE = re.compile(r" *-{2,}(?: +-{2,})+ *$")
_BORDER = re.compile(r" *\+(?:[-:]+\+)+ *$")
_HEAD_BORDER = re.compile(r" *\+(?:[=:]+\+)+ *$")
_TORN = re.compile(r"\S {2,}\S")
"""A cell with a gap holds the text of two columns."""

_DASHES = re.compile(r"-+")


def pipe_tables(lines: list[str]) -> list[str]:
    """The same number of lines, in which simple tables and grids are pipe tables."""
    result = list(lines)
    row = 0
    while row < len(lines):
        block = _block(lines, row)
        if block and (table := _grid(block) or _simple(block)):
            result[row : row + len(block)] = table
        row += max(len(block), 1)
    return result


def _block(lines: list[str], start: int) -> list[str]:
    """The lines from ``start`` to the next blank one."""
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return lines[start:end]


def _grid(block: list[str]) -> list[str]:
    """A grid with a line for each row, without its borders; nothing if it is none."""
    rows, borders = block[1::2], block[2::2]
    complete = len(block) % 2 == 1 and len(block) > 3
    if not complete or not _BORDER.match(block[0]) or not _HEAD_BORDER.match(block[2]):
        return []
    inner = all(map(_BORDER.match, borders[1:]))
    count = block[0].count("+") - 1
    if not inner or any(row.count("|") != count + 1 for row in rows):
        return []
    body = [row.strip() for row in rows[1:]]
    return ["", rows[0].strip(), _delimiters(count), *body, *[""] * (len(block) - 3 - len(body))]


def _simple(block: list[str]) -> list[str]:
    """A simple table, whose columns are where the dashes are; nothing if it is none."""
    if len(block) < 3 or not _RULE.match(block[1]) or _RULE.match(block[0]):
        return []
    closed = bool(_RULE.match(block[-1]))
    rows = [block[0], *block[2 : len(block) - closed]]
    starts = [dashes.start() for dashes in _DASHES.finditer(block[1])]
    edges = [*starts[1:], None]
    if not rows[1:] or any(map(_RULE.match, rows)) or not all(_fits(row, starts) for row in rows):
        return []
    cells = [[row[a:b].strip() for a, b in zip(starts, edges, strict=True)] for row in rows]
    if not all(row[0] for row in cells) or any(_TORN.search(cell) for row in cells for cell in row):
        return []
    head, *body = ["| " + " | ".join(row) + " |" for row in cells]
    return [head, _delimiters(len(starts)), *body, *[""] * closed]


def _fits(row: str, starts: list[int]) -> bool:
    """Whether the text of a row keeps to its columns."""
    kept = "|" not in row and not row[: starts[0]].strip()
    return kept and all(row[start - 1 : start].strip() == "" for start in starts[1:])


def _delimiters(count: int) -> str:
    return "|" + " --- |" * count
