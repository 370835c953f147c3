import json
import os
import pty
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cli.running import LEAFLET, build
from leaflet.batch.local import attempt
from leaflet.config.settings import Settings
from leaflet.job import Job, Outcome
from leaflet.pipeline import Pipeline


@pytest.mark.usefixtures("mixed")
def test_quiet_reports_errors_only_and_verbose_each_document() -> None:
    error, hint = build("-q").stderr.splitlines()
    assert error.startswith("content/refusal.md:5: error[")
    assert hint.startswith("  hint: ")
    stderr = build("-v", "-k", "patient", "--force").stderr
    assert "printed    dist/patient/alpha.pdf, " in stderr
    assert "failed     content/refusal.md (patient), " in stderr


@pytest.mark.usefixtures("mixed")
def test_a_finding_common_to_both_kinds_is_shown_once() -> None:
    assert build().stderr.count("content/refusal.md:5: error[") == 1


@pytest.mark.usefixtures("content")
def test_without_a_terminal_there_are_lines_of_progress(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("leaflet.cli.progress.PAUSE", 1e9)
    assert "done" not in build().stderr
    monkeypatch.setattr("leaflet.cli.progress.PAUSE", 0.0)
    stderr = build("--force").stderr
    lines = re.findall(r"^(\d) of 4 done, 0 failed, [\d.]+/s, \d+:\d\d left$", stderr, re.M)
    assert lines == ["1", "2", "3", "4"]
    assert "done" not in build("--force", "-q").stderr


@pytest.mark.usefixtures("mixed")
def test_a_program_gets_a_line_of_json_for_each_document_and_nothing_else() -> None:
    def events() -> list[dict[str, Any]]:
        lines = build("--progress", "json", "-j", "1").stderr.splitlines()
        return [json.loads(line) for line in lines]

    begin, *documents, end = events()
    assert (begin["event"], begin["total"]) == ("begin", 4)
    assert [(each["event"], each["done"], each["status"]) for each in documents] == [
        ("document", 1, "printed"),
        ("document", 2, "printed"),
        ("document", 3, "failed"),
        ("document", 4, "failed"),
    ]
    assert documents[2]["diagnostics"][0]["file"] == "content/refusal.md"
    assert (end["event"], end["counts"]["failed"], end["output"]) == ("end", 2, "dist")
    begin, *documents, end = events()
    assert (begin["total"], len(documents), end["counts"]["unchanged"]) == (2, 2, 2)


@pytest.mark.usefixtures("mixed")
def test_colour_is_for_those_who_want_it() -> None:
    assert "\x1b[" not in build().stderr
    assert "\x1b[31m" in build(FORCE_COLOR="1").stderr
    assert "\x1b[" not in build(FORCE_COLOR="1", NO_COLOR="1").stderr


def on_a_terminal(*args: str, **environ: str) -> str:
    """All that a person sees of a command who sits at a terminal."""
    ours, theirs = pty.openpty()
    ran = subprocess.Popen(
        (*LEAFLET, *args),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"} | environ,
    )
    os.close(theirs)
    seen = b"".join(_read(ours))
    os.close(ours)
    ran.wait()
    return seen.decode()


def _read(terminal: int) -> Iterator[bytes]:
    try:
        while data := os.read(terminal, 4096):
            yield data
    except OSError:  # how Linux says that the other end was closed
        return


@pytest.mark.usefixtures("mixed")
def test_a_terminal_shows_a_bar_and_findings_above_it() -> None:
    seen = on_a_terminal("build")
    assert "printing" in seen
    assert "\x1b[31m" in seen or "\x1b[1;31m" in seen
    assert re.search(r"\d+\.\d/s", seen)
    assert "2 printed, 2 failed" in seen


@pytest.mark.usefixtures("mixed")
def test_a_terminal_may_ask_for_lines() -> None:
    assert "printing" not in on_a_terminal("build", "--progress", "plain")


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("environ", [{"CI": "true"}, {"TERM": "dumb"}])
def test_a_build_server_gets_no_bar(environ: dict[str, str]) -> None:
    seen = on_a_terminal("build", **environ)
    assert "printing" not in seen
    assert "2 printed, 2 failed" in seen


def in_this_process(jobs: Sequence[Job], settings: Settings, **_: bool) -> Iterator[Outcome]:
    pipeline = Pipeline(settings)
    for job in jobs:
        yield attempt(pipeline.run, job)


@pytest.mark.usefixtures("content")
def test_a_fault_of_leaflet_shows_its_traceback_only_when_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("leaflet.pipeline.parse", lambda *_: 1 / 0)
    monkeypatch.setattr("leaflet.batch.local.print_all", in_this_process)
    quiet, wordy = build("-v"), build("-vv")
    assert quiet.exit_code == wordy.exit_code == 1
    assert "alpha.md: error[internal] internal error in leaflet: ZeroDivision" in quiet.stderr
    assert "Traceback" not in quiet.stderr
    assert "Traceback" in wordy.stderr


@pytest.mark.usefixtures("content")
def test_what_is_wrong_with_the_folder_is_an_event_too() -> None:
    Path("dist").mkdir()
    Path("dist/index.html").write_text("<title>Ours</title>")
    lines = build("--progress", "json", "-k", "patient").stderr.splitlines()
    events = [json.loads(line) for line in lines]
    assert [each["event"] for each in events] == ["begin", "document", "document", "finding", "end"]
    assert events[3]["code"] == "foreign-page"


@pytest.mark.usefixtures("content")
def test_quiet_hides_warnings_about_the_folder() -> None:
    Path("dist").mkdir()
    Path("dist/index.html").write_text("<title>Ours</title>")
    assert build("-q").stderr == ""
