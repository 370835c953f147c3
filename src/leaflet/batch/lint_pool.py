"""Monographs checked and corrected by worker processes, each within the limits of a run.

A text that a rule takes too long for is reported by name, and the others go on.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from leaflet import files
from leaflet.batch.pool import run_in_order
from leaflet.batch.preflight import make_preflight
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.lint.autofix import FixedFile, apply_fixes
from leaflet.lint.check import enabled_rules
from leaflet.lint.reports.folder import FileFindings, compare, read_one
from leaflet.sources import Found

_PRELOAD = "leaflet.pipeline"
"""Has what a worker needs that checks, but not the layout engine."""


def check_files(
    found: Sequence[Found], settings: Settings, *, graded: bool = False
) -> Iterator[FileFindings]:
    """Check monographs; yields what was found in each, in their order.

    Raises SettingsError, before anything is read, if the settings name an unknown rule.
    """
    enabled_rules(settings)
    start = partial(_start_checking, graded=graded)
    yield from run_in_order(WorkSpec(settings, start, _unchecked, _PRELOAD), found)


def compare_files(checked: Sequence[FileFindings], settings: Settings) -> list[FileFindings]:
    """Add to what was found in each monograph what only all of them together show.

    They are compared in a process of its own, like all that looks at what is written in them.
    """
    titles = {each.file: each.title for each in checked if each.title}
    if len(titles) < 2:
        return [*checked]
    spec = WorkSpec(settings, _start_comparing, _uncompared, _PRELOAD)
    notes: dict[str, list[Diagnostic]] = defaultdict(list)
    (found,) = run_in_order(spec, [titles])
    for note in found:
        notes[note.file].append(note)
    return [replace(each, findings=(*notes[each.file], *each.findings)) for each in checked]


def _start_comparing(
    settings: Settings,
) -> Callable[[Mapping[str, str]], tuple[Diagnostic, ...]]:
    return partial(compare, settings)


def _uncompared(
    titles: Mapping[str, str], finding: Diagnostic, _seconds: float
) -> tuple[Diagnostic, ...]:
    message = f"the names of the medicines could not be compared: {finding.message}"
    return (replace(finding, file=next(iter(titles)), message=message),)


def _start_checking(settings: Settings, *, graded: bool) -> Callable[[Found], FileFindings]:
    return partial(read_one, settings, graded, make_preflight(settings))


def _unchecked(found: Found, finding: Diagnostic, _seconds: float) -> FileFindings:
    name = str(found.path)
    return FileFindings(name, "", (replace(finding, file=name),))


def fix_files(found: Sequence[Found], settings: Settings) -> Iterator[FixedFile | Diagnostic]:
    """Correct monographs; yields the corrected text of each, or why there is none.

    Nothing is written. Raises SettingsError if the settings name an unknown rule.
    """
    enabled_rules(settings)
    yield from run_in_order(
        WorkSpec(settings, _start_fixing, _unfixed, "leaflet.lint.autofix"), found
    )


def _start_fixing(settings: Settings) -> Callable[[Found], FixedFile | Diagnostic]:
    return partial(_fix, settings)


def _fix(settings: Settings, found: Found) -> FixedFile:
    return apply_fixes(files.read_source(found.path), str(found.path), settings)


def _unfixed(found: Found, finding: Diagnostic, _seconds: float) -> Diagnostic:
    return replace(finding, file=str(found.path))
