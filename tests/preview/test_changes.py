"""Changes marked in the preview, as a worker prints them."""

from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

import pytest

from batch.broken_project import job, project
from helpers import words
from leaflet.config.settings import Settings
from leaflet.diff.pairs import SourceText
from leaflet.job import Outcome, Status
from leaflet.preview.changes import MarkedJob
from leaflet.preview.worker import make_printer


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


def printed(settings: Settings, old: str, new: str) -> Outcome:
    """The outcome of the patient leaflet of a text, with what changed since another one."""
    plain = replace(job(settings, "patient"), data=new.encode())
    older = SourceText("a", "HEAD:a.md", sha256(old.encode()).hexdigest(), data=old.encode())
    same = {each.name: getattr(plain, each.name) for each in fields(plain)}
    return make_printer(settings)(MarkedJob(**same, older=older))


def test_what_changed_is_marked(settings: Settings) -> None:
    text = (settings.project / "a.md").read_text("utf-8")
    outcome = printed(settings, text, text.replace("5 mg", "50 mg"))
    assert outcome.status is Status.PRINTED
    assert "Marked changes, not for patients" in words(outcome.data)
    assert "5 mg 50 mg" in words(outcome.data)


def test_without_changes_it_is_the_document_with_a_note(settings: Settings) -> None:
    text = (settings.project / "a.md").read_text("utf-8")
    outcome = printed(settings, text, text)
    assert outcome.status is Status.PRINTED
    assert "Marked changes" not in words(outcome.data)
    assert "no-changes" in {each.code for each in outcome.diagnostics}


def test_what_is_refused_says_why(settings: Settings) -> None:
    text = (settings.project / "a.md").read_text("utf-8")
    outcome = printed(settings, text, text.replace("5 mg", "{dose}"))
    assert outcome.status is Status.FAILED
    assert "template-variable" in {each.code for each in outcome.diagnostics}
