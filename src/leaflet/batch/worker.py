"""What goes on inside a worker process: one press, one document after the other."""

import gc
import os
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from leaflet import clock, files
from leaflet.batch.failure import failed, findings
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

if TYPE_CHECKING:
    from leaflet.pipeline import Pipeline

TOO_LARGE = 75
"""The exit code of a worker whose document took more memory than it may."""

PAUSE = 0.05
"""Seconds between two looks at the memory of a worker."""

MEGABYTE = 1_000_000

Task = TypeVar("Task")
Result = TypeVar("Result")

Handler = Callable[[Task], Result]
"""Whoever makes a result of a task in a worker; it raises nothing but SettingsError."""

Printer = Callable[[Job], Outcome]
"""A doer that prints."""


def one_pipeline(settings: Settings) -> Printer:
    """What prints in a worker of a run: one press for all documents."""
    # Loads the layout engine, in this process only; the server that it was forked from has it.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    return partial(attempt, Pipeline(settings))


def serve(
    pipe: "Connection[Result | SettingsError | None, Task]",
    settings: Settings,
    day: date,
    begin: Callable[[Settings], Handler[Task, Result]],
) -> None:
    """Do each task that comes through a pipe, and send its result back, until the pipe ends.

    The first thing sent is None: the worker is ready. Where settings turn out to be unusable,
    the error itself is sent. ``day`` is the one that all documents of a run bear; ``begin`` makes
    what does the jobs, once.
    """
    clock.hold(day)
    Thread(target=_watch, args=(settings.memory * MEGABYTE,), daemon=True).start()
    try:
        handler = begin(settings)
        # All that a document makes is dropped at its end. To look through it then, and hardly
        # before, saves a tenth of the time, and holds no more memory than Python's own way.
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        pipe.send(None)
        while True:
            pipe.send(_do(handler, pipe.recv()))
            gc.collect()
    except (EOFError, ConnectionError):
        pass  # whoever asked is gone


def attempt(pipeline: "Pipeline", job: Job) -> Outcome:
    """Print one job, whatever happens to it.

    Raises SettingsError, since what is wrong then is not the document.
    """
    started = clock.seconds()
    try:
        outcome = pipeline.run(job)
    except SettingsError:
        raise
    except Exception as trouble:  # the others go on, whatever it was
        trace = "".join(traceback.format_exception(trouble))
        outcome = failed(job, findings(trouble), trace=trace)
    told = tuple(d if d.file else replace(d, file=job.name) for d in outcome.diagnostics)
    return replace(outcome, seconds=clock.seconds() - started, diagnostics=told)


def _do(handler: Handler[Task, Result], task: Task) -> Result | SettingsError:
    try:
        return handler(task)
    except SettingsError as error:
        return error


def _watch(limit: int) -> None:
    """End this process when it grows over its limit (bytes; 0: none), or outlives its parent.

    Only from outside can a document be stopped that fills the memory or never ends; a limit
    that the system keeps (RLIMIT_AS) counts what is merely reserved, and makes C libraries abort
    with no word why.
    """
    parent = parent_process()
    while parent and not wait([parent.sentinel], PAUSE):
        if limit and _memory() > limit:
            os._exit(TOO_LARGE)
    os._exit(0)


def _memory() -> int:
    """The bytes of memory that this process holds; where the system does not tell, held at most."""
    try:
        return int(files.read(_PAGES).split()[1]) * resource.getpagesize()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024


_PAGES = Path("/proc/self/statm")
