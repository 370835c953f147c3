from dataclasses import replace
from pathlib import Path

import pytest

from batch.broken_project import job, project
from helpers import NO_MONOGRAPH, words
from leaflet import lint
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.job import Job, Status
from leaflet.preview.worker import make_printer, merge


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


def with_text(settings: Settings, kind: str = "patient") -> Job:
    return replace(job(settings, kind), data=(settings.project / "a.md").read_bytes())


def test_a_document_is_printed_and_its_text_read(settings: Settings) -> None:
    outcome = make_printer(settings)(with_text(settings))
    assert outcome.status is Status.PRINTED
    assert "Testamide" in words(outcome.data)
    read = lint.check((settings.project / "a.md").read_bytes(), "a.md", settings)
    assert {found.code for found in read} <= {found.code for found in outcome.diagnostics}


def test_what_is_refused_is_read_all_the_same(settings: Settings) -> None:
    (settings.project / "a.md").write_text(NO_MONOGRAPH)
    outcome = make_printer(settings)(with_text(settings))
    assert (outcome.status, outcome.data) == (Status.FAILED, b"")
    assert outcome.diagnostics[0].severity is Severity.ERROR


def test_a_template_or_style_that_was_saved_meanwhile_is_used(settings: Settings) -> None:
    print_and_check = make_printer(settings)
    with pytest.raises(SettingsError):
        print_and_check(with_text(settings, "broken"))
    page = settings.project / "templates" / "broken" / "page.html"
    page.write_text('{% extends "builtin/patient/page.html" %}')
    first = print_and_check(with_text(settings, "broken"))
    assert first.status is Status.PRINTED
    (settings.project / "styles").mkdir()
    (settings.project / "styles" / "default.css").write_text(":root { --text-size: 13pt }")
    second = print_and_check(with_text(settings, "broken"))
    assert second.status is Status.PRINTED
    assert second.sha256 != first.sha256


def test_a_stumbling_proof_reader_does_not_stop_the_print(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("out of words")

    monkeypatch.setattr(lint, "check", stumble)
    outcome = make_printer(settings)(with_text(settings))
    assert outcome.status is Status.PRINTED
    assert [d.code for d in outcome.diagnostics if d.severity is Severity.ERROR] == ["internal"]


def test_findings_come_once_the_most_severe_first() -> None:
    note = Diagnostic.note("a", "said", line=1)
    late, early = (Diagnostic.error("b", "said", line=n) for n in (9, 2))
    weaker = replace(early, severity=Severity.WARNING)
    assert merge([note, late, early], [weaker, late]) == (early, late, note)


def test_a_finding_of_the_parser_is_listed_once_at_its_column() -> None:
    """The parser knows its line only; the proof-reader adds the column."""
    read = Diagnostic.warning("a", "said", line=3, column=7)
    again = replace(read, column=15)
    assert merge([read, again], [replace(read, column=0)]) == (read, again)
