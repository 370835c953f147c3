import os
from hashlib import sha256
from pathlib import Path

import pytest

from helpers import NO_MONOGRAPH, write_monograph
from leaflet import batch, verify
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status
from leaflet.press import Press
from leaflet.settings import Settings


class Stumbling(Press):
    """A press with a fault of its own."""

    def print(self, job: Job) -> Outcome:
        raise RuntimeError(f"no ink for {job.kind}")


def job(folder: Path, name: str) -> Job:
    return Job(folder / name, name, "patient", (), "a4", folder / "out" / f"{name}.pdf")


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    """One document that fails between two that can be printed."""
    write_monograph(tmp_path / "a.md")
    (tmp_path / "b.md").write_text(NO_MONOGRAPH)
    write_monograph(tmp_path / "c.md")
    return [job(tmp_path, name) for name in ("a.md", "b.md", "c.md")]


def test_a_failed_document_does_not_stop_the_others(jobs: list[Job]) -> None:
    outcomes = list(batch.run(jobs, Settings()))
    assert [outcome.job for outcome in outcomes] == jobs
    assert [outcome.status for outcome in outcomes] == ["printed", "failed", "printed"]
    assert [job.target.exists() for job in jobs] == [True, False, True]
    assert all(outcome.seconds > 0 for outcome in outcomes)


def test_fail_fast_stops_at_the_first_failure(jobs: list[Job]) -> None:
    outcomes = list(batch.run(jobs, Settings(fail_fast=True)))
    assert [outcome.status for outcome in outcomes] == ["printed", "failed"]
    assert not jobs[2].target.exists()


def test_outcomes_come_as_the_documents_are_printed(jobs: list[Job]) -> None:
    assert next(batch.run(jobs, Settings())).job is jobs[0]
    assert not jobs[2].target.exists()


def test_an_older_pdf_of_a_failed_document_is_removed(jobs: list[Job]) -> None:
    target = jobs[1].target
    target.parent.mkdir()
    target.write_bytes(b"an older leaflet")
    first, again = (batch.attempt(Press(Settings()), jobs[1]) for _ in range(2))
    assert (first.removed, again.removed) == (True, False)
    assert not target.exists()


def test_so_is_that_of_a_document_whose_proof_fails(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(Settings())
    assert batch.attempt(press, jobs[0]).status == "printed"
    lost = Diagnostic(Severity.ERROR, "words-lost", "not printed as it is written")
    monkeypatch.setattr(verify, "CHECKS", (lambda _evidence: [lost],))
    failed = batch.attempt(press, jobs[0])
    assert [d.code for d in failed.diagnostics] == ["words-lost"]
    assert (failed.removed, failed.checks, failed.fingerprint) == (True, (), {})
    assert not jobs[0].target.exists()


def test_a_failed_documents_findings_say_which_and_why(jobs: list[Job]) -> None:
    outcome = batch.attempt(Press(Settings()), jobs[1])
    assert {d.file for d in outcome.diagnostics} == {"b.md"}
    assert "error" in {d.severity for d in outcome.diagnostics}
    assert outcome.source_sha256 == sha256(NO_MONOGRAPH.encode()).hexdigest()


@pytest.mark.parametrize("name", ["gone.md", "folder.md"])
def test_a_source_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.md").mkdir()
    outcome = batch.attempt(Press(Settings()), job(tmp_path, name))
    assert [(d.code, d.file) for d in outcome.diagnostics] == [("file-trouble", name)]
    assert outcome.source_sha256 == ""


def test_a_pdf_that_cannot_be_written_is_told(jobs: list[Job]) -> None:
    jobs[0].target.mkdir(parents=True)
    outcome = batch.attempt(Press(Settings()), jobs[0])
    assert outcome.status is Status.FAILED
    assert [d.code for d in outcome.diagnostics] == ["file-trouble", "outdated-pdf"]
    assert os.listdir(jobs[0].target.parent) == ["a.md.pdf"]


def test_a_fault_of_leaflet_itself_is_a_failed_document(jobs: list[Job]) -> None:
    outcome = batch.attempt(Stumbling(Settings()), jobs[0])
    assert outcome.status is Status.FAILED
    (finding,) = outcome.diagnostics
    assert (finding.code, finding.file) == ("internal", "a.md")
    assert "RuntimeError: no ink for patient" in finding.message
    assert 'raise RuntimeError(f"no ink' in outcome.trace


def test_settings_that_cannot_be_used_stop_the_run(jobs: list[Job], tmp_path: Path) -> None:
    page = tmp_path / "templates" / "patient" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("{% if %}")
    with pytest.raises(SettingsError):
        next(batch.run(jobs, Settings(project=tmp_path)))
