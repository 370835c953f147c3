"""Two versions of a monograph → the new one with what was inserted and deleted, in its order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.diff.align import align
from leaflet.diff.model import Edit, Role, Run, Statement
from leaflet.diff.statements import find_statements
from leaflet.diff.word_diff import compare_words
from leaflet.diff.words import Vocabulary
from leaflet.monograph.model import Monograph


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """A statement with its words as ``runs``; ``statement`` is the new one, or one that is gone.

    ``moved_from`` says where it was, if it is under other headings or labels now.
    """

    statement: Statement
    runs: tuple[Run, ...]
    moved_from: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether anything about it changed."""
        return bool(self.moved_from) or any(run.edit is not Edit.KEPT for run in self.runs)


def mark(old: Monograph, new: Monograph, words: Vocabulary) -> tuple[MarkedStatement, ...]:
    """The statements of both versions in the order of the new one.

    One that is gone comes after the one that it followed. Facts about the medicine and the document
    are left out: they are compared in the list of changes.
    """
    return tuple(_marked(printed_statements(old), printed_statements(new), words))


def printed_statements(monograph: Monograph) -> list[Statement]:
    """The statements of a monograph that a marked edition prints."""
    facts = (Role.FACT, Role.DOCUMENT)
    return [each for each in find_statements(monograph) if each.role not in facts]


def _marked(
    old: Sequence[Statement], new: Sequence[Statement], words: Vocabulary
) -> Iterator[MarkedStatement]:
    aligned = align(old, new)
    old_of = {other: one for one, other in aligned.matches}
    inserted = {*aligned.added}
    # What moved is no neighbour any more.
    new_of = {
        one: other
        for one, other in (*aligned.matches, *aligned.joined)
        if old[one].context[:2] == new[other].context[:2]
    }
    gone = _by_predecessor(len(old), new_of, aligned.gone)
    yield from (_deleted(old[one]) for one in gone[-1])
    for number, statement in enumerate(new):
        if number in inserted:
            yield MarkedStatement(statement, (Run(Edit.INSERTED, statement.full),))
        else:
            before = old[old_of[number]] if number in old_of else statement
            yield _kept(before, statement, words)
        yield from (_deleted(old[one]) for one in gone[number])


def _by_predecessor(
    count: int, new_of: dict[int, int], gone: Sequence[int]
) -> dict[int, list[int]]:
    """What is gone, by the statement of the new version that it comes after; -1 is the start."""
    found: dict[int, list[int]] = defaultdict(list)
    last, lost = -1, {*gone}
    for one in range(count):
        if one in new_of:
            last = new_of[one]
        elif one in lost:
            found[last].append(one)
    return found


def _deleted(statement: Statement) -> MarkedStatement:
    return MarkedStatement(statement, (Run(Edit.DELETED, statement.full),))


def _kept(before: Statement, after: Statement, words: Vocabulary) -> MarkedStatement:
    runs: tuple[Run, ...] = (Run(Edit.KEPT, after.full),)
    if before.tokens != after.tokens:
        runs = compare_words(before.full, after.full, words)
    moved = before.where if before.context != after.context else ""
    return MarkedStatement(after, runs, moved)
