"""The inside of a worker process: it does one task after the other, within a limit of memory."""

import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import Generic, TypeVar

from leaflet import clock, files
from leaflet.batch import garbage
from leaflet.batch.failure import findings_of
from leaflet.cache import compiled
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError

TOO_LARGE = 75
"""The exit code of a worker that exceeded its memory limit."""

MEMORY_CHECK = 0.05
"""Seconds between two checks of the memory of a worker."""

MEGABYTE = 1_000_000

_MEMORY_PAGES = Path("/proc/self/statm")

Task = TypeVar("Task")
Result = TypeVar("Result")

Handler = Callable[[Task], Result]
"""Does a task in a worker. It may raise anything, but SettingsError ends the whole run."""


@dataclass(frozen=True, slots=True)
class WorkSpec(Generic[Task, Result]):
    """What workers do. All of it is sent to them, so the functions must be importable.

    ``start`` is called once in each worker and returns the handler of its tasks. ``on_crash`` makes
    the result of a task that failed with a finding after some seconds: its handler raised an
    exception, or its worker died or was stopped. ``preload`` is a module that all workers need;
    ``day`` the date that all documents bear. Tasks in a row that have the same ``source`` go to one
    worker, which may keep what it has read. If ``forked``, one worker at a time is forked from this
    process; see ``leaflet.batch.forked``.
    """

    settings: Settings
    start: Callable[[Settings], Handler[Task, Result]]
    on_crash: Callable[[Task, Diagnostic, float], Result]
    preload: str
    day: date = field(default_factory=clock.today)
    source: Callable[[Task], object] | None = None
    forked: bool = False


def serve(
    pipe: "Connection[Result | SettingsError | None, Task]", spec: WorkSpec[Task, Result]
) -> None:
    """Do each task that comes through a pipe and send back its result, until the pipe ends.

    The first message is None: the worker is ready. A SettingsError is sent like a result.
    """
    clock.fix_today(spec.day)
    limit = spec.settings.memory * MEGABYTE
    Thread(target=_exit_above, args=(limit,), daemon=True).start()
    with suppress(EOFError, ConnectionError):  # the parent is gone
        handler = spec.start(spec.settings)
        garbage.collect_rarely()
        pipe.send(None)
        while True:
            result = _do(handler, pipe.recv(), spec)
            compiled.save()  # now: whoever has the last result stops the worker
            pipe.send(result)
            garbage.collect_now()


def _do(
    handler: Handler[Task, Result], task: Task, spec: WorkSpec[Task, Result]
) -> Result | SettingsError:
    started = clock.seconds()
    try:
        return handler(task)
    except SettingsError as error:
        return error
    except Exception as error:  # whatever it was, the other tasks go on
        return spec.on_crash(task, findings_of(error)[0], clock.seconds() - started)


def _exit_above(limit: int) -> None:
    """End this process when its memory exceeds a limit (bytes; 0: none) or its parent has ended.

    A document that fills the memory or never ends can only be stopped from outside its own code.
    A limit kept by the system (RLIMIT_AS) would count reserved memory too, and C libraries abort
    at it without a message.
    """
    parent = parent_process()
    while parent and not wait([parent.sentinel], MEMORY_CHECK):
        if limit and _memory() > limit:
            os._exit(TOO_LARGE)
    os._exit(0)


def _memory() -> int:
    """The bytes of memory that this process uses, or its peak if the system says only that."""
    try:
        return int(files.read(_MEMORY_PAGES).split()[1]) * resource.getpagesize()
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
