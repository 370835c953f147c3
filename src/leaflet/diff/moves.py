"""Statements under other labels, or in another order, which therefore mean something else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from leaflet.diff.align import Match
from leaflet.diff.model import Change, ChangeKind, Edit, Role, Run, Statement
from leaflet.diff.word_diff import compare_words, kinds_of
from leaflet.diff.words import Vocabulary, tokens_of

Label = tuple[tuple[str, ...], ...]
"""Labels above a statement, as tokens."""

Way = tuple[Label, Label, Label]
"""The labels above that are the same, those below them in the old version, and in the new one."""


Pair = tuple[Statement, Statement]
"""A statement in the old and in the new version."""


def find_moved(
    matches: Sequence[Pair], joined: Iterable[Pair], words: Vocabulary
) -> tuple[list[Change], set[Way]]:
    """Statements under other labels, all that went the same way as one change; and the ways.

    What is below a label that was renamed has not moved.
    """
    renamed = _renamed((*matches, *joined))
    ways: dict[Way, list[Pair]] = defaultdict(list)
    for before, after in matches:
        for way in _ways(before.context, after.context):
            if way not in renamed and _of_column(way) not in renamed:
                ways[way].append((before, after))
    found = []
    for each in ways.values():
        before, after = each[0]
        runs = compare_words(before.where, after.where, words)
        boxed = (before.role is Role.BOXED) is not (after.role is Role.BOXED)
        grave = (ChangeKind.BOXED_WARNING,) if boxed else kinds_of(runs, words)
        kinds = (*grave, ChangeKind.MOVED)
        found.append(Change(kinds, before, after, runs, len(each) - 1))
    return found, {*ways}


def has_moved(before: Statement, after: Statement, ways: set[Way]) -> bool:
    """Whether a statement went one of the ways."""
    return any(way in ways for way in _ways(before.context, after.context))


def is_covered(change: Change, ways: set[Way]) -> bool:
    """Whether a label came or went, and a change of what was, or is, below it says so."""
    statement = change.statement
    if statement.role is not Role.LABEL or (change.old and change.new):
        return False
    label = (statement.tokens,)
    return (statement.context, *(((), label) if change.new else (label, ()))) in ways


def find_reordered(
    old: Sequence[Statement], new: Sequence[Statement], matches: Iterable[Match]
) -> Iterator[Change]:
    """Sentences of a paragraph, or steps of a numbered list, that have overtaken others."""
    series: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for one, other in matches:
        if old[one].series and new[other].series:
            series[old[one].series, new[other].series].append((one, other))
    for each in series.values():
        last, late = -1, list[Match]()
        for one, other in each:
            if one < last:
                late.append((one, other))
            last = max(one, last)
        if late:
            before, after = old[late[0][0]], new[late[0][1]]
            runs = (Run(Edit.KEPT, after.full),)
            yield Change((ChangeKind.REORDERED,), before, after, runs, len(late) - 1)


def _renamed(pairs: Iterable[Pair]) -> set[Way]:
    """The labels that were renamed: one change speaks for all that is below."""
    renamed: set[Way] = set()
    for old, new in pairs:
        if old.tokens != new.tokens or old.label != new.label:
            texts, labels = (old.text, new.text), (old.label, new.label)
            found = {(old.context, _label(one), _label(other)) for one, other in (texts, labels)}
            renamed |= {*map(_of_column, found)} if old.role is Role.COLUMN else found
    return renamed


def _of_column(way: Way) -> Way:
    """The same for the cells of all rows: the head of a column is above them, below their row."""
    return way[0][:2], *way[1:]


def _label(text: str) -> Label:
    """A text as what may stand above others."""
    return (tokens_of(text),) if text else ()


def _ways(before: Label, after: Label) -> Iterator[Way]:
    """The labels that differ, each for itself if there are as many in both."""
    if before == after:
        return
    if len(before) == len(after):
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            if one != other:
                yield before[:at], (one,), (other,)
        return
    start = next(at for at in range(len(before) + 1) if before[: at + 1] != after[: at + 1])
    above, before, after = before[:start], before[start:], after[start:]
    same = 0
    while same < min(len(before), len(after)) and before[-1 - same] == after[-1 - same]:
        same += 1
    yield above, before[: len(before) - same], after[: len(after) - same]
