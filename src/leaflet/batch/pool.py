"""The worker processes of this machine: whole documents are handed out, one at a time to each.

Each worker has a pipe of its own, and touches nothing else. So one may be killed at any moment, by
us or by anybody, and only the document that it was at is lost. What is handed out are tasks, which
mostly are jobs, to be printed; monographs are proof-read and mended in the same way.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from math import inf
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import wait
from signal import SIG_BLOCK, SIG_UNBLOCK, SIGINT, Signals, pthread_sigmask
from typing import Generic

from leaflet import clock
from leaflet.batch.failure import error, failed
from leaflet.batch.worker import TOO_LARGE, Handler, Result, Task, one_pipeline, serve
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

MISSTARTS = 3
"""How many workers in a row may end before they are ready, until the run is given up."""

# Workers are forked from a server that runs no threads and has loaded all they need.
_CONTEXT = get_context("forkserver")


def print_all(
    jobs: Sequence[Job], settings: Settings, day: date | None = None
) -> Generator[Outcome, None, None]:
    """An outcome for each job, as they come, from ``settings.jobs`` processes (0: one a CPU).

    All documents bear the same ``day``, today if none is given. A document is stopped that takes
    longer than ``settings.timeout`` seconds or more than ``settings.memory`` megabytes (0: as much
    as it likes). Raises SettingsError where no document can be printed.
    """
    start_server()
    spec = WorkSpec(settings, day or clock.today(), one_pipeline, on_crash)
    yield from run_tasks(spec, jobs)


def on_crash(job: Job, finding: Diagnostic, seconds: float) -> Outcome:
    """The outcome of a job whose worker was stopped, or died, after some seconds."""
    return failed(job, (finding,), seconds=seconds)


@dataclass(frozen=True, slots=True)
class WorkSpec(Generic[Task, Result]):
    """What workers do: ``begin`` makes, in their process, what turns a task into a result.

    ``lost`` makes the result of a task that its worker was stopped at, or died of, after some
    seconds. All that is made bears the same ``day``.
    """

    settings: Settings
    day: date
    begin: Callable[[Settings], Handler[Task, Result]]
    lost: Callable[[Task, Diagnostic, float], Result]


def run_tasks(spec: WorkSpec[Task, Result], tasks: Sequence[Task]) -> Generator[Result, None, None]:
    """A result for each task, as they come; the server must have been started."""
    size = min(spec.settings.jobs or _processors(), len(tasks))
    workers = WorkerPool(size, tasks, spec)
    try:
        yield from workers.results()
    finally:
        workers.stop()


class Worker(Generic[Task, Result]):
    """A process at its craft, and the task that it is at; ``due`` is when that must be done."""

    def __init__(self, spec: WorkSpec[Task, Result]) -> None:
        self._spec = spec
        self._settings = settings = spec.settings
        self._task: Task | None = None
        self._since = self.due = inf
        self.pipe, theirs = _CONTEXT.Pipe()
        told = (theirs, settings, spec.day, spec.begin)
        self._process = _CONTEXT.Process(target=serve, args=told, daemon=True)
        self._process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        """Have a task done; the worker must be free."""
        self._task = task
        self._since = clock.seconds()
        self.due = self._since + (self._settings.timeout or inf)
        with suppress(OSError):  # it has died meanwhile, which is heard of in a moment
            self.pipe.send(task)

    def receive(self) -> Result | None:
        """The result that a worker sends, or None where it tells that it is ready.

        One that has died leaves the result of its task behind, if it had one. Raises SettingsError
        where the worker could not print anything.
        """
        try:
            said: Result | SettingsError | None = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            return self._lose(_death(self._process.exitcode or 0, self._settings))
        if isinstance(said, SettingsError):
            raise said
        self._task, self.due = None, inf
        return said

    def expire(self) -> Result | None:
        """Stop a worker whose task takes too long; the result of that."""
        told = f"it took longer than {self._settings.timeout:g} seconds and was stopped"
        hint = "--timeout, or timeout under [print] in leaflet.toml, allows for more"
        return self._lose(error("timeout", told, hint))

    def _lose(self, finding: Diagnostic) -> Result | None:
        self.stop()
        took = clock.seconds() - self._since
        return None if self._task is None else self._spec.lost(self._task, finding, took)

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self.pipe.closed

    def stop(self) -> None:
        """End the process at once, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


class WorkerPool(Generic[Task, Result]):
    """Some workers, and the tasks that are left for them."""

    def __init__(self, size: int, tasks: Sequence[Task], spec: WorkSpec[Task, Result]) -> None:
        self._left = deque(tasks)
        self._spec = spec
        self._misstarts = 0
        self._workers = [Worker(spec) for _ in range(size)]

    def results(self) -> Iterator[Result]:
        """A result for each task; whoever is done gets the next before its result is told."""
        while self._workers:
            soonest = min(worker.due for worker in self._workers) - clock.seconds()
            pipes = [worker.pipe for worker in self._workers]
            speaking = wait(pipes, None if soonest == inf else max(soonest, 0))
            for worker in tuple(self._workers):
                if worker.pipe in speaking:
                    result = worker.receive()
                elif clock.seconds() >= worker.due:
                    result = worker.expire()
                else:
                    continue
                self._go_on(worker, ready=result is None)
                if result is not None:
                    yield result

    def _go_on(self, worker: Worker[Task, Result], *, ready: bool) -> None:
        """Give a worker its next task, or part with it; replace one that has ended."""
        if ready:
            self._misstarts = self._misstarts + 1 if worker.ended else 0
        if self._misstarts >= MISSTARTS:
            told = f"{MISSTARTS} worker processes in a row have ended before they could print"
            raise SettingsError.of("no-workers", told, hint="see what `leaflet doctor` says")
        if self._left and not worker.ended:
            worker.give(self._left.popleft())
            return
        worker.stop()
        self._workers.remove(worker)
        if self._left:
            self._workers.append(Worker(self._spec))

    def stop(self) -> None:
        """End all that are still at work; what they were at comes to nothing."""
        for worker in self._workers:
            worker.stop()


def _processors() -> int:
    """The CPUs that this process may use, as far as the system tells."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def start_server(preload: str = "leaflet.batch.preload") -> None:
    """Start what workers are forked from, unless it runs, with a module that they need.

    Ctrl-C at a terminal reaches every process; here only the one that was asked may heed it. What
    is blocked stays blocked in the server and its workers.
    """
    _CONTEXT.set_forkserver_preload([preload, "leaflet.cli"])
    resource_tracker.ensure_running()  # would undo the block
    pthread_sigmask(SIG_BLOCK, [SIGINT])
    try:
        forkserver.ensure_running()
    finally:
        pthread_sigmask(SIG_UNBLOCK, [SIGINT])


def _death(code: int, settings: Settings) -> Diagnostic:
    if code == TOO_LARGE:
        told = f"it took more than {settings.memory} MB of memory and was stopped"
        hint = "--memory, or memory under [print] in leaflet.toml, allows for more"
        return error("out-of-memory", told, hint)
    how = f"killed by {Signals(-code).name}" if code < 0 else f"exit code {code}"
    return error("worker-died", f"the process that printed it ended unexpectedly ({how})")
