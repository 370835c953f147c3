import os
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import NO_MONOGRAPH, words, write_monograph
from leaflet import batch
from leaflet.batch.failure import failed
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status

TIMEOUT = Diagnostic.error("timeout", "took too long")


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
    outcomes = list(batch.run(jobs, Settings(jobs=1)))
    assert [outcome.job for outcome in outcomes] == jobs
    assert [outcome.status for outcome in outcomes] == ["printed", "failed", "printed"]
    assert [job.target.exists() for job in jobs] == [True, False, True]
    assert all(outcome.seconds > 0 for outcome in outcomes)
    assert all(outcome.data == b"" for outcome in outcomes)
    assert "Testamide" in words(jobs[2].target)


def test_fail_fast_stops_at_the_first_failure(jobs: list[Job]) -> None:
    outcomes = list(batch.run(jobs, Settings(jobs=1, fail_fast=True)))
    assert [outcome.status for outcome in outcomes] == ["printed", "failed"]
    assert not jobs[2].target.exists()


def test_outcomes_come_as_the_documents_are_printed(jobs: list[Job]) -> None:
    assert next(batch.run(jobs, Settings(jobs=1))).job == jobs[0]
    assert not jobs[2].target.exists()


def test_nothing_to_print_is_no_outcome() -> None:
    assert list(batch.run([], Settings())) == []


def test_an_older_pdf_of_a_failed_document_is_removed(jobs: list[Job]) -> None:
    target = jobs[1].target
    target.parent.mkdir()
    target.write_bytes(b"an older leaflet")
    stopped = failed(jobs[1], (TIMEOUT,))
    first, again = (batch.write_or_remove(stopped) for _ in range(2))
    assert (first.removed, again.removed) == (True, False)
    assert not target.exists()


def test_a_pdf_that_cannot_be_written_is_a_failure(jobs: list[Job]) -> None:
    jobs[0].target.mkdir(parents=True)
    outcome = batch.write_or_remove(Outcome(jobs[0], Status.PRINTED, data=b"%PDF-"))
    assert outcome.status is Status.FAILED
    assert [(d.code, d.file) for d in outcome.diagnostics] == [
        ("file-trouble", "a.md"),
        ("outdated-pdf", "a.md"),
    ]
    assert os.listdir(jobs[0].target.parent) == ["a.md.pdf"]


def test_settings_that_cannot_be_used_stop_the_run(jobs: list[Job], tmp_path: Path) -> None:
    page = tmp_path / "templates" / "patient" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("{% if %}")
    with pytest.raises(SettingsError):
        next(batch.run(jobs, Settings(project=tmp_path, jobs=1)))


def test_the_picture_of_a_first_page_comes_and_goes_with_its_pdf(tmp_path: Path) -> None:
    one = replace(job(tmp_path, "a.md"), folder=tmp_path / "out")
    picture = tmp_path / "out/thumbnails/a.md.jpg"
    printed = Outcome(one, Status.PRINTED, data=b"%PDF", thumbnail=b"JPEG")
    written = batch.write_or_remove(printed)
    assert (written.data, written.thumbnail) == (b"", b"")
    assert picture.read_bytes() == b"JPEG"
    batch.write_or_remove(
        replace(printed, thumbnail=b"")
    )  # as with --no-catalogue: the old one is outdated
    assert not picture.exists()
    batch.write_or_remove(printed)
    batch.write_or_remove(failed(one, (TIMEOUT,)))
    assert not picture.exists()


def test_a_picture_that_cannot_be_written_does_not_stop_the_leaflet(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/thumbnails").touch()
    one = replace(job(tmp_path, "a.md"), folder=tmp_path / "out")
    written = batch.write_or_remove(Outcome(one, Status.PRINTED, data=b"%PDF", thumbnail=b"JPEG"))
    assert written.status is Status.PRINTED
    assert one.target.read_bytes() == b"%PDF"
