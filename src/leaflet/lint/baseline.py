"""The findings that a team knows already, in a file: what is in it is not reported again.

A known finding is recognised by its file, rule, message and the text of its line, not by the number
of the line. So it stays known when lines move, and a line that is rewritten is read afresh.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from leaflet import files
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.lint.reports.folder import FileFindings

_MARK = "leaflet check --baseline"
"""The key by which a baseline is recognised."""

Known = dict[str, dict[str, int]]
"""How often each finding is known, by file (relative to the baseline) and as ``CODE HASH``."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings less the known ones, which ``known`` counts, and ``errors`` the errors among them.

    ``gone`` counts what is no longer found.
    """

    results: list[FileFindings]
    known: int
    errors: int
    gone: int


def compare_with(file: Path, results: Sequence[FileFindings]) -> Compared | None:
    """Leave out what a baseline knows; None if there is no such file.

    Of a file that was not checked, nothing counts as gone. Raises SettingsError if it is no
    baseline, OSError if it cannot be read.
    """
    try:
        known = _decode(file, files.read(file))
    except FileNotFoundError:
        return None
    kept, count, errors, gone = [], 0, 0, 0
    for result in results:
        left = Counter(known.get(_name(result.file, file), {}))
        new = []
        for finding in result.findings:
            mark = _mark(finding, result)
            if left[mark]:
                left[mark] -= 1
                count += 1
                errors += finding.severity is Severity.ERROR
            else:
                new.append(finding)
        gone += left.total()
        kept.append(replace(result, findings=tuple(new)))
    return Compared(kept, count, errors, gone)


def write(file: Path, results: Iterable[FileFindings]) -> None:
    """Write all findings as known ones. Raises OSError."""
    known: Known = {
        _name(result.file, file): dict(sorted(marks.items()))
        for result in results
        if (marks := Counter(_mark(finding, result) for finding in result.findings))
    }
    text = json.dumps({_MARK: 1, "files": dict(sorted(known.items()))}, indent=1)
    files.write(file, f"{text}\n".encode("ascii"))


def _decode(file: Path, data: bytes) -> Known:
    try:
        content = json.loads(data)
        if content[_MARK] != 1:
            raise ValueError
        known: Known = content["files"]
        if not all(isinstance(n, int) for marks in known.values() for n in marks.values()):
            raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        hint = "name another file, or remove it: the next run writes a new one"
        raise SettingsError.of(
            "bad-baseline", "is not a baseline of leaflet check", file=str(file), hint=hint
        ) from error
    return known


def _name(checked: str, baseline: Path) -> str:
    """A file as the baseline calls it, from whatever folder it is checked."""
    if checked == str(files.PIPE):
        return checked
    return Path(os.path.relpath(checked, baseline.parent)).as_posix()


def _mark(finding: Diagnostic, result: FileFindings) -> str:
    text = f"{finding.message}\n{result.lines.get(finding.line, '') if finding.line else ''}"
    digest = sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"{finding.code} {digest}"
