"""The worker processes of this machine: whole documents are handed out, one at a time to each.

Each worker has a pipe of its own, and touches nothing else. So one may be killed at any moment, by
us or by anybody, and only the document that it was at is lost.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from math import inf
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import wait
from signal import SIG_BLOCK, SIG_UNBLOCK, SIGINT, Signals, pthread_sigmask

from leaflet import clock
from leaflet.batch.failure import error, failed
from leaflet.batch.worker import TOO_LARGE, Printer, one_press, serve
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome
from leaflet.settings import Settings

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
    crew = Crew(
        min(settings.jobs or _processors(), len(jobs)), jobs, settings, day or clock.today()
    )
    try:
        yield from crew.outcomes()
    finally:
        crew.stop()


class Worker:
    """A process that prints, and the job that it is at; ``due`` is when that must be done.

    ``begin`` makes, in that process, what prints.
    """

    def __init__(
        self,
        settings: Settings,
        day: date,
        begin: Callable[[Settings], Printer] = one_press,
    ) -> None:
        self._settings = settings
        self._job: Job | None = None
        self._since = self.due = inf
        self.pipe, theirs = _CONTEXT.Pipe()
        told = (theirs, settings, day, begin)
        self._process = _CONTEXT.Process(target=serve, args=told, daemon=True)
        self._process.start()
        theirs.close()

    def give(self, job: Job) -> None:
        """Have a job printed; the worker must be free."""
        self._job = job
        self._since = clock.seconds()
        self.due = self._since + (self._settings.timeout or inf)
        with suppress(OSError):  # it has died meanwhile, which is heard of in a moment
            self.pipe.send(job)

    def hear(self) -> Outcome | None:
        """The outcome that a worker sends, or None where it tells that it is ready.

        One that has died leaves the outcome of its job behind, if it had one. Raises SettingsError
        where the worker could not print anything.
        """
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            return self._lose(_death(self._process.exitcode or 0, self._settings))
        if isinstance(said, SettingsError):
            raise said
        job, self._job, self.due = self._job, None, inf
        return replace(said, job=job) if job else None

    def expire(self) -> Outcome | None:
        """Stop a worker whose document takes too long; the outcome of that."""
        told = f"it took longer than {self._settings.timeout:g} seconds and was stopped"
        return self._lose(error("timeout", told, "--timeout allows for more"))

    def _lose(self, finding: Diagnostic) -> Outcome | None:
        self.stop()
        took = clock.seconds() - self._since
        return failed(self._job, (finding,), seconds=took) if self._job else None

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self.pipe.closed

    def stop(self) -> None:
        """End the process at once, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


class Crew:
    """Some workers, and the jobs that are left for them."""

    def __init__(self, size: int, jobs: Sequence[Job], settings: Settings, day: date) -> None:
        self._left = deque(jobs)
        self._settings = settings
        self._day = day
        self._misstarts = 0
        self._workers = [Worker(settings, day) for _ in range(size)]

    def outcomes(self) -> Iterator[Outcome]:
        """An outcome for each job; whoever is done gets the next before its outcome is told."""
        while self._workers:
            soonest = min(worker.due for worker in self._workers) - clock.seconds()
            pipes = [worker.pipe for worker in self._workers]
            speaking = wait(pipes, None if soonest == inf else max(soonest, 0))
            for worker in tuple(self._workers):
                if worker.pipe in speaking:
                    outcome = worker.hear()
                elif clock.seconds() >= worker.due:
                    outcome = worker.expire()
                else:
                    continue
                self._go_on(worker, ready=outcome is None)
                if outcome:
                    yield outcome

    def _go_on(self, worker: Worker, *, ready: bool) -> None:
        """Give a worker its next job, or part with it; replace one that has ended."""
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
            self._workers.append(Worker(self._settings, self._day))

    def stop(self) -> None:
        """End all that are still at work; what they were printing comes to nothing."""
        for worker in self._workers:
            worker.stop()


def _processors() -> int:
    """The CPUs that this process may use, as far as the system tells."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def start_server() -> None:
    """Start what workers are forked from, unless it runs.

    Ctrl-C at a terminal reaches every process; here only the one that was asked may heed it. What
    is blocked stays blocked in the server and its workers.
    """
    _CONTEXT.set_forkserver_preload(["leaflet.batch.ahead", "leaflet.cli"])
    resource_tracker.ensure_running()  # would undo the block
    pthread_sigmask(SIG_BLOCK, [SIGINT])
    try:
        forkserver.ensure_running()
    finally:
        pthread_sigmask(SIG_UNBLOCK, [SIGINT])


def _death(code: int, settings: Settings) -> Diagnostic:
    if code == TOO_LARGE:
        told = f"it took more than {settings.memory} MB of memory and was stopped"
        return error("out-of-memory", told, "--memory allows for more")
    how = f"killed by {Signals(-code).name}" if code < 0 else f"exit code {code}"
    return error("worker-died", f"the process that printed it ended unexpectedly ({how})")
