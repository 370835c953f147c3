"""What a worker of the preview does: it prints a document and checks its text."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from leaflet import lint
from leaflet.batch.failure import findings_of
from leaflet.batch.local import Printer, attempt
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome
from leaflet.preview.changes import MarkedJob, print_changes
from leaflet.theme import pictures

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def make_printer(settings: Settings) -> Printer:
    """The printer of a preview worker, with a new pipeline for each document.

    A pipeline caches templates and styles, which may have been saved since.
    """
    # Imports the layout engine, in a worker only.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    def print_and_check(job: Job) -> Outcome:
        plain = Pipeline(settings).run
        outcome = attempt(partial(_print, settings, plain), job)
        findings = merge(_check(job, settings), outcome.diagnostics)
        # Also where it failed: a missing picture may be why.
        names = tuple(each for each in pictures.of_text(job.data or b"") if "\0" not in each)
        return replace(outcome, diagnostics=findings, pictures=names)

    return print_and_check


def _print(settings: Settings, plain: Printer, job: Job) -> Outcome:
    return print_changes(job, settings, plain) if isinstance(job, MarkedJob) else plain(job)


def _check(job: Job, settings: Settings) -> tuple[Diagnostic, ...]:
    try:
        return lint.check(job.data or b"", job.name, settings)
    except SettingsError:
        raise
    except Exception as error:  # the document is printed all the same
        return findings_of(error)


def merge(checked: Iterable[Diagnostic], printed: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All findings, the most severe first, then in the order of the file.

    A finding that both have is listed once, as the proof-reader has it: it knows the columns of
    what the parser finds, and how the settings weigh it.
    """
    checked = tuple(dict.fromkeys(checked))
    reported = {_key(each, column) for each in checked for column in (each.column, 0)}
    new = (each for each in dict.fromkeys(printed) if _key(each, each.column) not in reported)
    return tuple(sorted((*checked, *new), key=lambda d: (_RANKS[d.severity], d.line, d.column)))


def _key(finding: Diagnostic, column: int) -> tuple[object, ...]:
    return finding.code, finding.message, finding.line, column
