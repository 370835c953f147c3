"""The findings of ``leaflet check`` on the screen: what is serious, and the rest in numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo
from leaflet.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from leaflet.lint.reports.folder import FileFindings

FEWEST = 4
"""Files of a folder at least, before a rule can be said to speak in most of them."""

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class View:
    """How findings are listed: those of ``least`` severity and above, and whether in short.

    In short, a rule that speaks in most files gets one line, unless its findings are errors, and a
    table by rule follows.
    """

    least: Severity
    in_short: bool = False

    def listed(self, results: "Sequence[FileFindings]") -> list[Diagnostic]:
        """The findings that are severe enough, in the order of the files."""
        found = (each for result in results for each in result.findings)
        return [each for each in found if _RANKS[each.severity] <= _RANKS[self.least]]


def show(results: "Sequence[FileFindings]", view: View) -> None:
    """List findings, and sum them up where that is wanted. Raises OSError."""
    findings = view.listed(results)
    common = _common(results) if view.in_short else {}
    for finding in findings:
        if finding.severity is Severity.ERROR or finding.code not in common:
            echo(finding)
    for line in _in_one_line(findings, common, len(results)):
        echo(line)
    if view.in_short and (table := _table(results)):
        echo(f"\n{table}" if findings else table)


def _common(results: "Sequence[FileFindings]") -> dict[str, int]:
    """The rules that speak in more than half of all files, and in how many."""
    codes = (code for result in results for code in {each.code for each in result.findings})
    most = {code: number for code, number in Counter(codes).items() if number * 2 > len(results)}
    return most if len(results) >= FEWEST else {}


def _in_one_line(
    findings: Sequence[Diagnostic], common: dict[str, int], number: int
) -> Iterator[Diagnostic]:
    lesser = [each for each in findings if each.severity is not Severity.ERROR]
    for code, count in Counter(each.code for each in lesser).items():
        if code in common:
            first = next(each for each in lesser if each.code == code)
            position = f"{first.file}:{first.line}" if first.line else first.file
            message = (
                f"{plural(count, 'finding')} in {common[code]} of {number} files, "
                f"the first in {position}: {first.message}"
            )
            yield Diagnostic(first.severity, code, message, hint=first.hint)


def _table(results: "Sequence[FileFindings]") -> str:
    from leaflet.lint.reports.summary import rule_table, summarise  # noqa: PLC0415 - with all rules

    rules = summarise(results).by_rule
    return "\n".join(rule_table(rules)) if rules else ""
