"""The findings in a whole folder as a table, to decide what to fix first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from leaflet.diagnostics import Severity
from leaflet.lint.reports.folder import FileFindings

_WORST = 10
_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many findings a rule has, in how many files."""

    code: str
    severity: Severity
    findings: int
    files: int


@dataclass(frozen=True, slots=True)
class FileCount:
    """How many errors, warnings and notes a file has."""

    file: str
    errors: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A folder in numbers.

    ``by_rule`` is sorted by severity, then by number of findings. ``worst`` are the files with the
    most errors, then warnings. ``grades`` says how many files need each school grade.
    """

    files: int
    clean: int
    by_rule: tuple[RuleCount, ...]
    worst: tuple[FileCount, ...]
    grades: tuple[tuple[int, int], ...]

    def as_dict(self) -> dict[str, object]:
        """The summary as it is written to JSON."""
        return {
            "files": self.files,
            "clean": self.clean,
            "codes": [asdict(each) for each in self.by_rule],
            "worst": [asdict(each) for each in self.worst],
            "grades": [{"grade": grade, "files": files} for grade, files in self.grades],
        }


def summarise(results: Iterable[FileFindings]) -> Summary:
    """Sum up the findings in each file; a file without errors and warnings counts as clean."""
    results = tuple(results)
    counts = [_count(result) for result in results]
    flawed = [each for each in counts if each.errors or each.warnings]
    flawed.sort(key=lambda each: (-each.errors, -each.warnings, -each.notes, each.file))
    grades = Counter(round(v.grade) for v in results if v.grade is not None)
    return Summary(
        files=len(results),
        clean=len(results) - len(flawed),
        by_rule=_by_rule(results),
        worst=tuple(flawed[:_WORST]),
        grades=tuple(sorted(grades.items())),
    )


def _count(result: FileFindings) -> FileCount:
    counts = Counter(finding.severity for finding in result.findings)
    return FileCount(result.file, *(counts[severity] for severity in _ORDER))


def _by_rule(results: Sequence[FileFindings]) -> tuple[RuleCount, ...]:
    kinds = [(f.code, f.severity) for result in results for f in result.findings]
    files = Counter(kind for v in results for kind in {(f.code, f.severity) for f in v.findings})
    rows = [RuleCount(*kind, number, files[kind]) for kind, number in Counter(kinds).items()]
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.severity), -r.findings, r.code)))


def rule_table(rules: Sequence[RuleCount]) -> list[str]:
    """The lines of a table of rules: how many findings each has, in how many files."""
    width = max((len(row.code) for row in rules), default=4)
    rows = (f"{r.code:<{width}}  {r.severity:<8}  {r.findings:>8}  {r.files:>5}" for r in rules)
    return [f"{'code':<{width}}  severity  findings  files", *rows]


def as_text(summary: Summary) -> str:
    """The summary for a terminal."""
    lines = [f"{summary.files} files, {summary.clean} without errors or warnings", ""]
    lines += rule_table(summary.by_rule)
    if summary.worst:
        lines += ["", "errors  warnings  notes  worst files"]
        lines += [f"{w.errors:>6}  {w.warnings:>8}  {w.notes:>5}  {w.file}" for w in summary.worst]
    if summary.grades:
        most = max(files for _, files in summary.grades)
        lines += ["", "grade  files"]
        lines += [f"{g:>5}  {n:>5}  {'█' * -(-n * 40 // most)}" for g, n in summary.grades]
    return "\n".join(lines)
