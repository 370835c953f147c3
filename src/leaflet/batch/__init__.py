"""Runs of many jobs, in which a document that fails never affects another.

An engine is a generator function that takes jobs and settings, and yields the outcome of each when
it is known, with its PDF in ``data``. Engines write nothing: all files in the output are written
and removed here, by the one process that the user started.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial

from leaflet import files
from leaflet.batch.failure import failed, findings_of
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status

FEW = 2
"""Documents that one worker prints sooner than another one could start."""

Engine = Callable[[Sequence[Job], Settings], Generator[Outcome, None, None]]


def run(
    jobs: Sequence[Job], settings: Settings, *, may_fork: bool = False
) -> Generator[Outcome, None, None]:
    """Print the jobs; yields the outcome of each when it is known.

    With ``fail_fast`` the first failure is the last outcome. ``may_fork`` says that this process is
    leaflet's own, from which a worker may be forked. Raises SettingsError if no document can be
    printed: the layout engine is missing, or the theme is broken.
    """
    if not jobs:
        return
    with closing(_engine(settings, may_fork=may_fork)(jobs, settings)) as outcomes:
        for outcome in map(write_or_remove, outcomes):
            yield outcome
            if settings.fail_fast and outcome.status is Status.FAILED:
                return


def _engine(settings: Settings, *, may_fork: bool) -> Engine:
    """The engine of this machine or of a cluster; imported only when it is needed."""
    if not settings.scheduler:
        from leaflet.batch import local  # noqa: PLC0415

        return partial(local.print_all, may_fork=may_fork)
    try:
        from leaflet.batch import cluster  # noqa: PLC0415
    except ImportError as error:
        message = f"--scheduler needs dask.distributed, which is not installed: {error}"
        raise SettingsError.of(
            "no-dask", message, hint="pip install 'leaflet-press[cluster]'"
        ) from None
    return cluster.print_all


def write_or_remove(outcome: Outcome) -> Outcome:
    """Write the PDF of a printed document, or remove the older PDF of a failed one.

    An outdated leaflet that looks current is worse than none, so a PDF that cannot be written
    is a failure like any other.
    """
    if outcome.status is Status.PRINTED:
        try:
            files.write(outcome.job.target, outcome.data, outcome.job.folder)
            _write_thumbnail(outcome)
            return replace(outcome, data=b"", thumbnail=b"")
        except OSError as error:
            unwritten = failed(outcome.job, findings_of(error), outcome.seconds)
            outcome = replace(unwritten, source_sha256=outcome.source_sha256)
    _write_thumbnail(outcome)
    try:
        return replace(outcome, removed=files.remove(outcome.job.target, outcome.job.folder))
    except OSError as error:
        message = f"an older PDF could not be removed: {files.reason(error)}"
        outdated = Diagnostic.error("outdated-pdf", message, outcome.job.name)
        return replace(outcome, diagnostics=(*outcome.diagnostics, outdated))


def _write_thumbnail(outcome: Outcome) -> None:
    """Replace the picture of the first page by the new one, if there is one."""
    path = outcome.job.thumbnail
    if path is None:
        return
    # A catalogue can do without a picture, but not a patient without a leaflet.
    with suppress(OSError):
        files.remove(path, outcome.job.folder)
        if outcome.thumbnail:
            files.write(path, outcome.thumbnail, outcome.job.folder)
