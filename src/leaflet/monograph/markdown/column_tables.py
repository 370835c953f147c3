"""Tables of Pandoc whose columns are where dashes are: simple ones, and those of several lines."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_RULE = re.compile(r" {0,3}-{2,}(?: +-{2,})+ *$")
_WHOLE_RULE = re.compile(r" {0,3}-{5,} *$")
_TORN = re.compile(r"\S {2,}\S")
"""A cell with a gap holds the text of two columns."""

_BLOCKS = re.compile(r"[-*+•] |\d{1,3}[.)] |#{1,6} ")
"""The beginning of a list or heading, which no cell of a pipe table can hold."""

_DASHES = re.compile(r"-+")


class Table(NamedTuple):
    """The cells of the head and of the other rows, each with its line, and the lines it takes."""

    head: tuple[int, list[str]] | None
    rows: list[tuple[int, list[str]]]
    length: int


def column_table(texts: Sequence[str], block: Sequence[str]) -> Table | None:
    """The table with which a text begins, of which ``block`` is what is above its blank line."""
    if _RULE.match(texts[0]):
        return _headless(texts)
    if _WHOLE_RULE.match(texts[0]):
        return _with_head_of_lines(texts, block)
    return _simple(block) if len(block) > 1 and _RULE.match(block[1]) else None


def joined(parts: Iterable[str]) -> str:
    """The text of a cell from those of its lines."""
    return " ".join(filter(None, parts))


def holds_blocks(parts: Sequence[str]) -> bool:
    """Whether a cell has a list, a heading or several paragraphs."""
    ends = "".join("t" if part else "." for part in parts).strip(".")
    return "." in ends or any(map(_BLOCKS.match, parts))


def _simple(block: Sequence[str]) -> Table | None:
    """A head above dashes that say where the columns are, and a row on each line."""
    closed = bool(_RULE.match(block[-1])) and len(block) > 2
    body = [(at, [line]) for at, line in enumerate(block)][2 : len(block) - closed]
    return _cut(block[1], (0, [block[0]]), body, len(block))


def _headless(texts: Sequence[str]) -> Table | None:
    """A body between two rows of dashes, with blank lines between its rows or one row a line."""
    end = next((at for at, line in enumerate(texts[1:], 1) if _RULE.match(line)), 0)
    if not end or _goes_on(texts, end):
        return None
    rows = [(at, [line]) for at, line in enumerate(texts[1:end], 1)]
    if not all(map(str.strip, texts[1:end])):
        rows = _parted(texts, 1, end)
    return _cut(texts[0], None, rows, end + 1)


def _with_head_of_lines(texts: Sequence[str], block: Sequence[str]) -> Table | None:
    """A head of several lines below a row of dashes, and rows between blank lines."""
    dashes = next((at for at, line in enumerate(block) if _RULE.match(line)), 0)
    if dashes < 2:
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
) -> Table | None:
    """The table whose columns begin where the dashes do; none if a text does not keep to them."""
    starts = [found.start() for found in _DASHES.finditer(dashes)]
    edges = [*zip(starts, [*starts[1:], None], strict=True)]

    def cells(lines: list[str]) -> list[str]:
        parts = [[line[a:b].strip() for line in lines] for a, b in edges]
        return [] if any(map(holds_blocks, parts)) else [*map(joined, parts)]

    every = [*([head] if head else []), *rows]
    lines = [line for _, each in every for line in each]
    torn = (_TORN.search(line[a:b].strip()) for line in lines for a, b in edges)
    if not rows or not all(_fits(line, starts) for line in lines) or any(torn):
        return None
    cut = [(at, cells(each)) for at, each in every]
    one_line = all(len(each) == 1 for _, each in rows)
    if not all(row for _, row in cut) or (one_line and not all(row[0] for _, row in cut)):
        return None
    return Table(cut[0], cut[1:], length) if head else Table(None, cut, length)


def _fits(line: str, starts: Sequence[int]) -> bool:
    """Whether the text of a line keeps to its columns."""
    gaps = all(not line[start - 1 : start].strip() for start in starts[1:])
    return gaps and not line[: starts[0]].strip() and not _RULE.match(line)
