"""The receipt as JUnit's XML, which continuous integration shows as a list of tests.

Each document is a test case, its kind the class. There is no standard; what is written here is
what Jenkins' schema has, and GitLab and GitHub's actions read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What no XML file may hold, not even escaped."""


def suite(head: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The XML of a run, piece by piece: head and rows of its receipt."""
    counts = head["counts"]
    total = counts["printed"] + counts["unchanged"] + counts["failed"]
    numbers = f'tests="{total}" failures="{counts["failed"]}" time="{head["seconds"]}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {numbers}>\n'.encode()
    yield f'<testsuite name="leaflet" errors="0" skipped="0" {numbers}>\n'.encode()
    for row in rows:
        yield "".join(_case(row)).encode()
    yield b"</testsuite>\n</testsuites>\n"


def _case(row: Mapping[str, Any]) -> Iterator[str]:
    name, kind = _quoted(row["source"]), _quoted(".".join((row["kind"], *row["styles"])))
    yield f'<testcase classname={kind} name={name} file={name} time="{row["seconds"]}">'
    errors = [told for told in row["diagnostics"] if told["severity"] == "error"]
    others = [told for told in row["diagnostics"] if told["severity"] != "error"]
    if errors:
        message, code = _quoted(errors[0]["message"]), _quoted(errors[0]["code"])
        yield f"<failure message={message} type={code}>{_lines(errors)}</failure>"
    if others:
        yield f"<system-out>{_lines(others)}</system-out>"
    yield "</testcase>\n"


def _lines(findings: Iterable[Mapping[str, Any]]) -> str:
    return _clean("\n".join(map(_line, findings)))


def _line(told: Mapping[str, Any]) -> str:
    place = ":".join([told["file"], *(str(told[n]) for n in ("line", "column") if told[n])])
    return f"{place}: {told['severity']}[{told['code']}] {told['message']}"


def _quoted(text: str) -> str:
    return f'"{_clean(text)}"'


def _clean(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
