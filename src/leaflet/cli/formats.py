"""Findings for other programs: JSON, GitHub annotations and SARIF."""

import json
import os
from collections.abc import Callable, Iterable
from urllib.parse import quote

from leaflet import __version__
from leaflet.cli.terminal import Markup
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.escapes import in_one_line
from leaflet.lint.text.rule import Rule

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Iterable[Diagnostic], _: Iterable[Rule]) -> str:
    """A list of objects with file, line, column, severity, code, message and hint."""
    return json.dumps([each.as_dict() for each in findings], ensure_ascii=False, indent=1)


def as_github(findings: Iterable[Diagnostic], _: Iterable[Rule]) -> str:
    """Workflow commands, which GitHub shows next to the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = (
        f"::{_GITHUB[each.severity]} file={_property(each.file)},line={each.line or 1},"
        f"col={each.column or 1},title={_property(each.code)}::{_data(_text(each))}"
        for each in findings
    )
    return Markup("\n".join(lines))


def _text(finding: Diagnostic) -> str:
    return f"{finding.message} ({finding.hint})" if finding.hint else finding.message


def _data(text: str) -> str:
    return in_one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Diagnostic], rules: Iterable[Rule]) -> str:
    """SARIF 2.1.0, with the rules that were run. Columns count characters."""
    driver = {"name": "leaflet", "version": __version__, "rules": [_rule(each) for each in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each) for each in findings],
    }
    sarif = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(sarif, ensure_ascii=False, indent=1)


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why} Source: {rule.source}"},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(finding: Diagnostic) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": quote(os.fsencode(finding.file))}}
    if finding.line:
        location["region"] = {"startLine": finding.line, "startColumn": finding.column or 1}
    return {
        "ruleId": finding.code,
        "level": str(finding.severity),
        "message": {"text": _text(finding)},
        "locations": [{"physicalLocation": location}],
    }


FORMATS: dict[str, Callable[[Iterable[Diagnostic], Iterable[Rule]], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The values of ``--format`` besides text."""
