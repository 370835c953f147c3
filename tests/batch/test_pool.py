import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from batch.broken_project import job, project
from helpers import words, write_monograph
from leaflet import clock
from leaflet.batch import worker_process
from leaflet.batch.local import print_all
from leaflet.batch.pool import WorkerPool, run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Outcome, Status


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


def codes(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.diagnostics]


def test_workers_print_and_write_nothing(settings: Settings) -> None:
    names = ["a.md", "b.md", "c.md"]
    for name in names:
        write_monograph(settings.project / name, f"{name[0].upper()}mide")
    jobs = [job(settings, name=name) for name in names]
    outcomes = sorted(print_all(jobs, replace(settings, jobs=2)), key=lambda o: o.job.name)
    assert [outcome.job for outcome in outcomes] == jobs
    assert all(
        words(o.data).count(f"{n[0].upper()}mide") for o, n in zip(outcomes, names, strict=True)
    )
    assert not settings.output.exists()
    assert active_children() == []


def test_an_endless_layout_is_stopped_and_the_run_goes_on(settings: Settings) -> None:
    endless = job(settings, "endless")
    outcomes = list(print_all([endless, endless], replace(settings, timeout=0.3)))
    assert [codes(outcome) for outcome in outcomes] == [["timeout"], ["timeout"]]
    assert {finding.file for finding in outcomes[0].diagnostics} == {"a.md"}
    assert 0.3 <= outcomes[0].seconds < 60
    assert active_children() == []


def test_a_document_that_fills_the_memory_is_stopped_and_the_run_goes_on(
    settings: Settings,
) -> None:
    jobs = [job(settings, "greedy"), job(settings)]
    first, second = print_all(jobs, replace(settings, memory=400))
    assert codes(first) == ["out-of-memory"]
    assert "400 MB" in first.diagnostics[0].message
    assert second.status is Status.PRINTED


def test_a_killed_worker_takes_one_document_with_it(settings: Settings) -> None:
    jobs = [job(settings), job(settings, "endless"), job(settings)]
    outcomes = print_all(jobs, replace(settings, timeout=0))
    assert next(outcomes).status is Status.PRINTED
    (worker,) = active_children()
    os.kill(worker.pid or 0, signal.SIGKILL)
    killed, last = outcomes
    assert codes(killed) == ["worker-died"]
    assert "killed by SIGKILL" in killed.diagnostics[0].message
    assert killed.job == jobs[1]
    assert last.status is Status.PRINTED


def test_workers_that_never_start_end_the_run(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_process, "serve", os._exit)
    with pytest.raises(SettingsError, match="3 worker processes in a row"):
        list(print_all([job(settings)], settings))
    assert active_children() == []


def test_unusable_settings_end_the_run(settings: Settings) -> None:
    with pytest.raises(SettingsError, match=r"page\.html"):
        list(print_all([job(settings, "broken")], settings))
    assert active_children() == []


def test_closing_the_generator_stops_the_workers(settings: Settings) -> None:
    outcomes = print_all([job(settings), job(settings, "endless")], settings)
    next(outcomes)
    assert len(active_children()) == 1
    outcomes.close()
    assert active_children() == []


def test_all_documents_of_a_run_have_its_date(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = settings.project / "a.md"
    source.write_text(source.read_text().replace("---\n\n", "review_due: 2020-01-02\n---\n\n"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577923200")  # 2020-01-02
    (due,) = print_all([job(settings)], settings)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1578009600")
    (overdue,) = print_all([job(settings)], settings)
    assert (due.fingerprint["review"], overdue.fingerprint["review"]) == ("due", "overdue")
    assert due.sha256 != overdue.sha256
    assert str(clock.today()) == "2020-01-03"


def start(_: Settings) -> Callable[[int], str]:
    return done_after


def done_after(depth: int) -> str:
    """Sleep for 1, fail for a negative number, otherwise call itself so many times."""
    if depth < 0:
        raise ValueError(depth)
    time.sleep(1 if depth == 1 else 0)
    return done_after(depth - 1) if depth > 1 else f"done {depth}"


def report(_: int, finding: Diagnostic, seconds: float) -> str:
    assert seconds >= 0
    return f"{finding.code}: {finding.message}"


SPEC = WorkSpec(Settings(jobs=2), start, report, "leaflet.batch.worker")


def test_results_come_when_they_are_ready_or_in_the_order_of_the_tasks() -> None:
    with WorkerPool(SPEC, [1, 0, 0], 3) as pool:
        assert [number for number, _ in pool.results()] == [1, 2, 0]
    assert list(run_in_order(SPEC, [1, 0, 0])) == ["done 1", "done 0", "done 0"]
    assert list(run_in_order(SPEC, [])) == []
    assert active_children() == []


def test_fewer_processes_than_asked_for_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system limits processes and open files."""
    started: list[int] = []

    class Scarce(worker_process.WorkerProcess[int, str]):
        def __init__(self, spec: WorkSpec[int, str]) -> None:
            if started:
                raise OSError(24, "Too many open files")
            started.append(1)
            super().__init__(spec)

    monkeypatch.setattr("leaflet.batch.pool.WorkerProcess", Scarce)
    assert list(run_in_order(SPEC, [0, 0])) == ["done 0", "done 0"]
    with pytest.raises(OSError, match="Too many open files"):
        list(run_in_order(SPEC, [0, 0]))


def test_an_exception_is_the_result_of_its_task_alone() -> None:
    first, second, third = run_in_order(SPEC, [-1, 99_999, 0])
    assert first == "internal: internal error in leaflet: ValueError: -1"
    assert second == "limit: it is nested too deeply to be read"
    assert third == "done 0"


def test_a_worker_that_is_killed_while_it_has_no_task_is_replaced() -> None:
    with WorkerPool(replace(SPEC, settings=Settings(jobs=1)), [1, 0], 2) as pool:
        results = pool.results()
        (idle,) = active_children()
        os.kill(idle.pid or 0, signal.SIGKILL)
        assert [result for _, result in results] == ["done 1", "done 0"]


def start_naming(_: Settings) -> Callable[[int], str]:
    """The handler of a worker that says which process it is, and dies of some tasks."""

    def name(task: int) -> str:
        if task < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return str(os.getpid())

    return name


def test_tasks_of_one_source_go_to_one_worker() -> None:
    """But for those that a worker takes when there is no other source left."""
    spec = replace(SPEC, start=start_naming, source=abs)
    workers = list(run_in_order(spec, sorted([*range(1, 13), *range(1, 13)])))
    assert sum(workers[at] == workers[at + 1] for at in range(0, 24, 2)) >= 10


def test_what_a_worker_has_not_begun_is_done_by_another() -> None:
    spec = replace(SPEC, start=start_naming, source=abs)
    first, *others = run_in_order(spec, [-1, 1, 1])
    assert first.startswith("worker-died")
    assert all(map(str.isdigit, others))


def test_tasks_without_a_source_are_taken_one_by_one() -> None:
    taken: list[int] = []
    tasks = (taken.append(number) or 0 for number in range(5))  # type: ignore[func-returns-value]
    with WorkerPool(replace(SPEC, settings=Settings(jobs=1)), tasks, 5) as pool:
        next(pool.results())
        assert taken == [0, 1]
