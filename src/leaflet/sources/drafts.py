"""Monographs that their authors have not published yet: ``draft: true`` in the front matter."""

import re
from contextlib import suppress
from pathlib import Path

from leaflet import files
from leaflet.diagnostics import Diagnostic

_START = 4_000
"""Bytes that are read of a file; front matter is shorter, and the key near its beginning."""

_FRONT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(---|\+\+\+)[ \t]*\r?\n(.*?)(?:\r?\n(?:\1|\.\.\.)|\Z)", re.S
)
_DRAFT = re.compile(
    rb"^[\"']?(?:draft[\"']?\s*[:=]\s*[\"']?(?:true|yes|on)"
    rb"|publish(?:ed)?[\"']?\s*[:=]\s*[\"']?(?:false|no|off))\b",
    re.I | re.M,
)


def find_draft(path: Path, data: bytes | None = None) -> Diagnostic | None:
    """A note with the line that says that a monograph is a draft, if one does.

    ``data`` is its text, if that is not in the file ``path``. What cannot be read is no draft: to
    print it will say what is wrong.
    """
    start = data or b""
    if data is None:
        with suppress(OSError):
            start = files.read_beginning(path, _START)
    front = _FRONT.match(start)
    draft = _DRAFT.search(front[2]) if front else None
    if not front or not draft:
        return None
    line = start.count(b"\n", 0, front.start(2) + draft.start()) + 1
    hint = "remove the key when it may be printed"
    return Diagnostic.note("draft", "is a draft and not printed", str(path), line, hint=hint)
