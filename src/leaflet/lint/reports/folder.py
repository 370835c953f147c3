"""Many monographs → the findings in each, in the same order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.lint.check import as_diagnostics, enabled_rules, proofread, skipped_language
from leaflet.lint.rules import look_alikes
from leaflet.lint.rules.readability import grade_of
from leaflet.lint.text.manuscript import prepare
from leaflet.sources import Found


@dataclass(frozen=True, slots=True)
class FileFindings:
    """The findings in one file.

    ``title`` is its medicine. ``grade`` is the school grade that it needs, if that was requested.
    """

    file: str
    title: str
    findings: tuple[Diagnostic, ...]
    grade: float | None = None


LONGEST_TITLE = 300
"""Characters; what has more is no name of a medicine, and is compared with none."""


def compare(settings: Settings, titles: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What only a folder as a whole shows: names that look alike; ``titles`` are those by file."""
    rule = next((r for r in enabled_rules(settings) if r.code == look_alikes.CODE), None)
    names = {file: title for file, title in titles.items() if len(title) <= LONGEST_TITLE}
    found = look_alikes.look_alikes(names) if rule else ()
    return tuple(replace(note, severity=rule.severity) for _, note in found if rule)


def read_one(settings: Settings, graded: bool, found: Found) -> FileFindings:
    """Proof-read one monograph, or report why it cannot be read."""
    name = str(found.path)
    try:
        data = files.read_source(found.path) if found.data is None else found.data
    except OSError as error:
        unreadable = Diagnostic.error("file-trouble", files.reason(error), file=name)
        return FileFindings(name, "", (unreadable,))
    manuscript = prepare(data, name, settings)
    hits = proofread(manuscript, enabled_rules(settings))
    grade = grade_of(manuscript) if graded and manuscript.is_english else None
    findings = (*as_diagnostics(hits, name), *skipped_language(manuscript))
    return FileFindings(name, manuscript.title, findings, grade)
