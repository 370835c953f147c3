"""A document with what changed in it since another version, instead of the document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from leaflet.batch.diff_pool import compare_in_process
from leaflet.config.settings import Settings
from leaflet.config.toml_file import RawSetting
from leaflet.diagnostics import Diagnostic
from leaflet.diff.pairs import FilePair, SourceText
from leaflet.errors import DocumentError
from leaflet.job import Job, Outcome, Status

NO_MARKS, COMMIT, PRINT = "no marks", "last commit", "last print"
SINCE = (NO_MARKS, COMMIT, PRINT)
"""What changes may be marked against, as the page names it."""

Older = Callable[[str, Path, Settings], SourceText]
"""Finds the version of a monograph that was committed or printed last.

Raises LeafletError if there is none, OSError.
"""


@dataclass(frozen=True, slots=True)
class MarkedJob(Job):
    """A job that prints what changed since an older version."""

    older: SourceText | None = None


def print_changes(
    job: MarkedJob, settings: Settings, print_plain: Callable[[Job], Outcome]
) -> Outcome:
    """The marked edition of a job's kind; the plain document if nothing in it changed.

    Raises DocumentError if neither can be printed.
    """
    paper = {**settings.given, "print.paper": RawSetting("paper", job.paper)}
    own = replace(settings, kinds=(job.kind,), styles=job.styles, paper=job.paper, given=paper)
    data = job.read()
    new = SourceText(job.source.stem, job.name, sha256(data).hexdigest(), job.source, data)
    found = compare_in_process(FilePair(job.older, new), own)
    if found.is_failed:
        raise DocumentError(found.findings)
    if found.marked:
        pdf = found.marked[0].pdf
        return Outcome(job, Status.PRINTED, data=pdf, sha256=sha256(pdf).hexdigest())
    note = Diagnostic.note("no-changes", "nothing that this document prints has changed", job.name)
    outcome = print_plain(job)
    return replace(outcome, diagnostics=(*outcome.diagnostics, note))
