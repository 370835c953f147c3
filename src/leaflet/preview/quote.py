"""Findings as the page shows them, each with the source line that it is about."""

from collections.abc import Iterable
from pathlib import Path

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.lint.registry import BY_CODE

MAX_LENGTH = 400
"""Characters of a line that are quoted."""

_QUOTED = frozenset({".toml", ".html", ".css"})


def quote(
    findings: Iterable[Diagnostic], name: str, text: bytes
) -> list[dict[str, str | int | None]]:
    """The findings as rows for the page; ``text`` is the monograph, ``name`` its file in findings.

    ``source`` is the line that a finding is about, ``origin`` the command that reports it:
    ``check``, or ``print`` for printing and its proof.
    """
    lines = {name: _lines(text)}
    return [
        {
            **finding.as_dict(),
            "origin": "check" if finding.code in BY_CODE else "print",
            "source": _line(lines, finding),
        }
        for finding in findings
    ]


def _line(known: dict[str, list[str]], finding: Diagnostic) -> str | None:
    if not (finding.file and finding.line):
        return None
    if finding.file not in known:
        known[finding.file] = _lines(_read(Path(finding.file)))
    lines = known[finding.file]
    return lines[finding.line - 1][:MAX_LENGTH] if finding.line <= len(lines) else None


def _lines(text: bytes) -> list[str]:
    # The parser knows other line ends too, but they are rare and only shift the quoted line.
    return text.decode("utf-8-sig", "replace").splitlines()


def _read(file: Path) -> bytes:
    """The text of a project file, template or style; findings name no other files."""
    try:
        return files.read(file) if file.suffix in _QUOTED else b""
    except OSError:
        return b""
