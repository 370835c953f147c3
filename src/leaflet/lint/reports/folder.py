"""Many monographs → what the proof-reader has to say about each, in their order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.lint.check import proofread, rules_in_force, tell, unread
from leaflet.lint.rules import look_alikes
from leaflet.lint.rules.readability import grade_of
from leaflet.lint.text.manuscript import prepare
from leaflet.sources import Found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the proof-reader says about one file.

    ``title`` is its medicine, ``grade`` the school grade that it needs, if that was asked for.
    """

    file: str
    title: str
    findings: tuple[Diagnostic, ...]
    grade: float | None = None


def compare(verdicts: Sequence[Verdict], settings: Settings) -> list[Verdict]:
    """The verdicts with what only all of them together show: names that look like each other."""
    rule = next((r for r in rules_in_force(settings) if r.code == look_alikes.CODE), None)
    notes: dict[str, list[Diagnostic]] = defaultdict(list)
    if rule:
        for file, note in look_alikes.look_alikes({each.file: each.title for each in verdicts}):
            notes[file].append(replace(note, severity=rule.severity))
    return [replace(v, findings=(*notes[v.file], *v.findings)) for v in verdicts]


def read_one(settings: Settings, graded: bool, found: Found) -> Verdict:
    """Proof-read one monograph, whether it can be read or not."""
    name = str(found.path)
    try:
        data = files.read_source(found.path) if found.data is None else found.data
    except OSError as error:
        trouble = Diagnostic.error("file-trouble", files.reason(error), file=name)
        return Verdict(name, "", (trouble,))
    manuscript = prepare(data, name, settings)
    hits = proofread(manuscript, rules_in_force(settings))
    grade = grade_of(manuscript) if graded and manuscript.is_english else None
    told = (*tell(hits, name), *unread(manuscript))
    return Verdict(name, manuscript.title, told, grade)
