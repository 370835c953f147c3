"""Where on a page the words of statements are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from leaflet.compose.marked.page import Piece
from leaflet.compose.marked.runs import is_seen, seen
from leaflet.diff.model import Edit, Run, Statement

_UNPRINTED = "^_"
"""Signs for raised and lowered characters, which are compared, but not printed."""


class Character(NamedTuple):
    """A character of a page: the index of its piece, and where it is in that."""

    piece: int
    at: int
    character: str


Characters = Sequence[Character]


class Located(NamedTuple):
    """A run, and the characters that it is; a deleted one is before the first of them."""

    run: Run
    start: int
    end: int


class Locator:
    """Finds statements in the pieces of a page."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._numbered: dict[int, list[Character]] = defaultdict(list)
        for index, piece in enumerate(pieces):
            if piece.is_text and piece.number:
                self._numbered[piece.number] += _characters(index, piece)

    def text(self, statement: Statement) -> Characters:
        """The characters of the text of a statement, as often as it is printed."""
        if statement.number:
            return self._numbered.get(statement.number, [])
        return self._search(seen(statement.text)) if statement.text else []

    def label(self, statement: Statement) -> Characters:
        """The characters of the label that a statement opens with."""
        return self._numbered.get(statement.label_number, [])

    def first(self, statement: Statement) -> Characters:
        """The characters of label and text where they are printed first."""
        every = [*self.label(statement), *self.text(statement)]
        if once := [each for each in every if not self._pieces[each.piece].is_repeat]:
            return once
        return every

    def of_piece(self, index: int) -> Characters:
        """The characters of one piece."""
        return [*_characters(index, self._pieces[index])]

    def start(self) -> Characters:
        """The characters of the first statement of a page, or of its last words without one."""
        texts = [(n, each) for n, each in enumerate(self._pieces) if each.is_text]
        first = next((each for each in texts if each[1].number), texts[-1])
        return [*_characters(*first)]

    def _search(self, words: str) -> Characters:
        """Words without a number, such as those of the front matter, in one paragraph."""
        texts = [
            (index, piece)
            for index, piece in enumerate(self._pieces)
            if piece.is_text and not piece.number and not piece.is_own
        ]
        for _, group in groupby(texts, lambda each: each[1].block):
            found = [each for index, piece in group for each in _characters(index, piece)]
            start = "".join(each.character for each in found).find(words)
            if start >= 0:
                return found[start : start + len(words)]
        return []


def _characters(index: int, piece: Piece) -> Iterator[Character]:
    return (
        Character(index, at, character)
        for at, character in enumerate(piece.markup)
        if is_seen(character)
    )


def locate(runs: Sequence[Run], characters: Characters) -> list[Located]:
    """The runs of a text, as often as it is printed.

    Where they are not as they should be, the whole text stands for another one.
    """
    found: list[Located] = []
    at = 0
    while at < len(characters):
        once = _located(runs, characters, at)
        if once is None or once[-1].end == at:
            return _as_a_whole(runs, characters)
        found += once
        at = once[-1].end
    return found


def _located(runs: Iterable[Run], characters: Characters, at: int) -> list[Located] | None:
    found = []
    for run in runs:
        start = at
        for character in seen(run.text) if run.edit is not Edit.DELETED else "":
            if at < len(characters) and characters[at].character == character:
                at += 1
            elif character not in _UNPRINTED:
                return None
        found.append(Located(run, start, at))
    return found


def _as_a_whole(runs: Sequence[Run], characters: Characters) -> list[Located]:
    before = " ".join(run.text for run in runs if run.edit is not Edit.INSERTED)
    after = "".join(each.character for each in characters)
    deleted = [Located(Run(Edit.DELETED, before), 0, 0)] if before else []
    return [*deleted, Located(Run(Edit.INSERTED, after), 0, len(characters))]
