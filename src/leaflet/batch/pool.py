"""A pool of worker processes that do tasks of any kind, one at a time each."""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import groupby
from math import inf
from multiprocessing.connection import wait
from typing import Generic, Self

from leaflet import clock
from leaflet.batch.worker import Result, Task, WorkSpec
from leaflet.batch.worker_process import WorkerProcess
from leaflet.errors import SettingsError

MAX_FAILED_STARTS = 3
"""How many workers in a row may end before they are ready; then the run is given up."""

_STARTING = -1


class WorkerPool(Generic[Task, Result]):
    """Worker processes, the task that each is doing, and the tasks still to be done.

    There are ``settings.jobs`` processes (0: one per CPU). A task is stopped that takes longer than
    ``settings.timeout`` seconds or more than ``settings.memory`` megabytes (0: no limit).
    """

    def __init__(self, spec: WorkSpec[Task, Result], tasks: Iterable[Task], count: int) -> None:
        """Start the processes; there are ``count`` tasks, each taken when a worker is free."""
        self._spec = spec
        self._groups = _by_source(enumerate(tasks), spec)
        self._waiting: dict[WorkerProcess[Task, Result], deque[tuple[int, Task]]] = {}
        self._left = count
        self._failed_starts = 0
        size = min(1 if spec.forked else spec.settings.jobs or _cpus(), count)
        self._workers: dict[WorkerProcess[Task, Result], int] = {}
        for _ in range(size):
            self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop all workers; what they are doing is lost."""
        for worker in self._workers:
            worker.stop()

    def results(self) -> Iterator[tuple[int, Result]]:
        """The number and the result of each task, in the order in which they are done.

        A worker gets its next task before its result is yielded. Raises SettingsError if no task
        can be done.
        """
        while self._workers:
            for worker in self._wait():
                number, result = self._workers[worker], worker.receive()
                self._assign(worker, is_ready=result is None)
                if result is not None:
                    yield number, result

    def _wait(self) -> list[WorkerProcess[Task, Result]]:
        """Wait until workers have sent something, or their time is up; those workers."""
        deadline = min(worker.deadline for worker in self._workers)
        timeout = None if deadline == inf else max(deadline - clock.seconds(), 0)
        readable = wait([worker.pipe for worker in self._workers], timeout)
        now = clock.seconds()
        return [each for each in self._workers if each.pipe in readable or now >= each.deadline]

    def _assign(self, worker: WorkerProcess[Task, Result], *, is_ready: bool) -> None:
        """Give a worker its next task, or stop it; replace it if it has ended."""
        if is_ready:
            self._failed_starts = self._failed_starts + 1 if worker.ended else 0
        if self._failed_starts >= MAX_FAILED_STARTS:
            message = f"{MAX_FAILED_STARTS} worker processes in a row ended before they were ready"
            raise SettingsError.of("no-workers", message, hint="run `leaflet doctor`")
        if self._left and not worker.ended:
            self._left -= 1
            self._workers[worker], task = self._take(worker)
            worker.send(task)
            return
        worker.stop()
        del self._workers[worker]
        if self._left:
            self._start()

    def _take(self, worker: WorkerProcess[Task, Result]) -> tuple[int, Task]:
        """The next task of a worker: with the source of its last one, or else of a new source.

        When no source is left, it takes what another worker, which may have ended, has not begun.
        """
        own = self._waiting.setdefault(worker, deque())
        if not own:
            own.extend(next(self._groups, ()))
        return (own or max(self._waiting.values(), key=len)).popleft()

    def _start(self) -> None:
        """Start one more worker. The system may allow for fewer, but one is enough."""
        try:
            self._workers[WorkerProcess(self._spec)] = _STARTING
        except OSError:
            if not self._workers:
                raise


def _by_source(
    numbered: Iterable[tuple[int, Task]], spec: WorkSpec[Task, Result]
) -> Iterator[Iterable[tuple[int, Task]]]:
    """The tasks in groups of one source. Without sources, none is taken before its turn."""
    source = spec.source
    if source is None:
        return ((each,) for each in numbered)
    return (tuple(group) for _, group in groupby(numbered, lambda each: source(each[1])))


def run_in_order(
    spec: WorkSpec[Task, Result], tasks: Sequence[Task]
) -> Generator[Result, None, None]:
    """The results of the tasks, in the order of the tasks. Raises SettingsError."""
    early: dict[int, Result] = {}
    due = 0
    with WorkerPool(spec, tasks, len(tasks)) as pool:
        for number, result in pool.results():
            early[number] = result
            while due in early:
                yield early.pop(due)
                due += 1


def _cpus() -> int:
    """The CPUs that this process may use, as far as the system says."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
