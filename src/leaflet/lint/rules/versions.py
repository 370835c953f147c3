"""What is suspicious about the changes since an older version: ``leaflet check --since``.

None of the rules has a finder: they need two versions, and ``check_since`` has them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.diff.model import Change, ChangeKind, Edit, Run
from leaflet.lint.text.amounts import Amount, parse_amounts
from leaflet.lint.text.rule import Rule
from leaflet.monograph.model import Monograph

_DOCS = "docs/diff.md"

RULES = (
    Rule(
        "dose-tenfold",
        Severity.ERROR,
        "a dose that changed by a factor of ten, with --since",
        "A point or a zero too many is the classic fatal slip, and so is mg for micrograms.",
        "ISMP, tenfold errors; docs/diff.md",
    ),
    Rule(
        "warning-removed",
        Severity.WARNING,
        "a warning that is gone, and `changes` does not say so, with --since",
        "It may have been lost by mistake, and whoever knew the older version relies on it.",
        _DOCS,
        right=('changes: ["Asthma is no reason any more not to take it."]',),
    ),
    Rule(
        "version-unchanged",
        Severity.WARNING,
        "another text with the same version or date of review, with --since",
        "Two prints that differ look the same, and a text that nobody reviewed looks reviewed.",
        _DOCS,
        right=('version: "4"',),
    ),
)

CODES = frozenset(rule.code for rule in RULES)

_GONE = frozenset((ChangeKind.GONE_WARNING, ChangeKind.BOXED_WARNING))


def examine_changes(
    changes: Sequence[Change], old: Monograph, new: Monograph
) -> Iterator[Diagnostic]:
    """What the rules of this module find in the changes from one version to the other."""
    yield from (finding for change in changes for finding in _tenfold(change, new))
    if not new.front.changes or new.front.changes == old.front.changes:
        yield from _removed(changes, new)
    if any(change.kind is not ChangeKind.DOCUMENT for change in changes):
        yield from _same_version(old, new)


def _tenfold(change: Change, new: Monograph) -> Iterator[Diagnostic]:
    for one, other in pairwise(change.runs):
        if (one.edit, other.edit) != (Edit.DELETED, Edit.INSERTED):
            continue
        amounts = zip(*(parse_amounts(run.text) for run in (one, other)), strict=False)
        if any(_is_tenfold(before, after) for before, after in amounts):
            message = f'"{_shown(one)}" has become "{_shown(other)}"'
            name, line = new.source.name, change.statement.line
            hint = "check the number and the unit against the source"
            yield Diagnostic.error("dose-tenfold", message, name, line, hint=hint)


def _shown(run: Run) -> str:
    return run.text if len(run.text) <= 60 else f"{run.text[:59]}…"


def _is_tenfold(before: Amount, after: Amount) -> bool:
    """Whether one is 10, 100 … times the other, in whatever units of mass they are."""
    if before.unit != after.unit or not before.most or not after.most:
        return False
    ratio = max(before.most, after.most) / min(before.most, after.most)
    return any(abs(ratio / 10**power - 1) < 1e-9 for power in range(1, 7))


def _removed(changes: Sequence[Change], new: Monograph) -> Iterator[Diagnostic]:
    for change in changes:
        if change.new is None and change.old and _GONE.intersection(change.kinds):
            message = f'"{_shown(change.runs[0])}" is gone ({change.old.where})'
            hint = "restore it, or say so in the front matter: changes: […]"
            name, line = new.source.name, new.source.key_line("changes")
            yield Diagnostic.warning("warning-removed", message, name, line, hint=hint)


def _same_version(old: Monograph, new: Monograph) -> Iterator[Diagnostic]:
    for key, value, before in (
        ("version", new.front.version, old.front.version),
        ("reviewed", new.front.reviewed, old.front.reviewed),
    ):
        if value and value == before:
            what = "version" if key == "version" else "date of review"
            message = f"the text has changed, but the {what} is still {value}"
            name, line = new.source.name, new.source.key_line(key)
            yield Diagnostic.warning("version-unchanged", message, name, line)
