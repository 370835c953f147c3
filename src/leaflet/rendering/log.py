"""The layout engine's log as findings of the document that caused them."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.rendering.fetcher import MONOGRAPH, THEME
from leaflet.rendering.pictures import FORMATS

_captured: ContextVar[list[logging.LogRecord] | None] = ContextVar("captured", default=None)


class _ContextHandler(logging.Handler):
    """Collects each record in the list of its own context, so that threads stay apart."""

    def emit(self, record: logging.LogRecord) -> None:
        records = _captured.get()
        if records is not None:
            records.append(record)


_STYLE_IGNORED = (
    *("Ignored ", "Invalid ", "Unknown ", "Unsupported @"),
    *("Parse error", "Error: ", "Font-face "),
)
_CODES = {
    ".notdef glyph": "",  # reported once for each character, when the pages are drawn
    "Using fontTools instead": "",  # the machine lacks a library; `leaflet doctor` reports it
    "Image ": "missing-alt",
    "No anchor": "broken-link",
    "Anchor defined twice": "duplicate-id",
    "Failed to load": "resource-unreadable",
    **dict.fromkeys(_STYLE_IGNORED, "style-ignored"),
}
"""The start of a message of the engine → the code of its finding; "" drops the message."""

_POSITION = re.compile(r",? at (\d+):(\d+)")
_NODE = re.compile(r"<(?:AtRule|QualifiedRule) (.+?) (?:….*?)?>")
"""How the engine writes a line and column of the style sheet, and a rule of it."""

_HANDLER = _ContextHandler(logging.WARNING)


@contextmanager
def capture_log() -> Iterator[list[logging.LogRecord]]:
    """Collect what the engine and its libraries log inside the block, instead of printing it."""
    for name in ("weasyprint", "fontTools", "PIL"):
        logger = logging.getLogger(name)
        logger.addHandler(_HANDLER)
        logger.propagate = False
    records: list[logging.LogRecord] = []
    token = _captured.set(records)
    try:
        yield records
    finally:
        _captured.reset(token)


def findings(
    records: Iterable[logging.LogRecord], refused: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """The log records and the ``refused`` addresses with their reasons as findings, each once."""
    found = [
        Diagnostic.error(
            "resource-refused",
            f'"{short_url(url)}" is not used: {reason}',
            hint=f"pictures are {FORMATS} files in the folder of the monograph or of the project "
            "(of leaflet.toml, otherwise the current one)",
        )
        for url, reason in refused.items()
    ]
    for record in records:
        code = next(
            (c for start, c in _CODES.items() if record.msg.startswith(start)), "layout-log"
        )
        if code and not refused.keys() & {a for a in record.args or () if isinstance(a, str)}:
            severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
            found.append(_finding(severity, code, record.getMessage()))
    return tuple(dict.fromkeys(found))


def _finding(severity: Severity, code: str, message: str) -> Diagnostic:
    """A message as a finding; a line that it names is one of the whole style sheet."""
    position = _POSITION.search(message) if code == "style-ignored" else None
    if not position:
        return Diagnostic(severity, code, message)
    text = _NODE.sub(r"\1", _POSITION.sub("", message, count=1)).rstrip(".")
    return Diagnostic(severity, code, text, line=int(position[1]), column=int(position[2]))


def short_url(url: str) -> str:
    """An address about as its author wrote it; a long one, such as a data URL, is cut."""
    text = url.removeprefix(MONOGRAPH).removeprefix(THEME)
    return text if len(text) < 100 else f"{text[:80]}…"
