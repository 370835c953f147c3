from hashlib import sha256
from pathlib import Path

import pytest

from batch.broken_project import job, project
from helpers import NO_MONOGRAPH
from leaflet import verification
from leaflet.batch.local import attempt
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status
from leaflet.pipeline import Pipeline


class Broken(Pipeline):
    """A pipeline with a bug."""

    def run(self, job: Job) -> Outcome:
        raise RuntimeError(f"no ink for {job.kind}")


class OutOfMemory(Pipeline):
    """A pipeline without enough memory."""

    def run(self, job: Job) -> Outcome:
        raise MemoryError(job.name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


def test_what_is_no_monograph_is_a_failure_that_says_which_and_why(settings: Settings) -> None:
    (settings.project / "a.md").write_text(NO_MONOGRAPH)
    outcome = attempt(Pipeline(settings).run, job(settings))
    assert outcome.status is Status.FAILED
    assert {d.file for d in outcome.diagnostics} == {"a.md"}
    assert "error" in {d.severity for d in outcome.diagnostics}
    assert outcome.source_sha256 == sha256(NO_MONOGRAPH.encode()).hexdigest()
    assert outcome.seconds > 0


def test_so_is_a_document_whose_proof_fails(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Diagnostic.error("words-lost", "not printed as written")
    monkeypatch.setattr(verification, "CHECKS", {"words": lambda _evidence: [lost]})
    outcome = attempt(Pipeline(settings).run, job(settings))
    assert [d.code for d in outcome.diagnostics] == ["words-lost"]
    assert (outcome.data, outcome.checks, outcome.fingerprint) == (b"", (), {})


@pytest.mark.parametrize("name", ["gone.md", "folder.md"])
def test_an_unreadable_source_is_a_failed_document(settings: Settings, name: str) -> None:
    (settings.project / "folder.md").mkdir()
    outcome = attempt(Pipeline(settings).run, job(settings, name=name))
    assert [(d.code, d.file) for d in outcome.diagnostics] == [("file-trouble", name)]
    assert outcome.source_sha256 == ""


def test_a_bug_in_leaflet_is_a_failed_document(settings: Settings) -> None:
    outcome = attempt(Broken(settings).run, job(settings))
    assert outcome.status is Status.FAILED
    (finding,) = outcome.diagnostics
    assert (finding.code, finding.file) == ("internal", "a.md")
    assert "RuntimeError: no ink for patient" in finding.message
    assert 'raise RuntimeError(f"no ink' in outcome.trace


def test_so_is_a_lack_of_memory(settings: Settings) -> None:
    outcome = attempt(OutOfMemory(settings).run, job(settings))
    assert [d.code for d in outcome.diagnostics] == ["out-of-memory"]


def test_unusable_settings_are_not_the_fault_of_the_document(settings: Settings) -> None:
    with pytest.raises(SettingsError):
        attempt(Pipeline(settings).run, job(settings, "broken"))
