"""Two versions of a monograph and where a kind prints them → what is marked on its new page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from leaflet.diff.align import Alignment, align
from leaflet.diff.model import Edit, Role, Run, Statement
from leaflet.diff.moves import find_moved, has_moved
from leaflet.diff.word_diff import compare_words
from leaflet.diff.words import Vocabulary

_FACTS = (Role.FACT, Role.DOCUMENT)


class Position(NamedTuple):
    """Where a page prints a statement: its number, and which part of the page it is in."""

    number: int
    part: int


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """A statement of the new version with its words as ``runs``.

    ``moved_from`` says where it was, if it is under other headings or labels now.
    """

    statement: Statement
    runs: tuple[Run, ...]
    moved_from: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether anything about it changed."""
        return bool(self.moved_from) or any(run.edit is not Edit.KEPT for run in self.runs)


@dataclass(frozen=True, slots=True)
class GoneStatement:
    """A statement that the page had, and has no more.

    It goes after the statement ``anchor`` of the new version, or ``before`` it; without one, to the
    start. ``where`` says what it was under, if its anchor is not of the same part of the page.
    """

    statement: Statement
    anchor: Statement | None
    before: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a page: statements of the new version, and those that are gone."""

    statements: tuple[MarkedStatement, ...]
    gone: tuple[GoneStatement, ...]

    def __bool__(self) -> bool:
        """Whether anything is marked."""
        return bool(self.statements or self.gone)


def mark(
    old: Sequence[Statement],
    new: Sequence[Statement],
    positions: tuple[Sequence[Position], Sequence[Position]],
    words: Vocabulary,
) -> Marks:
    """What is marked on the page of a kind, whose old and new version are ``old`` and ``new``.

    ``positions`` are those of both pages; without old ones, the page is taken to have had all of
    the old version. Facts of the front matter are left out: the list of changes has them.
    """
    return _Marking(_of_body(old), _of_body(new), positions, words).marks()


def _of_body(statements: Iterable[Statement]) -> list[Statement]:
    return [each for each in statements if each.role not in _FACTS]


class _Marking:
    def __init__(
        self,
        old: Sequence[Statement],
        new: Sequence[Statement],
        positions: tuple[Sequence[Position], Sequence[Position]],
        words: Vocabulary,
    ) -> None:
        self._old, self._new, self._words = old, new, words
        self._old_positions, self._new_positions = positions
        self._aligned: Alignment = align(old, new)
        pairs = [(old[one], new[other]) for one, other in self._aligned.matches]
        joined = [(old[one], new[other]) for one, other in self._aligned.joined]
        self._ways = find_moved(pairs, joined, words)[1]
        self._before = {other: one for one, other in self._aligned.matches}
        self._lost = {*self._aligned.gone}
        self._after = dict((*self._aligned.joined, *self._aligned.matches))

    @cached_property
    def _on_old(self) -> Mapping[int, int]:
        """The positions on the old page, by the index of the statement; -1 for one unnumbered."""
        return _order_on(self._old, self._old_positions)

    @cached_property
    def _on_new(self) -> Mapping[int, int]:
        return _order_on(self._new, self._new_positions)

    def marks(self) -> Marks:
        marked = tuple(each for each in self._statements() if each.is_marked)
        return Marks(marked, tuple(self._gone()))

    def _statements(self) -> Iterator[MarkedStatement]:
        added = {*self._aligned.added}
        for number, after in enumerate(self._new):
            if number not in self._on_new:
                continue
            one = self._before.get(number)
            if number in added or (one is not None and one not in self._on_old):
                yield MarkedStatement(after, (Run(Edit.INSERTED, after.full),))
            elif one is not None:
                yield self._kept(self._old[one], after)

    def _kept(self, before: Statement, after: Statement) -> MarkedStatement:
        runs: tuple[Run, ...] = (Run(Edit.KEPT, after.full),)
        if before.tokens != after.tokens:
            runs = compare_words(before.full, after.full, self._words)
        moved = before.where if has_moved(before, after, self._ways) else ""
        return MarkedStatement(after, runs, moved)

    def _gone(self) -> Iterator[GoneStatement]:
        """What the old page has and the new one has not, in the order of the old page."""
        parts = dict(self._old_positions)
        order = sorted(self._on_old, key=lambda one: (self._on_old[one], one))
        part_of = {one: parts.get(_number(self._old[one]), -1) for one in order}
        stays = [self._is_neighbour(one) for one in order]
        last: int | None = None
        for at, one in enumerate(order):
            if stays[at]:
                last = one
            elif self._is_gone(one):
                later = next((order[n] for n in range(at, len(order)) if stays[n]), None)
                same = [
                    each is not None and part_of[each] == part_of[one] for each in (last, later)
                ]
                before = later is not None and (last is None or (same[1] and not same[0]))
                anchor = later if before else last
                where = "" if any(same) else self._old[one].where
                now = None if anchor is None else self._new[self._after[anchor]]
                yield GoneStatement(self._old[one], now, before, where)

    def _is_neighbour(self, one: int) -> bool:
        """Whether a statement is where it was, so that another one stood beside it."""
        other = self._after.get(one)
        if other is None or other not in self._on_new:
            return False
        return self._old[one].context[:2] == self._new[other].context[:2]

    def _is_gone(self, one: int) -> bool:
        """Whether no statement of the new page has its words."""
        other = self._after.get(one)
        return one in self._lost if other is None else other not in self._on_new

    def _now(self, one: int) -> Statement:
        return self._new[self._after[one]]


def _number(statement: Statement) -> int:
    """The number by which a statement is found on a page."""
    return statement.number or statement.label_number


def _order_on(statements: Sequence[Statement], positions: Sequence[Position]) -> dict[int, int]:
    """Where on a page the statements are, by index; all of them if nothing is known of the page.

    A statement without a number, such as a boxed warning, is on every page, before all others.
    """
    at = {each.number: order for order, each in enumerate(positions)}
    found: dict[int, int] = {}
    for index, each in enumerate(statements):
        if not positions:
            found[index] = index
        elif not _number(each):
            found[index] = -1
        elif _number(each) in at:
            found[index] = at[_number(each)]
    return found
