"""Jobs → outcomes: one document's trouble never becomes another's."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from leaflet import clock, files
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import LeafletError, SettingsError
from leaflet.job import Job, Outcome, Status
from leaflet.settings import Settings

if TYPE_CHECKING:
    from leaflet.press import Press


def run(jobs: Iterable[Job], settings: Settings) -> Iterator[Outcome]:
    """Print the jobs one after the other; an outcome for each, as it comes.

    With ``fail_fast`` the first failure is the last outcome. Raises SettingsError where no
    document can be printed: for want of the layout engine, or with a theme that is broken.
    """
    # Loads the layout engine and all else: not before there is something to print.
    from leaflet.press import Press  # noqa: PLC0415

    press = Press(settings)
    for job in jobs:
        outcome = attempt(press, job)
        yield outcome
        if settings.fail_fast and outcome.status is Status.FAILED:
            return


def attempt(press: "Press", job: Job) -> Outcome:
    """Print one job, whatever happens to it.

    A failed document leaves no PDF, not even an older one: an outdated leaflet that looks current
    is worse than none. Raises SettingsError, since what is wrong then is not the document.
    """
    started = clock.seconds()
    try:
        outcome = press.print(job)
    except SettingsError:
        raise
    except Exception as trouble:  # the others go on, whatever it was
        outcome = _failed(job, trouble)
    found = tuple(d if d.file else replace(d, file=job.name) for d in outcome.diagnostics)
    return replace(outcome, seconds=clock.seconds() - started, diagnostics=found)


def _failed(job: Job, trouble: Exception) -> Outcome:
    findings = _findings(trouble)
    try:
        removed = files.remove(job.target)
    except OSError as error:
        removed = False
        findings += (_error("outdated-pdf", f"an older PDF is still there: {files.reason(error)}"),)
    return Outcome(
        job,
        Status.FAILED,
        source_sha256=_fingerprint(job),
        diagnostics=findings,
        removed=removed,
        trace="".join(traceback.format_exception(trouble)),
    )


def _findings(trouble: Exception) -> tuple[Diagnostic, ...]:
    if isinstance(trouble, LeafletError):
        return trouble.diagnostics
    if isinstance(trouble, OSError):
        return (_error("file-trouble", files.reason(trouble)),)
    told = f"leaflet itself stumbled: {type(trouble).__name__}: {trouble}"
    return (_error("internal", told, "please report it, with what `leaflet build -vv` says"),)


def _error(code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, message, hint=hint)


def _fingerprint(job: Job) -> str:
    """The SHA-256 of a failed job's source, as far as it can be read."""
    try:
        return sha256(files.read(job.source) if job.data is None else job.data).hexdigest()
    except OSError:
        return ""
