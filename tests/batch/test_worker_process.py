import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children

import pytest

from leaflet import clock
from leaflet.batch.worker import WorkSpec
from leaflet.batch.worker_process import WorkerProcess
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError

Sleeper = WorkerProcess[float, str]


def start(_: Settings) -> Callable[[float], str]:
    return sleep


def sleep(seconds: float) -> str:
    if seconds < 0:
        raise SettingsError.of("bad-value", "negative")
    time.sleep(seconds)
    return f"slept {seconds:g}"


def report(seconds: float, finding: Diagnostic, _: float) -> str:
    return f"{finding.code} after {seconds:g}"


def receive(worker: Sleeper) -> str | None:
    """What a worker sends until its deadline."""
    worker.pipe.poll(min(worker.deadline - clock.seconds(), 60))
    return worker.receive()


@pytest.fixture
def worker() -> Iterator[Sleeper]:
    """A worker that is ready, and has a second for each task."""
    process = WorkerProcess(WorkSpec(Settings(timeout=1), start, report, "leaflet.batch.worker"))
    assert receive(process) is None
    assert not process.ended
    yield process
    process.stop()


def test_a_worker_does_one_task_after_the_other(worker: Sleeper) -> None:
    for seconds in (0, 0.1):
        worker.send(seconds)
        assert receive(worker) == f"slept {seconds:g}"


def test_a_task_that_takes_too_long_stops_the_worker(worker: Sleeper) -> None:
    worker.send(60)
    assert receive(worker) == "timeout after 60"
    assert worker.ended


def test_a_settings_error_is_raised(worker: Sleeper) -> None:
    worker.send(-1)
    with pytest.raises(SettingsError, match="negative"):
        receive(worker)


def test_a_worker_that_has_died_fails_its_task(worker: Sleeper) -> None:
    (process,) = active_children()
    process.kill()
    process.join()
    worker.send(0)
    assert receive(worker) == "worker-died after 0"
    assert worker.ended


def test_workers_started_in_threads_leave_the_main_module_alone() -> None:
    main, path = sys.modules["__main__"], [*sys.path]
    spec = WorkSpec(Settings(), start, report, "leaflet.batch.worker")
    with ThreadPoolExecutor(8) as threads:
        workers = list(threads.map(lambda _: WorkerProcess(spec), range(8)))
    for worker in workers:
        worker.stop()
    assert sys.modules["__main__"] is main
    assert sys.path == path
