"""The engine of this machine: jobs are printed by its worker processes."""

import traceback
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256

from leaflet import clock
from leaflet.batch import FEW, forked
from leaflet.batch.failure import failed, findings_of
from leaflet.batch.pool import WorkerPool
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, with_file
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

PRELOAD = "leaflet.batch.preload"
"""The module that a worker needs to print."""

Printer = Callable[[Job], Outcome]


def print_all(
    jobs: Sequence[Job], settings: Settings, day: date | None = None, *, may_fork: bool = False
) -> Generator[Outcome, None, None]:
    """Print the jobs in worker processes; yields the outcome of each when it is known.

    All documents bear the same ``day``, today by default. ``may_fork`` says that this process is
    leaflet's own: then few documents have one worker, which is forked from it. Raises SettingsError
    if no document can be printed.
    """
    forks = may_fork and len(jobs) <= FEW and forked.is_possible()
    day = day or clock.today()
    spec = WorkSpec(settings, make_printer, on_crash, PRELOAD, day, source_of, forks)
    with WorkerPool(spec, jobs, len(jobs)) as pool:
        for _, outcome in pool.results():
            yield outcome


def source_of(job: Job) -> object:
    """What a job prints: jobs with the same have the same monograph."""
    return job.source, job.data


def make_printer(settings: Settings) -> Printer:
    """The printer of one worker, with one pipeline for all its documents."""
    # Imports the layout engine, in the worker only; its server has it already.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    return partial(attempt, Pipeline(settings).run)


def attempt(print_one: Printer, job: Job) -> Outcome:
    """Print one job, whose source is read once; any exception becomes a failed outcome.

    Except SettingsError, which is raised: it is not the fault of the document.
    """
    started, digest = clock.seconds(), ""
    try:
        text = job.read()
        digest = sha256(text).hexdigest()
        outcome = print_one(replace(job, data=text))
    except SettingsError:
        raise
    except Exception as error:  # whatever it was, the other jobs go on
        trace = "".join(traceback.format_exception(error))
        outcome = replace(failed(job, findings_of(error)), source_sha256=digest, trace=trace)
    diagnostics, seconds = with_file(outcome.diagnostics, job.name), clock.seconds() - started
    return replace(outcome, job=job, seconds=seconds, diagnostics=diagnostics)


def on_crash(job: Job, finding: Diagnostic, seconds: float) -> Outcome:
    """The outcome of a job whose worker died or was stopped after some seconds."""
    return failed(job, (finding,), seconds)
