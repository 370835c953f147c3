"""Jobs → outcomes: one document's trouble never becomes another's.

An engine is a function that takes jobs and settings and yields an outcome for each as it comes, its
PDF in ``data``. Engines print and touch nothing; all that lies in the output is written and taken
away here, by the one process that was asked.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import replace

from leaflet import files
from leaflet.batch.failure import error, failed, findings
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status

Engine = Callable[[Sequence[Job], Settings], Generator[Outcome, None, None]]


def run(jobs: Sequence[Job], settings: Settings) -> Generator[Outcome, None, None]:
    """Print the jobs; an outcome for each, as they come.

    With ``fail_fast`` the first failure is the last outcome. Raises SettingsError where no
    document can be printed: for want of the layout engine, or with a theme that is broken.
    """
    if not jobs:
        return
    with closing(_engine(settings)(jobs, settings)) as printed:
        for outcome in map(write_or_remove, printed):
            yield outcome
            if settings.fail_fast and outcome.status is Status.FAILED:
                return


def _engine(settings: Settings) -> Engine:
    """Who prints: the machines of a cluster, or this one; loaded only when there is a need."""
    if not settings.scheduler:
        from leaflet.batch import pool  # noqa: PLC0415

        return pool.print_all
    try:
        from leaflet.batch import cluster  # noqa: PLC0415
    except ImportError as missing:
        told = f"--scheduler needs dask.distributed, which is not installed: {missing}"
        raise SettingsError.of("no-dask", told, hint="pip install leaflet[cluster]") from None
    return cluster.print_all


def write_or_remove(outcome: Outcome) -> Outcome:
    """Write the PDF of a printed document; take away what an earlier run left of a failed one.

    An outdated leaflet that looks current is worse than none, so a PDF that cannot be written
    is a failure like any other.
    """
    if outcome.status is Status.PRINTED:
        try:
            files.write(outcome.job.target, outcome.data)
            _hang(outcome)
            return replace(outcome, data=b"", thumbnail=b"")
        except OSError as trouble:
            outcome = failed(outcome.job, findings(trouble), seconds=outcome.seconds)
    _hang(outcome)
    try:
        return replace(outcome, removed=files.remove(outcome.job.target))
    except OSError as trouble:
        left = error("outdated-pdf", f"an older PDF is still there: {files.reason(trouble)}")
        told = replace(left, file=outcome.job.name)
        return replace(outcome, diagnostics=(*outcome.diagnostics, told))


def _hang(outcome: Outcome) -> None:
    """Put the picture of the first page into its place, or take an older one away."""
    place = outcome.job.thumbnail
    if place is None:
        return
    # A catalogue can do without a picture, but not a patient without a leaflet.
    with suppress(OSError):
        files.remove(place)
        if outcome.thumbnail:
            files.write(place, outcome.thumbnail)
