from pathlib import Path

import pytest

from leaflet.batch.failure import failed, findings_of
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Status

FINDING = Diagnostic.error("no-style", "there is no such style", "leaflet.toml", 3)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SettingsError([FINDING]), "no-style"),
        (FileNotFoundError(2, "No such file or directory"), "file-trouble"),
        (MemoryError(), "out-of-memory"),
        (RecursionError(), "limit"),
        (ValueError("x"), "internal"),
    ],
)
def test_every_exception_has_a_finding(error: Exception, code: str) -> None:
    assert [finding.code for finding in findings_of(error)] == [code]


def test_a_failed_job_has_the_hash_of_its_source_if_that_can_be_read(tmp_path: Path) -> None:
    job = Job(tmp_path / "a.md", "a.md", "patient", (), "a4", tmp_path / "a.pdf")
    assert (failed(job, [FINDING]).status, failed(job, []).source_sha256) == (Status.FAILED, "")
    job.source.write_bytes(b"text")
    assert failed(job, []).source_sha256.startswith("982d9e3eb996f559")
