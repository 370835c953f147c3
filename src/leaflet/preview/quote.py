"""Findings as the page shows them: each with the line of the source that it is about."""

from collections.abc import Iterable
from pathlib import Path

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.lint.registry import BY_CODE

LONGEST = 400
"""Characters of a line that are quoted."""

_QUOTED = frozenset({".toml", ".html", ".css"})


def quote(
    findings: Iterable[Diagnostic], name: str, text: bytes
) -> list[dict[str, str | int | None]]:
    """Rows for the page; ``text`` is the monograph, which findings call ``name``.

    ``source`` is the line that a finding is about, ``origin`` who found it: the proof-reader
    (``check``), or printing and its proof (``print``).
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
    # What the reader takes for the end of a line besides these is rare, and only told by number.
    lines = texts[finding.file].decode("utf-8-sig", "replace").splitlines()
    return lines[finding.line - 1][:LONGEST] if finding.line <= len(lines) else None


def _read(file: Path) -> bytes:
    """The text of a project file, a template or a style: findings name no others."""
    try:
        return files.read(file) if file.suffix in _QUOTED else b""
    except OSError:
        return b""
