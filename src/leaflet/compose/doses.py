"""The dose table of a clinician sheet: labelled statements as rows, each with its full text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from leaflet.monograph.model import Block, Bullets, Entry, Item, Table, Text
from leaflet.monograph.text import plain

Body = tuple[Block, ...]

LONGEST_REPEATED = 40
"""Characters of a label that may stand again in each of its rows; a longer one keeps one row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One dose: whom and what it is ``outer`` and ``label`` say, the outer label first.

    ``repeats`` tells that the outer label stands in the row above as well, so that each row can be
    read alone.
    """

    label: Text
    body: Body
    outer: Text = ()
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Either the ``rows`` of a table or a ``body`` of unlabelled text, in the author's order."""

    rows: tuple[Row, ...] = ()
    body: Body = ()


def runs(body: Body) -> tuple[Run, ...]:
    """Dosage text as tables of what is labelled, with what is not between them, nothing moved.

    A label over labels makes a row of each inner one, in either nesting. A label over a table of
    the author's stays outside. Text without a single number is no table of doses and comes back as
    it is.
    """
    found: list[Run] = []
    for piece in _pieces(body):
        last = found[-1] if found else Run()
        if isinstance(piece, Entry) and not _holds_table(piece.body):
            rows = tuple(_rows(piece))
            found[-1:] = [Run(rows=last.rows + rows)] if last.rows else [*found[-1:], Run(rows)]
        else:
            found[-1:] = (
                [Run(body=(*last.body, piece))] if last.body else [*found[-1:], Run(body=(piece,))]
            )
    numbers = any(char.isdigit() for run in found for row in run.rows for char in _words(row.body))
    return tuple(found) if numbers else (Run(body=body),)


def _pieces(body: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with lists of labelled items taken apart."""
    for block in body:
        if isinstance(block, Bullets) and not block.ordered:
            loose: list[Item | Entry] = []
            for item in block.items:
                if not isinstance(item, Entry):
                    loose.append(item)
                    continue
                if loose:
                    yield replace(block, items=tuple(loose))
                    loose = []
                yield item
            if loose:
                yield replace(block, items=tuple(loose))
        else:
            yield block


def _rows(entry: Entry) -> Iterator[Row]:
    """One row for a label, or one for each label below it; what stands above those comes first."""
    pieces = tuple(_pieces(entry.body))
    inner = tuple(dropwhile(lambda piece: not isinstance(piece, Entry), pieces))
    above = pieces[: len(pieces) - len(inner)]
    long = len(plain(entry.label)) > LONGEST_REPEATED
    if long or not inner or not all(isinstance(piece, Entry) for piece in inner):
        yield Row(entry.label, entry.body)
        return
    if above:
        yield Row(entry.label, above)
    for place, piece in enumerate(inner):
        if isinstance(piece, Entry):
            yield Row(piece.label, piece.body, entry.label, repeats=bool(above) or place > 0)


def _holds_table(body: Iterable[object]) -> bool:
    """Whether the author drew a table, which would not be readable in a cell of another one."""
    return any(
        isinstance(block, Table)
        or (isinstance(block, Bullets) and _holds_table(block.items))
        or (isinstance(block, Entry | Item) and _holds_table(block.body))
        for block in body
    )


def _words(body: Iterable[object]) -> str:
    said = ""
    for block in body:
        match block:
            case Bullets(items):
                said += _words(items)
            case Item(inner) | Entry(_, inner):
                said += _words(inner)
            case _:
                said += plain(getattr(block, "text", ()))
    return said
