"""What goes on inside a worker of the preview: a document is printed, and its text proof-read."""

from collections.abc import Iterable
from dataclasses import replace

from leaflet import lint
from leaflet.batch.failure import findings
from leaflet.batch.worker import Printer, attempt
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


def begin(settings: Settings) -> Printer:
    """What prints in a worker of the preview, with a press for each document.

    A press remembers templates and styles, and those may have been saved meanwhile.
    """
    # Loads the layout engine, in a worker only.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    def print_and_read(job: Job) -> Outcome:
        printed = attempt(Pipeline(settings), job)
        told = merge(_proofread(job, settings), printed.diagnostics)
        return replace(printed, diagnostics=told)

    return print_and_read


def _proofread(job: Job, settings: Settings) -> tuple[Diagnostic, ...]:
    try:
        return lint.check(job.data or b"", job.name, settings)
    except SettingsError:
        raise
    except Exception as trouble:  # the print is wanted all the same
        return findings(trouble)


def merge(read: Iterable[Diagnostic], printed: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings of both, the gravest first, then in the order of the file.

    What both have found is told once, and as gravely as the graver one tells it.
    """
    by_gravity = sorted(
        (*read, *printed), key=lambda each: (GRAVITY[each.severity], each.line, each.column)
    )
    told: dict[object, Diagnostic] = {}
    for each in by_gravity:
        told.setdefault((each.code, each.message, each.line, each.column), each)
    return tuple(told.values())
