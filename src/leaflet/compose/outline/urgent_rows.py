"""Rows of a table of effects that need help: they stand apart from those that do not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from leaflet.compose.outline.groups import Body, introduces
from leaflet.compose.outline.lift import REFERENCE
from leaflet.compose.outline.table_notes import is_noted
from leaflet.monograph.model import Block, Table
from leaflet.monograph.text import plain

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
    a cell without text, which may mean the same, or a row that is the heading of others.
    """
    urgent: list[Table] = []
    kept = tuple(_kept(body, frozenset(topics), urgent))
    return RowsApart(kept, tuple(urgent))


def _kept(body: Body, topics: frozenset[str], urgent: list[Table]) -> Iterator[Block]:
    for above, block, below in zip((None, *body), body, (*body[1:], None), strict=False):
        if not isinstance(block, Table) or introduces(above) or _is_whole(block, below):
            yield block
            continue
        numbers = {topic.sentence for topic in block.topics if topic.name in topics}
        if found := _rows(block, numbers):
            urgent.append(found)
        if others := _rows(block, {*range(1, len(block.rows) + 1)} - numbers):
            yield replace(others, repeats_head=bool(found))


def _is_whole(table: Table, below: Block | None) -> bool:
    refers = any(topic.name == REFERENCE for topic in table.topics)
    is_bare = any(not plain(cell).strip(_DITTO) for row in table.rows for cell in row)
    return refers or is_bare or is_noted(table, below)


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
