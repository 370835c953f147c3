"""What stopped a document, as an outcome like any other."""

from dataclasses import replace
from hashlib import sha256

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LeafletError
from leaflet.job import Job, Outcome, Status


def failed(
    job: Job, diagnostics: tuple[Diagnostic, ...], seconds: float = 0.0, trace: str = ""
) -> Outcome:
    """The outcome of a job that its findings stopped; each of them names its file."""
    told = tuple(d if d.file else replace(d, file=job.name) for d in diagnostics)
    return Outcome(
        job,
        Status.FAILED,
        source_sha256=_fingerprint(job),
        seconds=seconds,
        diagnostics=told,
        trace=trace,
    )


def findings(trouble: Exception) -> tuple[Diagnostic, ...]:
    """What an exception comes to, in words for the user."""
    if isinstance(trouble, LeafletError):
        return trouble.diagnostics
    if isinstance(trouble, OSError):
        return (error("file-trouble", files.reason(trouble)),)
    if isinstance(trouble, MemoryError):
        return (error("out-of-memory", "there is not enough memory on this machine"),)
    if isinstance(trouble, RecursionError):
        told = "its parts are nested deeper in each other than can be read"
        return (error("limit", told, "see nesting under [limits] in leaflet.toml"),)
    told = f"leaflet itself stumbled: {type(trouble).__name__}: {trouble}"
    return (error("internal", told, "please report it, with what `leaflet build -vv` says"),)


def error(code: str, message: str, hint: str = "") -> Diagnostic:
    """A finding that stops a document."""
    return Diagnostic.error(code, message, hint=hint)


def _fingerprint(job: Job) -> str:
    """The SHA-256 of a failed job's source, as far as it can be read."""
    try:
        return sha256(job.read()).hexdigest()
    except OSError:
        return ""
