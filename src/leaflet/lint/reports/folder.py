"""Many monographs → the findings in each, in the same order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.lint.check import (
    as_diagnostics,
    enabled_rules,
    foreseen,
    proofread,
    skipped_language,
)
from leaflet.lint.rules import look_alikes
from leaflet.lint.rules.readability import grade_of
from leaflet.lint.text.manuscript import Manuscript, prepare
from leaflet.sources import Found


@dataclass(frozen=True, slots=True)
class FileFindings:
    """The findings in one file.

    ``title`` is its medicine. ``grade`` is the school grade that it needs, if that was requested.
    ``lines`` holds a hash of each line in which something was found, by its number.
    """

    file: str
    title: str
    findings: tuple[Diagnostic, ...]
    grade: float | None = None
    lines: Mapping[int, str] = field(default_factory=dict)


Preflight = Callable[[Found, bytes], Iterable[Diagnostic]]
"""Finds what stops the documents of a monograph, given with its bytes, when they are composed."""

LONGEST_TITLE = 300
"""Characters; what has more is no name of a medicine, and is compared with none."""


def compare(settings: Settings, titles: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What only a folder as a whole shows: names that look alike; ``titles`` are those by file."""
    rule = next((r for r in enabled_rules(settings) if r.code == look_alikes.CODE), None)
    names = {file: title for file, title in titles.items() if len(title) <= LONGEST_TITLE}
    found = look_alikes.look_alikes(names) if rule else ()
    return tuple(replace(note, severity=rule.severity) for _, note in found if rule)


def read_one(settings: Settings, graded: bool, preflight: Preflight, found: Found) -> FileFindings:
    """Proof-read one monograph, or report why it cannot be read.

    Its findings come in the order of the file.
    """
    name = str(found.path)
    try:
        data = files.read_source(found.path) if found.data is None else found.data
    except OSError as error:
        unreadable = Diagnostic.error("file-trouble", files.reason(error), file=name)
        return FileFindings(name, "", (unreadable,))
    manuscript = prepare(data, name, settings)
    hits = proofread(manuscript, enabled_rules(settings))
    grade = grade_of(manuscript) if graded and manuscript.is_english else None
    composed = foreseen(manuscript, preflight(found, data)) if manuscript.monograph else ()
    findings = sorted((*as_diagnostics(hits, name), *composed), key=lambda each: each.line)
    findings += skipped_language(manuscript)
    lines = _hashes(manuscript, {each.line for each in findings})
    return FileFindings(name, manuscript.title, tuple(findings), grade, lines)


def _hashes(manuscript: Manuscript, numbers: Iterable[int]) -> Mapping[int, str]:
    texts = {n: manuscript.lines[n - 1].raw for n in numbers if 0 < n <= len(manuscript.lines)}
    return {n: sha256(text.strip().encode()).hexdigest()[:16] for n, text in texts.items()}
