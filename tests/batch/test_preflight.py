"""``check`` finds what ``build`` would refuse, once, in the same words."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from leaflet.batch.lint_pool import check_files
from leaflet.batch.local import attempt
from leaflet.batch.preflight import make_preflight
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.files import PIPE
from leaflet.job import Job, Status
from leaflet.pipeline import Pipeline
from leaflet.sources import Found
from lint.frame import FRAME, framed

HERE = Settings(jobs=1)

TEXTS: Mapping[str, str] = {
    "missing-glyph": framed("Adults take 5 mg \u7532 once.")[0],
    "missing-glyph in the title": FRAME.replace("title: Examplin", "title: Examplin \u7532"),
    "missing-glyph of a reference": framed("Adults take 5 mg &#x7532; once.")[0],
    "resource-refused": framed("Adults take 5 mg.\n\n![A chart](none.png)")[0],
    "resource-refused outside": framed("Adults take 5 mg.\n\n![A chart](../none.png)")[0],
    "resource-refused of a cut picture": framed("Adults take 5 mg.\n\n![A chart](cut.png)")[0],
    "resource-refused of another format": framed("Adults take 5 mg.\n\n![A](a.md)")[0],
    "resource-refused with a space": framed("Adults take 5 mg.\n\n![A](no%20ne.png)")[0],
    "unknown-language": FRAME.replace("title: Examplin", "title: Examplin\nlang: xx"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (90, 60), "white").save("good.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "good.png").read_bytes()[:-30])
    return tmp_path


def refused(text: str, kind: str = "patient") -> list[Diagnostic]:
    """The errors with which ``build`` refuses a text."""
    job = Job(Path("a.md"), "a.md", kind, (), "a4", PIPE, text.encode())
    outcome = attempt(Pipeline(HERE).run, job)
    assert outcome.status is Status.FAILED
    return errors(outcome.diagnostics)


def checked(text: str, settings: Settings = HERE) -> tuple[Diagnostic, ...]:
    Path("a.md").write_text(text)
    (result,) = check_files([Found(Path("a.md"), "a")], settings)
    return result.findings


def errors(findings: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [each for each in findings if each.severity is Severity.ERROR]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", TEXTS)
def test_one_cause_is_one_finding_in_check_and_build(name: str) -> None:
    text = TEXTS[name]
    (finding,) = errors(checked(text))
    assert finding.code == name.partition(" ")[0]
    assert [finding] == refused(text)


@pytest.mark.usefixtures("folder")
def test_a_picture_that_can_be_used_is_no_finding() -> None:
    assert checked(FRAME.replace("It blocks pain.", "It blocks pain.\n\n![A](good.png)")) == ()


@pytest.mark.usefixtures("folder")
def test_lesser_findings_of_a_build_are_found_and_weighed() -> None:
    overdue = FRAME.replace("title: Examplin", "title: Examplin\nreview_due: 2001-01-31")
    assert [f.code for f in checked(overdue)] == ["review-overdue"]
    assert checked(overdue, replace(HERE, ignore=("review-overdue",))) == ()
    weighed = replace(HERE, severity={"review-overdue": Severity.ERROR})
    assert errors(checked(overdue, weighed))
    waived = overdue.replace("review_due", 'waive: {review-overdue: "in print"}\nreview_due')
    assert checked(waived) == ()


@pytest.mark.usefixtures("folder")
def test_a_part_that_a_project_cannot_leave_out_is_a_note() -> None:
    text = FRAME + "\n### Travelling\n\nTake your tablets with you.\n"
    own = replace(HERE, overrides={"patient": KindOverrides(leave_out=("more",))})
    found = make_preflight(own)(Found(Path("a.md"), "a"), text.encode())
    assert {each.code for each in found} == {"part-kept", "heading-unknown"}


@pytest.mark.usefixtures("folder")
def test_other_rules_can_be_run_alone() -> None:
    text = TEXTS["resource-refused"]
    assert checked(text, replace(HERE, select=("no-dose",))) == ()
    only = checked(text, replace(HERE, select=("resource-refused",)))
    assert [each.code for each in only] == ["resource-refused"]


@pytest.mark.usefixtures("folder")
def test_what_is_no_monograph_is_refused_once() -> None:
    text = "---\ntitle: Examplin\n---\nThis is a note to the author.\n"
    codes = [each.code for each in errors(checked(text))]
    assert codes == ["not-a-monograph"]
