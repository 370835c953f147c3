"""Exceptions as findings, and failed documents as outcomes."""

from collections.abc import Iterable

from leaflet import files
from leaflet.diagnostics import Diagnostic, with_file
from leaflet.errors import LeafletError
from leaflet.job import Job, Outcome, Status


def failed(job: Job, diagnostics: Iterable[Diagnostic], seconds: float = 0.0) -> Outcome:
    """The outcome of a job that failed after some seconds.

    Its source is not looked at: that may be what went wrong.
    """
    findings = with_file(diagnostics, job.name)
    return Outcome(job, Status.FAILED, seconds=seconds, diagnostics=findings)


def findings_of(error: Exception) -> tuple[Diagnostic, ...]:
    """An exception as findings for the user."""
    match error:
        case LeafletError():
            return error.diagnostics
        case OSError():
            finding = Diagnostic.error("file-trouble", files.reason(error))
        case MemoryError():
            message = "there is not enough memory on this machine"
            finding = Diagnostic.error("out-of-memory", message)
        case RecursionError():
            hint = "see nesting under [limits] in leaflet.toml"
            finding = Diagnostic.error("limit", "it is nested too deeply to be read", hint=hint)
        case _:
            message = f"internal error in leaflet: {type(error).__name__}: {error}"
            hint = "please report it, with the output of `leaflet build -vv`"
            finding = Diagnostic.error("internal", message, hint=hint)
    return (finding,)
