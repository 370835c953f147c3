"""Two versions of a monograph → what changed, the gravest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leaflet.diff.align import align
from leaflet.diff.model import Change, ChangeKind, Edit, Role, Run, Statement
from leaflet.diff.moves import Pair, find_moved, find_reordered, is_covered
from leaflet.diff.statements import PREAMBLE, find_statements
from leaflet.diff.word_diff import compare_words, has_dose, kinds_of
from leaflet.diff.words import Vocabulary
from leaflet.monograph.model import Monograph
from leaflet.section_key import SectionKey

_WARNINGS = frozenset(("contraindication", "avoidance", "danger", "emergency", "maximum-dose"))
"""Topics of statements that must not lose a word unnoticed."""

_CAUTIONS = _WARNINGS | {"caution", "interaction", "pregnancy", "children", "driving", "alcohol"}
"""Topics of statements that must not go unnoticed."""

_WARNING_SECTIONS = frozenset((SectionKey.PRECAUTIONS, PREAMBLE))

_SECTIONS = frozenset(filter(None, SectionKey))


def compare(old: Monograph, new: Monograph, vocabulary: Vocabulary) -> tuple[Change, ...]:
    """What changed from one version of a monograph to another, the gravest first.

    Nothing is a change that only moved under the same drug, section and labels, was wrapped or
    marked otherwise, or renumbered.
    """
    return changes(find_statements(old), find_statements(new), vocabulary)


def changes(
    old: Sequence[Statement], new: Sequence[Statement], vocabulary: Vocabulary
) -> tuple[Change, ...]:
    """The same for the statements of two versions."""
    aligned = align(old, new)
    matches = [(old[one], new[other]) for one, other in aligned.matches]
    joined = [(old[one], new[other]) for one, other in aligned.joined]
    reworded = [*_reworded(matches, vocabulary)]
    moved, labels = find_moved(matches, joined, vocabulary)
    found = [
        *reworded,
        *moved,
        *(_deleted(old[one], vocabulary) for one in aligned.gone),
        *(_inserted(new[other], vocabulary) for other in aligned.added),
        *find_reordered(old, new, aligned.matches),
    ]
    found = [each for each in found if not is_covered(each, labels)]
    found += _gone_sections(old, new, found)
    return tuple(sorted(found, key=lambda each: each.kind.rank))


def _reworded(matches: Iterable[Pair], words: Vocabulary) -> Iterator[Change]:
    for before, after in matches:
        if before.tokens == after.tokens:
            continue
        runs = compare_words(before.full, after.full, words)
        lost = any(run.edit is Edit.DELETED for run in runs)
        if after.role is Role.BOXED:
            kinds = (ChangeKind.BOXED_WARNING, *kinds_of(runs, words))
        elif _own_kind(after):
            kinds = (ChangeKind.DOCUMENT,)
        else:
            is_warning = bool(before.topics & _WARNINGS) or before.key == PREAMBLE
            weakened = (ChangeKind.WARNING,) if lost and is_warning else ()
            kinds = (*kinds_of(runs, words), *weakened) or (ChangeKind.REWORDED,)
        yield Change(kinds, before, after, runs)


def _deleted(statement: Statement, words: Vocabulary) -> Change:
    runs = (Run(Edit.DELETED, statement.full),)
    kind = _own_kind(statement)
    if kind is None and _is_warning(statement):
        kind = ChangeKind.GONE_WARNING
    elif kind is None and statement.role is Role.SECTION:
        kind = ChangeKind.GONE_SECTION
    elif kind is None and has_dose(statement.full, words):
        kind = ChangeKind.GONE_DOSE
    return Change((kind or ChangeKind.DELETED,), statement, None, runs)


def _inserted(statement: Statement, words: Vocabulary) -> Change:
    runs = (Run(Edit.INSERTED, statement.full),)
    kind = _own_kind(statement)
    if kind is None and has_dose(statement.full, words):
        kind = ChangeKind.NEW_DOSE
    return Change((kind or ChangeKind.INSERTED,), None, statement, runs)


def _own_kind(statement: Statement) -> ChangeKind | None:
    """The kind that a statement gives to any change of it."""
    kinds = {Role.BOXED: ChangeKind.BOXED_WARNING, Role.DOCUMENT: ChangeKind.DOCUMENT}
    return kinds.get(statement.role)


def _is_warning(statement: Statement) -> bool:
    return bool(statement.topics & _CAUTIONS) or statement.key in _WARNING_SECTIONS


def _gone_sections(
    old: Sequence[Statement], new: Sequence[Statement], found: Iterable[Change]
) -> Iterator[Change]:
    """The known sections, and the drugs, that the new version does not have."""
    known = {(each.drug, each.key) for each in new}
    lost = {id(each.old) for each in found if each.new is None}
    gone: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in old:
        is_lost = each.role in (Role.TEXT, Role.CELL) and id(each) in lost
        if is_lost and each.key in _SECTIONS and (each.drug, each.key) not in known:
            gone[each.drug, each.key].append(each)
    for statements in gone.values():
        first = statements[0]
        heading = replace(first, text=first.section, label="", under=(), role=Role.SECTION)
        runs = (Run(Edit.DELETED, first.section),)
        yield Change((ChangeKind.GONE_SECTION,), heading, None, runs, len(statements))
