"""A real scheduler and two real workers, each in a process of its own, on this machine."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from signal import SIGINT, SIGKILL, SIGSTOP

import pytest
from distributed import Client

from batch.broken_project import job, project
from helpers import words, write_monograph
from leaflet import batch, files
from leaflet.batch import cluster
from leaflet.config.settings import Settings
from leaflet.edition import fingerprint
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status

CHECKOUT = Path(__file__).parents[2]

TIMEOUT = 60
"""Seconds for a process to start or end."""


@contextmanager
def started(module: str, *options: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Dask, which is killed in the end."""
    command = (sys.executable, "-m", f"distributed.cli.{module}", *options, "--no-dashboard")
    with (folder / f"{module}.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        yield process
    finally:
        process.kill()
        process.wait(TIMEOUT)


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler on the loopback interface."""
    with scheduler_process(folder) as (address, _):
        yield address


@contextmanager
def scheduler_process(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same, and its process."""
    file = folder / "scheduler.json"
    given = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
    with started("dask_scheduler", *given, folder=folder) as process:
        for _ in range(10 * TIMEOUT):
            if file.exists() and file.read_text().endswith("}"):
                break
            time.sleep(0.1)
        yield json.loads(file.read_text())["address"], process


@contextmanager
def workers(
    address: str, folder: Path, *given: str, count: int = 2
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Workers of a scheduler, as docs/scaling.md says to start them."""
    given = (address, "--nthreads", "1", "--local-directory", str(folder), *given)
    with ExitStack() as all_of_them:
        yield [
            all_of_them.enter_context(started("dask_worker", *given, folder=folder))
            for _ in range(count)
        ]


@contextmanager
def one_worker(address: str, folder: Path) -> Iterator[None]:
    """One worker, which the scheduler knows."""
    with workers(address, folder, "--no-nanny", count=1):
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(1, TIMEOUT)
        yield


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as address, workers(address, folder, "--no-nanny"):
        yield address


@pytest.fixture(autouse=True)
def long_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_TIMEOUT", TIMEOUT)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


@pytest.fixture
def without_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent takes a moment and comes back as nothing: only the way there is tested."""

    def wait(_setup: object, _chunk: object) -> bytes:
        time.sleep(0.2)
        return b""

    monkeypatch.setattr(cluster, "check_machine", lambda _versions: None)
    monkeypatch.setattr(cluster, "print_chunk", wait)


def monographs(settings: Settings, count: int) -> list[Job]:
    names = [f"{number}.md" for number in range(count)]
    for name in names:
        write_monograph(settings.project / name, f"Number{name[0]}mab")
    return [job(settings, name=name) for name in names]


def receipt(outcomes: Sequence[Outcome]) -> list[dict[str, object]]:
    """What a receipt says about outcomes, without the time they took."""
    rows = [{**outcome.as_dict(), "seconds": 0} for outcome in outcomes]
    return sorted(rows, key=lambda row: str(row["source"]))


def test_a_cluster_prints_what_would_be_printed_here(address: str, settings: Settings) -> None:
    jobs = [*monographs(settings, 2), job(settings, name="gone.md"), job(settings, name="bad.md")]
    (settings.project / "bad.md").write_text("---\ntitle: Bad\n---\nPlease provide a name.\n")
    there = list(batch.run(jobs, replace(settings, scheduler=address)))
    printed = {job.target: job.target.read_bytes() for job in jobs[:2]}
    here = list(batch.run(jobs, settings))
    assert receipt(there) == receipt(here)
    assert [row["status"] for row in receipt(there)] == ["printed", "printed", "failed", "failed"]
    assert {target: target.read_bytes() for target in printed} == printed


def test_templates_styles_and_pictures_travel_along(address: str, settings: Settings) -> None:
    (one,) = monographs(settings, 1)
    plain = next(batch.run([one], settings))
    own = {
        "templates/patient/page.html": b'{% extends "builtin/patient/page.html" %}\n',
        "styles/ours.css": b":root { --text-size: 13pt }",
        "pictures/one.png": (CHECKOUT / "docs" / "images" / "patient.png").read_bytes(),
    }
    for name, data in own.items():
        files.write(settings.project / name, data)
    with one.source.open("a") as text:
        text.write("\n![](pictures/one.png)\n")
    one = replace(one, styles=("ours",))
    there = next(batch.run([one], replace(settings, scheduler=address)))
    assert receipt([there]) == receipt([next(batch.run([one], settings))])
    assert there.status is Status.PRINTED
    changed = fingerprint.changes(plain.fingerprint, there.fingerprint)
    assert {*changed} == {"templates", "styles", "pictures"}


def test_an_endless_layout_is_stopped_there_too(address: str, settings: Settings) -> None:
    jobs = [job(settings, "endless"), job(settings)]
    chosen = replace(settings, scheduler=address, timeout=5.0)
    outcomes = {o.job.kind: o for o in cluster.print_all(jobs, chosen)}
    assert [d.code for d in outcomes["endless"].diagnostics] == ["timeout"]
    assert outcomes["patient"].status is Status.PRINTED


def test_a_broken_theme_is_reported_as_it_is_here(address: str, settings: Settings) -> None:
    with pytest.raises(SettingsError, match=r"page\.html") as error:
        list(cluster.print_all([job(settings, "broken")], replace(settings, scheduler=address)))
    assert str(settings.project) in str(error.value)


def test_a_lost_machines_documents_are_done_by_another(tmp_path: Path, settings: Settings) -> None:
    jobs = monographs(settings, 5)
    with scheduler(tmp_path) as address, workers(address, tmp_path, "--no-nanny") as both:
        printed = cluster.print_all(jobs, replace(settings, scheduler=address))
        outcomes = [next(printed)]
        os.kill(both[0].pid, SIGKILL)
        outcomes += printed
    here = list(batch.run(jobs, settings))
    assert {o.status for o in outcomes} == {Status.PRINTED}
    assert receipt(outcomes) == receipt(here)


@pytest.mark.usefixtures("without_printing")
def test_a_lost_scheduler_ends_the_run_and_is_reported(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = monographs(settings, 8)
    with ExitStack() as lost:
        address = lost.enter_context(scheduler(tmp_path))
        with one_worker(address, tmp_path):
            monkeypatch.setattr(cluster, "CONNECT_TIMEOUT", 3)
            printed = cluster.print_all(jobs, replace(settings, scheduler=address))
            next(printed)
            lost.close()
            with pytest.raises(SettingsError, match=r"the scheduler at tcp:.* is lost"):
                list(printed)


@pytest.mark.usefixtures("without_printing")
def test_a_silent_scheduler_ends_the_run(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CHECK_INTERVAL", 0.5)
    jobs = monographs(settings, 8)
    with (
        scheduler_process(tmp_path) as (address, process),
        one_worker(address, tmp_path),
    ):
        printed = cluster.print_all(jobs, replace(settings, scheduler=address))
        next(printed)
        monkeypatch.setattr(cluster, "ANSWER_TIMEOUT", 1)
        process.send_signal(SIGSTOP)
        with pytest.raises(SettingsError, match=r"is lost: (no answer in|timed out after) 1 s"):
            list(printed)


@pytest.mark.usefixtures("without_printing")
@pytest.mark.parametrize("printing", [True, False], ids=["while printing", "with results"])
def test_a_scheduler_without_workers_ends_the_run(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, printing: bool
) -> None:
    monkeypatch.setattr(cluster, "CHECK_INTERVAL", 0.5)
    monkeypatch.setattr(cluster, "ANSWER_TIMEOUT", 5)
    jobs = monographs(settings, 8)
    with scheduler(tmp_path) as address:
        with one_worker(address, tmp_path):
            printed = cluster.print_all(jobs, replace(settings, scheduler=address))
            next(printed)
            if not printing:
                wait_until_idle(address)
        with pytest.raises(SettingsError, match=r"all workers of the scheduler at tcp:.* are lost"):
            list(printed)


def wait_until_idle(address: str) -> None:
    """Wait until the workers have printed all that they have."""
    with Client(address, set_as_default=False) as client:
        for _ in range(10 * TIMEOUT):
            if not any(client.processing().values()):
                return
            time.sleep(0.1)


Work = Callable[[object, Sequence[object]], object]


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda _setup, _chunk: (_ for _ in ()).throw(RecursionError()), "limit"),
        (lambda _setup, _chunk: b"garbage", "bad-answer"),
        (lambda _setup, _chunk: [], "bad-answer"),
        (lambda _setup, _chunk: iter(()), "bad-answer"),
    ],
)
def test_what_is_not_an_answer_fails_its_documents_and_nothing_else(
    address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, work: Work, code: str
) -> None:
    monkeypatch.setattr(cluster, "print_chunk", work)
    jobs = monographs(settings, 2)
    outcomes = list(batch.run(jobs, replace(settings, scheduler=address)))
    assert [[d.code for d in outcome.diagnostics] for outcome in outcomes] == [[code]] * 2
    assert not settings.output.exists()


def test_ctrl_c_ends_a_run_with_whole_files_only(address: str, settings: Settings) -> None:
    monographs(settings, 8)
    given = ("build", ".", "--kind", "patient", "--output", "out", "--scheduler", address)
    command = (sys.executable, "-m", "leaflet", *given)
    run = subprocess.Popen(command, cwd=settings.project, stderr=subprocess.PIPE)
    while not [*settings.output.rglob("*.pdf")] and run.poll() is None:
        time.sleep(0.05)
    run.send_signal(SIGINT)
    _, output = run.communicate(timeout=TIMEOUT)
    assert (run.returncode, b"Traceback" in output) == (130, False)
    found = {path.suffix for path in settings.output.rglob("*") if path.is_file()}
    assert {".pdf", ".json"} <= found <= {".pdf", ".json", ".sqlite3", ".jpg", ".html"}
    assert all("mab" in words(pdf) for pdf in settings.output.rglob("*.pdf"))


def test_another_leaflet_is_refused(
    address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "leaflet.edition.fingerprint.versions", lambda: {"leaflet": "9", "Pango": "1.0"}
    )
    with pytest.raises(SettingsError, match=r"leaflet .* \(here: 9\), Pango .* \(here: 1\.0\)"):
        list(cluster.print_all(monographs(settings, 1), replace(settings, scheduler=address)))


def test_a_worker_without_leaflet_is_refused(tmp_path: Path, settings: Settings) -> None:
    bare = "import sys; sys.modules['leaflet'] = None; from distributed.cli import dask_worker as w"
    with scheduler(tmp_path) as address:
        command = (sys.executable, "-c", f"{bare}; w.main()", address, "--no-nanny")
        with (tmp_path / "bare.log").open("wb") as log:
            worker = subprocess.Popen(command, stdout=log, stderr=log, cwd=tmp_path)
        try:
            with pytest.raises(SettingsError, match=r"tcp:.*cannot load leaflet"):
                list(
                    cluster.print_all(monographs(settings, 1), replace(settings, scheduler=address))
                )
        finally:
            worker.kill()
            worker.wait(TIMEOUT)


def test_a_worker_that_may_not_start_processes_is_refused(
    tmp_path: Path, settings: Settings
) -> None:
    with (
        scheduler(tmp_path) as address,
        workers(address, tmp_path, count=1),
        pytest.raises(SettingsError, match="may not start processes") as error,
    ):
        list(cluster.print_all(monographs(settings, 1), replace(settings, scheduler=address)))
    assert "--no-nanny" in error.value.diagnostics[0].hint


def test_a_missing_scheduler_and_missing_workers_are_reported(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_TIMEOUT", 1)
    one = monographs(settings, 1)
    with pytest.raises(SettingsError, match="there is no scheduler at tcp:"):
        list(cluster.print_all(one, replace(settings, scheduler="tcp://127.0.0.1:9")))
    with pytest.raises(SettingsError, match="there is no scheduler at nowhere"):
        list(cluster.print_all(one, replace(settings, scheduler="nowhere:x")))
    with pytest.raises(SettingsError, match=r"no scheduler at tls:.*ssl_context"):
        list(cluster.print_all(one, replace(settings, scheduler="tls://127.0.0.1:9")))
    with socket.create_server(("127.0.0.1", 0)) as silent:  # accepts, and never answers
        given = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(SettingsError, match="no answer in 1 seconds"):
            list(cluster.print_all(one, replace(settings, scheduler=given)))
    with scheduler(tmp_path) as address, pytest.raises(SettingsError, match="has no workers"):
        list(cluster.print_all(one, replace(settings, scheduler=address)))


def test_without_dask_the_extra_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "leaflet.batch.cluster", None)
    monkeypatch.delattr(batch, "cluster", raising=False)
    with pytest.raises(SettingsError, match=r"needs dask\.distributed"):
        list(batch.run(monographs(settings, 1), replace(settings, scheduler="tcp://x:1")))
