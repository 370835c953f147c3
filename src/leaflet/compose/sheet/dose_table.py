"""The dose table of a clinician sheet: labelled statements as rows, each with its full text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile
from math import inf

from leaflet.compose.measure.estimate import CELL, COLUMN, LINE, depth_of, lines
from leaflet.compose.measure.line_breaking import JOINER, LONGEST_WORD, bind_words, is_address
from leaflet.fonts import families
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Table, Text
from leaflet.monograph.text import plain

Body = tuple[Block, ...]

_END = re.compile(rf"[ \n]+|(?<=[/–-])(?!{JOINER})")
"""Where a line may end in a text that is bound."""

_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD},}}")

_PADDING = 0.6
"""Between a label and its dose, in em."""

SHARES = (18, 22, 26, 30, 34, 38, 42, 46)
"""Per cent of a table that its labels may take; the style sheet has a rule for each."""


@dataclass(frozen=True, slots=True)
class Row:
    """One dose: for whom or what it is, and its full text."""

    label: Text
    body: Body


@dataclass(frozen=True, slots=True)
class Run:
    """Either the ``rows`` of a table or a ``body`` of unlabelled text, in the author's order.

    ``over`` is the label that stands over all the rows and heads their table; it ``repeats`` where
    it also stands above the table, before a text of its own.
    """

    rows: tuple[Row, ...] = ()
    body: Body = ()
    over: Text = ()
    repeats: bool = False

    @property
    def is_tight(self) -> bool:
        """Whether a word in it is longer than any column is wide, and must be divided anywhere."""
        said = (plain(row.label) + "\n" + _words(row.body) for row in self.rows)
        return any(_is_endless(word) for words in said for word in _ENDLESS.findall(words))

    @property
    def share(self) -> int:
        """Per cent of the width for the labels: no word is torn, and the table least deep."""
        words = (word for row in self.rows for word in _stretches(plain(row.label)))
        widest = max((families.width(word, 1, bold=True) for word in words), default=0)
        wide = [share for share in SHARES if share / 100 * COLUMN - _PADDING >= widest]
        return min(wide or SHARES[-1:], key=lambda share: _depth(self.rows, share, COLUMN))


def runs(body: Body, measure: float = COLUMN, height: float = inf) -> tuple[Run, ...]:
    """Dosage text as tables of what is labelled, with what is not between them, nothing moved.

    A label over labels makes a table of its own, in either nesting. A label over a table of the
    author's stays outside. Text without a single number is no table of doses and comes back as it
    is, and so does one that would make a row deeper than ``height`` in a column ``measure`` wide,
    both in em: WeasyPrint 70 sets the first part of such a row above the head of its table.
    """
    found: list[Run] = []
    for piece in _pieces(body):
        for run in _read(piece):
            last = found[-1] if found else Run()
            if run.over or last.over or bool(run.rows) != bool(last.rows):
                found.append(run)
            else:
                found[-1:] = [Run(last.rows + run.rows, last.body + run.body)]
    numbers = any(char.isdigit() for run in found for row in run.rows for char in _words(row.body))
    rows = ((row, run.share) for run in found for row in run.rows)
    deepest = max((_depth([row], share, measure) for row, share in rows), default=0)
    return tuple(found) if numbers and deepest <= height else (Run(body=body),)


def depth_of_run(run: Run, measure: float) -> float:
    """What a table, or the text between two, is cast off to, in em."""
    if not run.rows:
        return depth_of(run.body, measure)
    return 2 * CELL + LINE + _depth(run.rows, run.share, measure)


def _stretches(words: str) -> Iterator[str]:
    """What of a text stands on one line whatever its width."""
    return (stretch.replace(JOINER, "") for stretch in _END.split(bind_words(words)))


def _is_endless(word: str) -> bool:
    return is_address(word) or max(map(len, _stretches(word))) >= LONGEST_WORD


def _depth(rows: Iterable[Row], share: int, measure: float) -> float:
    label = share / 100 * measure
    return sum(
        CELL + max(lines(plain(row.label), label - _PADDING), depth_of(row.body, measure - label))
        for row in rows
    )


def _read(piece: Block) -> Iterator[Run]:
    """A table with the label above it as its head, a row, or text as it is."""
    if not isinstance(piece, Entry) or _holds_table(piece.body):
        yield Run(body=(piece,))
        return
    pieces = tuple(_pieces(piece.body))
    inner = tuple(dropwhile(lambda one: not isinstance(one, Entry), pieces))
    above = pieces[: len(pieces) - len(inner)]
    rows = tuple(Row(one.label, one.body) for one in inner if isinstance(one, Entry))
    if not rows or len(rows) < len(inner):
        yield Run((Row(piece.label, piece.body),))
        return
    if above:
        yield Run(body=(replace(piece, body=above),))
    yield Run(rows, over=piece.label, repeats=bool(above))


def _pieces(body: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with lists of labelled items taken apart."""
    for block in body:
        if isinstance(block, Bullets) and not block.ordered:
            loose: list[ListItem | Entry] = []
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


def _holds_table(body: Iterable[object]) -> bool:
    """Whether the author drew a table, which would not be readable in a cell of another one."""
    return any(
        isinstance(block, Table)
        or (isinstance(block, Bullets) and _holds_table(block.items))
        or (isinstance(block, Entry | ListItem) and _holds_table(block.body))
        for block in body
    )


def _words(body: Iterable[object]) -> str:
    said = ""
    for block in body:
        match block:
            case Bullets(items):
                said += _words(items)
            case ListItem(inner) | Entry(_, inner):
                said += _words(inner)
            case _:
                said += plain(getattr(block, "text", ())) + "\n"
    return said
