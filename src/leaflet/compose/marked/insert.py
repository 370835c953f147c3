"""Marks what was inserted and deleted in the pieces of a page; no word of it is changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import groupby

from markupsafe import Markup, escape

from leaflet.compose.marked.locate import Characters, Locator, locate
from leaflet.compose.marked.page import Piece
from leaflet.compose.marked.runs import seen, split_runs
from leaflet.compose.marked.signs import CLOSING, OPENING, Signs
from leaflet.diff.marked import GoneStatement, MarkedStatement, Marks
from leaflet.diff.model import Edit, Run

_TAG = re.compile(r"<([a-z0-9]+)")
_CLASS = re.compile(r'(<[^>]*?\sclass=")')


class _Order(IntEnum):
    """What comes first at one place of a text."""

    END = 0
    AFTER = 1
    BEFORE = 2
    SIGN = 3
    START = 4


def insert_marks(
    pieces: Sequence[Piece], marks: Marks, known: frozenset[str], signs: Signs
) -> list[str]:
    """The HTML of the pieces, with the marks in them.

    ``known`` are texts of the old page without a number, such as its name; others are inserted.
    """
    page = _Page(pieces, signs)
    for statement in marks.statements:
        page.mark(statement)
    page.mark_unnumbered(known)
    for gone in marks.gone:
        page.delete(gone)
    return page.html()


class _Page:
    def __init__(self, pieces: Sequence[Piece], signs: Signs) -> None:
        self._pieces, self._signs = pieces, signs
        self._locator = Locator(pieces)
        self._added: dict[int, list[tuple[int, _Order, Markup]]] = defaultdict(list)
        self._changed: set[int] = set()
        self._touched: set[int] = set()
        self._where = ""

    def mark(self, marked: MarkedStatement) -> None:
        """Mark the words of one statement."""
        statement = marked.statement
        label, text = split_runs(statement, marked.runs)
        spots = (label, self._locator.label(statement)), (text, self._locator.text(statement))
        for runs, characters in spots:
            self._mark_runs(runs, characters)
        if marked.moved_from and (found := self._locator.first(statement)):
            note = self._signs.note(f"moved from: {marked.moved_from}")
            self._add(found[-1].piece, found[-1].at + 1, _Order.AFTER, " " + note)

    def _mark_runs(self, runs: Sequence[Run], characters: Characters) -> None:
        self._touched |= {each.piece for each in characters}
        found = locate(runs, characters)
        new = {
            self._pieces[each.piece].link
            for run, start, end in found
            if run.edit is Edit.INSERTED
            for each in characters[start:end]
        }
        for run, start, end in found:
            if run.edit is Edit.INSERTED:
                self._insert(characters[start:end])
            elif run.edit is Edit.DELETED:
                self._delete(run.text, characters, start)
            else:
                self._keep(characters, start, end, new - {-1})

    def _keep(self, characters: Characters, start: int, end: int, new: set[int]) -> None:
        """Strike words through that were kept in a link of which others are new: all is new."""
        within = [n for n in range(start, end) if self._pieces[characters[n].piece].link in new]
        for piece, group in groupby(within, lambda n: characters[n].piece):
            numbers = [*group]
            first, last = (characters[n].at for n in (numbers[0], numbers[-1]))
            self._delete(self._pieces[piece].markup[first : last + 1], characters, numbers[0])

    def mark_unnumbered(self, known: frozenset[str]) -> None:
        """Mark names, headings and facts that the old page does not have."""
        for index, piece in enumerate(self._pieces):
            is_free = piece.is_text and not (piece.number or piece.is_own)
            if is_free and index not in self._touched and seen(piece.markup) not in known:
                self._insert(self._locator.of_piece(index))

    def delete(self, gone: GoneStatement) -> None:
        """Strike a statement through where it stood."""
        html = self._signs.deleted(gone.statement.full)
        if gone.where and gone.where != self._where:
            html = self._signs.note(gone.where) + " " + html
        self._where, anchor = gone.where, gone.anchor
        found = self._locator.first(anchor) if anchor else self._locator.start()
        if gone.before or not anchor:
            self._add(found[0].piece, found[0].at, _Order.BEFORE, html + " ")
        else:
            self._add(found[-1].piece, found[-1].at + 1, _Order.AFTER, " " + html)

    def _delete(self, text: str, characters: Characters, at: int) -> None:
        html = self._signs.deleted(text)
        if at < len(characters):
            self._add(characters[at].piece, characters[at].at, _Order.BEFORE, html + " ")
        else:
            self._add(characters[-1].piece, characters[-1].at + 1, _Order.AFTER, " " + html)

    def _insert(self, characters: Characters) -> None:
        """Underline characters, which may be in several pieces."""
        if not characters:
            return
        first, last = characters[0], characters[-1]
        self._add(first.piece, first.at, _Order.SIGN, OPENING)
        for piece, group in groupby(characters, lambda each: each.piece):
            within = tuple(group)
            self._add(piece, within[0].at, _Order.START, Markup("<ins>"))
            self._add(piece, within[-1].at + 1, _Order.END, Markup("</ins>"))
        self._add(last.piece, last.at + 1, _Order.AFTER, CLOSING)

    def _add(self, index: int, at: int, order: _Order, html: Markup) -> None:
        piece = self._pieces[index]
        self._changed.add(piece.block)
        if piece.link < 0:
            self._added[index].append((at, order, html))
            return
        # A link holds nothing but its text.
        ends = (n for n in range(index, len(self._pieces)) if self._pieces[n].is_end_of_link)
        around = (next(ends), len("</a>")) if order <= _Order.AFTER else (piece.link, 0)
        if "<del>" in html or (around[1], order, html) not in self._added[around[0]]:
            self._added[around[0]].append((around[1], order, html))

    def html(self) -> list[str]:
        """The pieces with all that was added."""
        return [str(self._written(index, piece)) for index, piece in enumerate(self._pieces)]

    def _written(self, index: int, piece: Piece) -> Markup:
        text, added = piece.markup, sorted(self._added[index], key=lambda each: each[:2])
        if index in self._changed:
            text = _with_class(text)
        write = escape if piece.is_text else Markup
        html, start = Markup(), 0
        for at, _, mark in added:
            html += write(text[start:at]) + mark
            start = at
        return html + write(text[start:])


def _with_class(tag: str) -> str:
    """A tag with the class of what has a bar beside it."""
    marked, count = _CLASS.subn(r"\1changed ", tag, count=1)
    return marked if count else _TAG.sub(r'<\1 class="changed"', tag, count=1)


def unnumbered_texts(pieces: Iterable[Piece]) -> frozenset[str]:
    """The texts of a page that are the author's, and have no number."""
    return frozenset(
        seen(piece.markup)
        for piece in pieces
        if piece.is_text and not piece.number and not piece.is_own
    )
