"""What the shell and the user do to a run: closed streams, a long TMPDIR, more than one Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import write_monograph

LEAFLET = (sys.executable, "-m", "leaflet")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_monograph(Path("content/a.md"))


def shell(given: str, **environ: str) -> subprocess.CompletedProcess[str]:
    line = f"{sys.executable} -m leaflet {given}"
    command = ("/bin/sh", "-c", line)
    variables = {**os.environ, **environ}
    return subprocess.run(command, capture_output=True, text=True, env=variables, check=False)


@pytest.mark.parametrize(
    ("command", "code", "shown"),
    [
        ("build - -k patient <&-", 1, "Bad file descriptor"),
        ("kinds >&-", 1, "Bad file descriptor"),
        ("kinds 2>&-", 0, ""),
        ("build -q gone <&- >&- 2>&-", 4, ""),
    ],
)
def test_a_closed_stream_is_an_error_only_where_it_is_needed(
    command: str, code: int, shown: str
) -> None:
    result = shell(command)
    assert (result.returncode, "Traceback" in result.stderr) == (code, False)
    assert shown in result.stderr


def test_with_all_of_them_closed_no_file_gets_what_is_printed_there() -> None:
    assert shell("build -k patient <&- >&- 2>&-").returncode == 0
    assert Path("dist/patient/a.pdf").read_bytes().startswith(b"%PDF")
    assert shell("verify -q").returncode == 0


def test_a_long_folder_for_temporary_files_is_no_trouble(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 120)
    long.mkdir()
    assert shell("build -k patient", TMPDIR=str(long)).returncode == 0


def test_a_storm_of_ctrl_c_ends_a_run_once() -> None:
    for number in range(8):
        write_monograph(Path(f"content/{number}.md"))
    run = subprocess.Popen((*LEAFLET, "build"), stderr=subprocess.PIPE, start_new_session=True)
    while not [*Path("dist").rglob("*.pdf")] and run.poll() is None:
        time.sleep(0.01)
    for _ in range(30):
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGINT)
        time.sleep(0.005)
    _, shown = run.communicate(timeout=60)
    assert (run.returncode, b"Traceback" in shown) == (130, False)
    assert shown.count(b"interrupted") == 1
