"""Changes examined in worker processes, as the settings weigh them."""

from dataclasses import replace

from batch.test_diff_pool import SETTINGS, TEXT, source
from leaflet.batch.since_pool import check_since
from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity
from leaflet.diff.pairs import FilePair


def found(old: str | bytes, new: str, settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    (findings,) = check_since([FilePair(source(old), source(new))], settings)
    return [(each.severity, each.code) for each in findings]


def test_findings_have_the_severity_of_the_settings() -> None:
    tenfold = TEXT.replace("5 mg", "50 mg")
    assert found(TEXT, tenfold) == [("error", "dose-tenfold")]
    lenient = replace(SETTINGS, severity={"dose-tenfold": Severity.NOTE})
    assert found(TEXT, tenfold, lenient) == [("note", "dose-tenfold")]
    assert found(TEXT, tenfold, replace(SETTINGS, ignore=("dose-tenfold",))) == []


def test_an_author_may_waive_them_with_a_reason() -> None:
    waiver = 'waive: {dose-tenfold: "the old one was wrong"}\n---\n\n'
    assert found(TEXT, TEXT.replace("5 mg", "50 mg").replace("---\n\n", waiver, 1)) == []


def test_versions_that_cannot_be_read() -> None:
    assert found(b"\xff", TEXT) == [("warning", "old-refused")]
    assert found(TEXT, TEXT.replace("5 mg", "{dose}")) == []
