"""The layout engine's log, heard as findings of the document that caused it."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.rendering.fetcher import MONOGRAPH, THEME

_heard: ContextVar[list[logging.LogRecord] | None] = ContextVar("heard", default=None)


class _Ear(logging.Handler):
    """Gives each record to whoever listens in this context, and to nobody else."""

    def emit(self, record: logging.LogRecord) -> None:
        records = _heard.get()
        if records is not None:
            records.append(record)


_CODES = (
    (".notdef glyph", ""),  # told once for each character, when the pages are drawn
    ("Using fontTools instead", ""),  # the machine lacks a library: that is for the doctor to say
    ("Image ", "missing-alt"),
    ("No anchor", "broken-link"),
    ("Anchor defined twice", "duplicate-id"),
    ("Failed to load", "resource-unreadable"),
    ("Ignored ", "style-ignored"),
    ("Invalid ", "style-ignored"),
    ("Unknown ", "style-ignored"),
    ("Unsupported @", "style-ignored"),
    ("Parse error", "style-ignored"),
    ("Error: ", "style-ignored"),
    ("Font-face ", "style-ignored"),
)
"""How a message of the engine begins, and the code it goes by; "" where it need not be said."""

_PLACE = re.compile(r",? at (\d+):(\d+)")
_NODE = re.compile(r"<(?:AtRule|QualifiedRule) (.+?) (?:….*?)?>")
"""How the engine names a line and column of the style sheet, and a rule of it."""

_EAR = _Ear(logging.WARNING)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """Collect what the engine and its libraries log meanwhile, instead of printing it."""
    for name in ("weasyprint", "fontTools", "PIL"):
        logger = logging.getLogger(name)
        logger.addHandler(_EAR)
        logger.propagate = False
    records: list[logging.LogRecord] = []
    token = _heard.set(records)
    try:
        yield records
    finally:
        _heard.reset(token)


def findings(
    records: Iterable[logging.LogRecord], refused: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """What was logged, and what was ``refused`` for which reason, as findings; each said once."""
    found = [
        Diagnostic.error(
            "resource-refused",
            f'"{tell(url)}" is not used: {why}',
            hint="pictures are PNG or JPEG files that lie beside the monograph",
        )
        for url, why in refused.items()
    ]
    for record in records:
        code = next((c for opening, c in _CODES if record.msg.startswith(opening)), "layout-log")
        if code and not refused.keys() & {a for a in record.args or () if isinstance(a, str)}:
            severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
            found.append(_told(severity, code, record.getMessage()))
    return tuple(dict.fromkeys(found))


def _told(severity: Severity, code: str, message: str) -> Diagnostic:
    """A message as a finding; its line is one of the whole style sheet."""
    place = _PLACE.search(message) if code == "style-ignored" else None
    if not place:
        return Diagnostic(severity, code, message)
    words = _NODE.sub(r"\1", _PLACE.sub("", message, count=1)).rstrip(".")
    return Diagnostic(severity, code, words, line=int(place[1]), column=int(place[2]))


def tell(url: str) -> str:
    """An address as its author wrote it, or near enough; not at the length of a picture."""
    told = url.removeprefix(MONOGRAPH).removeprefix(THEME)
    return told if len(told) < 100 else f"{told[:80]}…"
