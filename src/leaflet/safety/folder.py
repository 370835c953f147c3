"""Many monographs → what the proof-reader has to say about each, in their order."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from leaflet import files
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.files import Found
from leaflet.safety import alike
from leaflet.safety.check import proofread, rules_in_force, tell
from leaflet.safety.manuscript import prepare
from leaflet.safety.readability import grade_of
from leaflet.settings import Settings

_FEW = 12
"""So few are read sooner than another process has started."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the proof-reader says about one file.

    ``title`` is its medicine, ``grade`` the school grade that it needs, if that was asked for.
    """

    file: str
    title: str
    findings: tuple[Diagnostic, ...]
    grade: float | None = None


def read_all(
    found: Iterable[Found], settings: Settings, *, graded: bool = False
) -> Iterator[Verdict]:
    """Proof-read monographs, as many at a time as there are CPUs, and tell of each in turn.

    Raises SettingsError, before anything is read, where the settings name a rule that there is
    not.
    """
    rules_in_force(settings)
    waiting = tuple(found)
    with _workers(len(waiting)) as spread:
        yield from spread(partial(_read, settings, graded), waiting)


def compare(verdicts: Sequence[Verdict], settings: Settings) -> list[Verdict]:
    """The verdicts with what only all of them together show: names that look like each other."""
    rule = next((r for r in rules_in_force(settings) if r.code == alike.CODE), None)
    notes: dict[str, list[Diagnostic]] = defaultdict(list)
    if rule:
        for file, note in alike.look_alikes({each.file: each.title for each in verdicts}):
            notes[file].append(replace(note, severity=rule.severity))
    return [replace(v, findings=(*notes[v.file], *v.findings)) for v in verdicts]


def _read(settings: Settings, graded: bool, found: Found) -> Verdict:
    name = str(found.path)
    try:
        data = files.read_source(found.path) if found.data is None else found.data
    except OSError as error:
        trouble = Diagnostic(Severity.ERROR, "file-trouble", files.reason(error), file=name)
        return Verdict(name, "", (trouble,))
    manuscript = prepare(data, name, settings)
    hits = proofread(manuscript, rules_in_force(settings))
    grade = grade_of(manuscript) if graded else None
    return Verdict(name, manuscript.title, tell(hits, name), grade)


Spread = Callable[[Callable[[Found], Verdict], tuple[Found, ...]], Iterable[Verdict]]


@contextmanager
def _workers(number: int) -> Iterator[Spread]:
    """How the work is spread: over processes, or not at all if there is little of it."""
    workers = min(os.cpu_count() or 1, -(-number // _FEW))
    if workers < 2:
        yield map
        return
    with ProcessPoolExecutor(workers) as pool:
        yield partial(pool.map, chunksize=_FEW)
