"""The dose table of a clinician sheet: labelled statements as rows, each with its full text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leaflet.monograph.model import Block, Bullets, Entry, Item, Text
from leaflet.monograph.text import plain

Body = tuple[Block, ...]


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

    A label over labels makes a row of each inner one, in either nesting. Text without a single
    number is no table of doses and comes back as it is.
    """
    found: list[Run] = []
    for piece in _pieces(body):
        last = found[-1] if found else Run()
        if isinstance(piece, Entry):
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
    inner = list(_pieces(entry.body))
    if inner and all(isinstance(piece, Entry) for piece in inner):
        for place, piece in enumerate(inner):
            if isinstance(piece, Entry):
                yield Row(piece.label, piece.body, outer=entry.label, repeats=place > 0)
    else:
        yield Row(entry.label, entry.body)


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
