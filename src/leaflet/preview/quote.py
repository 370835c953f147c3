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
    texts = {name: text}
    return [
        {
            **finding.as_dict(),
            "origin": "check" if finding.code in BY_CODE else "print",
            "source": _line(texts, finding),
        }
        for finding in findings
    ]


def _line(texts: dict[str, bytes], finding: Diagnostic) -> str | None:
    if not (finding.file and finding.line):
        return None
    if finding.file not in texts:
        texts[finding.file] = _read(Path(finding.file))
    # The parser knows other line ends too, but they are rare and only shift the quoted line.
    lines = texts[finding.file].decode("utf-8-sig", "replace").splitlines()
    return lines[finding.line - 1][:MAX_LENGTH] if finding.line <= len(lines) else None


def _read(file: Path) -> bytes:
    """The text of a project file, template or style; findings name no other files."""
    try:
        return files.read(file) if file.suffix in _QUOTED else b""
    except OSError:
        return b""
