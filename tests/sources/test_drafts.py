from pathlib import Path

import pytest

import leaflet
from helpers import MONOGRAPH
from leaflet.api import building
from leaflet.files import PIPE
from leaflet.sources.drafts import find_draft


def draft_line(text: str) -> int:
    """The line that says that a text is a draft; 0 if it is none."""
    note = find_draft(PIPE, text.encode())
    return note.line if note else 0


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ndraft: true\n---\nText",
        "\ufeff---\r\ntitle: A\r\ndraft: TRUE # not yet\r\n---\r\n",
        '+++\ntitle = "A"\ndraft = true\n+++\n',
        "---\ntitle: A\npublished: false\n...\n",
        '---\ntitle: A\n"draft": "yes"\n---\n',
    ],
)
def test_front_matter_says_that_a_monograph_is_a_draft(text: str) -> None:
    assert draft_line(text) == 3


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ndraft: false\n---\n",
        "---\ntitle: A\n---\ndraft: true\n",
        "draft: true\n",
        "---\ntitle: A\nnotes:\n  draft: true\n---\n",
        "",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert not draft_line(text)


def test_a_draft_is_not_printed_and_reported(tmp_path: Path) -> None:
    text = MONOGRAPH.format(title="Testamide")
    (tmp_path / "a.md").write_text(text)
    (tmp_path / "b.md").write_text(text.replace("title:", "draft: true\ntitle:", 1))
    report = leaflet.build([tmp_path], tmp_path / "out", kinds=["patient"], jobs=1)
    assert [each.job.source.name for each in report.documents] == ["a.md"]
    (reported,) = report.findings
    assert (reported.code, reported.file, reported.line) == ("draft", str(tmp_path / "b.md"), 2)
    assert report.exit_code == 0


def test_what_cannot_be_read_is_left_to_fail(tmp_path: Path) -> None:
    assert find_draft(tmp_path / "gone.md") is None


def test_only_what_would_be_printed_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(MONOGRAPH.format(title="Testamide"))
    leaflet.build([tmp_path], tmp_path / "out", kinds=["patient"], jobs=1)
    monkeypatch.setattr(building, "find_draft", lambda *_: pytest.fail("was looked into"))
    report = leaflet.build([tmp_path], tmp_path / "out", kinds=["patient"], jobs=1)
    assert report.counts["unchanged"] == 1


def test_what_was_printed_of_a_monograph_goes_when_that_becomes_a_draft(tmp_path: Path) -> None:
    source, out = tmp_path / "a.md", tmp_path / "out"
    text = MONOGRAPH.format(title="Testamide")
    (tmp_path / "b.md").write_text(text.replace("Testamide", "Otheramide"))
    source.write_text(text)
    leaflet.build([tmp_path], out, kinds=["patient"], jobs=1)
    source.write_text(text.replace("title:", "draft: true\ntitle:", 1))
    for removed in (1, 0):  # reported each time, removed once
        report = leaflet.build([tmp_path], out, kinds=["patient"], jobs=1)
        assert [each.code for each in report.findings] == ["draft"]
        assert report.counts["removed"] == removed
        assert report.counts["unchanged"] == 1
        assert [each.name for each in (out / "patient").iterdir()] == ["b.pdf"]
        assert [each.name for each in (out / "thumbnails/patient").iterdir()] == ["b.jpg"]
        assert "Testamide" not in (out / "index.html").read_text()
    source.write_text(text)
    report = leaflet.build([tmp_path], out, kinds=["patient"], jobs=1)
    assert report.counts["printed"] == 1
    assert (out / "patient/a.pdf").exists()


def test_nor_does_a_draft_leave_an_older_pdf_under_the_name_it_was_to_have(tmp_path: Path) -> None:
    source, pdf = tmp_path / "a.md", tmp_path / "a.pdf"
    source.write_text("---\ndraft: true\ntitle: Testamide\n---\n")
    pdf.write_bytes(b"%PDF of an earlier version")
    report = leaflet.build([source], pdf, kinds=["patient"])
    assert report.counts["removed"] == 1
    assert not pdf.exists()
