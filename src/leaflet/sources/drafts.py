"""Monographs that their authors have not published yet: ``draft: true`` in the front matter."""

import re
from collections.abc import Iterable
from contextlib import suppress

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.sources import Found, Report

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


def without_drafts(found: Iterable[Found], report: Report) -> tuple[Found, ...]:
    """The monographs that are no drafts; each that is one is reported."""
    kept = []
    for each in found:
        line = _draft_line(each)
        if line:
            hint = "remove the key when it may be printed"
            name = str(each.path)
            report(Diagnostic.note("draft", "is a draft and not printed", name, line, hint=hint))
        else:
            kept.append(each)
    return tuple(kept)


def _draft_line(found: Found) -> int:
    """The line that says that a monograph is a draft; 0 if none does, or it cannot be read."""
    start = found.data or b""
    if found.data is None:
        with suppress(OSError):
            start = files.read_beginning(found.path, _START)
    front = _FRONT.match(start)
    draft = _DRAFT.search(front[2]) if front else None
    return start.count(b"\n", 0, front.start(2) + draft.start()) + 1 if front and draft else 0
