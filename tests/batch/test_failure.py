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


def test_to_report_a_failure_the_source_is_not_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It may be what the failure was: a file that keeps its reader waiting hung the run."""
    monkeypatch.setattr(Job, "read", None)
    job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"))
    assert (failed(job, [FINDING]).status, failed(job, []).source_sha256) == (Status.FAILED, "")
