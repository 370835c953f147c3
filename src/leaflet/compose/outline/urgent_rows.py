"""Rows of a table of effects that need help: they stand apart from those that do not."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose.outline.groups import Body, introduces
from leaflet.compose.outline.table_notes import is_noted
from leaflet.monograph.model import Block, Entry, Table, Text
from leaflet.monograph.rows import goes_on
from leaflet.monograph.text import plain
from leaflet.topics.instructions import REFERENCE

_NUMBERED = re.compile(r"\W*(?:\w+\s)?\d+\W*")
"""The first cell of a row that has its place among the others: "2", "Step 2", "Grade 3"."""

_MARKED = re.compile(r"[*†‡§¶#ⁱⁿ²³¹⁰⁴-⁹\u1d2c-\u1d6a]|[(\[](?:[a-z]|\d{1,2})[)\]]")
"""A mark of a note below the table."""

_DITTO = " \"'″”“„〃\u00a0"
"""Signs for the same as in the row above."""


@dataclass(frozen=True, slots=True)
class RowsApart:
    """A body without the rows that state one of some topics, and these as ``urgent`` tables."""

    body: Body
    urgent: tuple[Table, ...]


def rows_apart(body: Body, topics: Collection[str]) -> RowsApart:
    """The rows of a table that state one of the topics, such as "Call 999", apart from the others.

    A table below a lead-in, a heading or a label stays whole: these may say something of all rows.
    So does one with notes, which stand below it, and one whose rows need each other: "as above",
    a cell without text, which may mean the same, a row that is the heading of others, or numbered
    rows.
    """
    divided = tuple(_divided(body, frozenset(topics)))
    kept = (block for block, _ in divided if block)
    return RowsApart(tuple(kept), tuple(table for _, table in divided if table))


def rows_first(body: Body, topics: Collection[str]) -> Body:
    """The same rows before the others of their table, also in a body below a label."""
    divided = _divided(body, frozenset(topics))
    blocks = (block for rest, table in divided for block in (table, rest) if block)
    return tuple(
        replace(each, body=rows_first(each.body, topics)) if isinstance(each, Entry) else each
        for each in blocks
    )


def _divided(body: Body, topics: frozenset[str]) -> Iterator[tuple[Block | None, Table | None]]:
    """Each block without the rows that state one of the topics, and these as a table."""
    for above, block, below in zip((None, *body), body, (*body[1:], None), strict=False):
        if not isinstance(block, Table) or introduces(above) or _is_whole(block, below):
            yield block, None
            continue
        numbers = {topic.sentence for topic in block.topics if topic.name in topics}
        found, others = (
            _rows(block, numbers),
            _rows(block, {*range(1, len(block.rows) + 1)} - numbers),
        )
        yield others and replace(others, repeats_head=bool(found)), found


def _is_whole(table: Table, below: Block | None) -> bool:
    refers = any(topic.name == REFERENCE for topic in table.topics)
    is_bare = any(map(_is_bare, table.rows))
    is_numbered = any(_NUMBERED.fullmatch(plain(row[0])) for row in table.rows if row)
    return refers or is_bare or is_numbered or is_noted(table, below)


def _is_bare(row: Sequence[Text]) -> bool:
    """Whether a row has a cell without text of its own."""
    return any(not plain(cell).strip(_DITTO) for cell in row)


def urgent_rows(body: Body, topics: Collection[str]) -> Iterator[Table]:
    """The rows of undivided tables that state one of the topics, and say it without other rows.

    They may be said again where help is looked for first, each with the rows below it that leave
    the first cell empty. None may that is below words about its whole table or a row that may head
    others, has another cell without text or the mark of a note.
    """
    for above, block, below in zip((None, *body), body, (*body[1:], None), strict=False):
        if not isinstance(block, Table) or introduces(above) or not _is_whole(block, below):
            continue
        alone = (
            n for n, row in enumerate(block.rows, 1) if row[1:] and not any(map(plain, row[1:]))
        )
        end = next(alone, len(block.rows) + 1)
        refer = {topic.sentence for topic in block.topics if topic.name == REFERENCE}
        stated = {topic.sentence for topic in block.topics if topic.name in topics}
        found = (
            group
            for group in _groups(block)
            if stated.intersection(group) and not refer.intersection(group) and group[-1] < end
        )
        complete = (group for group in found if not _need_others(block, group))
        numbers = {number for group in complete for number in group}
        if repeated := _rows(block, numbers):
            yield repeated


def _groups(table: Table) -> list[list[int]]:
    """The numbers of the rows, those that leave the first cell empty with the one above."""
    groups: list[list[int]] = []
    for number, row in enumerate(table.rows, 1):
        if goes_on(row) and groups:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _need_others(table: Table, group: Sequence[int]) -> bool:
    """Whether rows have a cell without text beside that of the first row, or a mark of a note."""
    first, *more = (table.rows[number - 1] for number in group)
    rows = (first, *(row[1:] for row in more))
    marked = (_MARKED.search(plain(cell)) for row in rows for cell in row)
    raised = ("sup" in span.marks for row in rows for cell in row for span in cell)
    return any(map(_is_bare, rows)) or any(marked) or any(raised)


def _rows(table: Table, numbers: Collection[int]) -> Table | None:
    """Some rows of a table, of which the first has the number 1; None without any."""
    found = [number for number in range(1, len(table.rows) + 1) if number in numbers]
    new = {number: at for at, number in enumerate(found, start=1)}
    topics = (
        topic._replace(sentence=new.get(topic.sentence, 0))
        for topic in table.topics
        if topic.sentence in new or not topic.sentence
    )
    rows = tuple(table.rows[number - 1] for number in found)
    return replace(table, rows=rows, topics=tuple(topics)) if rows else None
