"""The layout engine's log, heard as findings of the document that caused it."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from leaflet.diagnostics import Diagnostic, Severity

_heard: ContextVar[list[logging.LogRecord] | None] = ContextVar("heard", default=None)


class _Ear(logging.Handler):
    """Gives each record to whoever listens in this context, and to nobody else."""

    def emit(self, record: logging.LogRecord) -> None:
        records = _heard.get()
        if records is not None:
            records.append(record)


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
    """What was logged and ``refused``, as findings, each said once."""
    found = [
        Diagnostic(Severity.ERROR, "resource-refused", f'"{url}" is not used: {why}')
        for url, why in refused.items()
    ]
    for record in records:
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        found.append(Diagnostic(severity, "layout-log", record.getMessage()))
    return tuple(dict.fromkeys(found))
