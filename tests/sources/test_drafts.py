from pathlib import Path

import pytest

import leaflet
from helpers import MONOGRAPH
from leaflet.diagnostics import Diagnostic
from leaflet.files import PIPE
from leaflet.sources import Found
from leaflet.sources.drafts import without_drafts


def draft_line(text: str) -> int:
    """The line that says that a text is a draft; 0 if it is none."""
    reported: list[Diagnostic] = []
    kept = without_drafts([Found(PIPE, "stdin", text.encode())], reported.append)
    assert bool(kept) is not bool(reported)
    return reported[0].line if reported else 0


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
    missing = Found(tmp_path / "gone.md", "gone")
    assert without_drafts([missing], print) == (missing,)
