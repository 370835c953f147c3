"""Pages about changes as PDFs: what they say, and that nothing is printed which is not proved."""

from dataclasses import replace

import pytest

from helpers import words
from leaflet.batch.change_pages import make_page_printer, print_page
from leaflet.compose.changes import ChangePage, list_changes
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.diff.file_changes import FileChanges, FileState, Version
from leaflet.diff.model import Change, ChangeKind, Edit, Run, Statement
from leaflet.errors import ProofFailed
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

SETTINGS = Settings(project=shipped())
STATEMENT = Statement("50 mg", section="Dosage", key="dosage", line=7)
RUNS = (Run(Edit.DELETED, "5 mg"), Run(Edit.INSERTED, "50 mg"))
CHANGE = Change((ChangeKind.NUMBER,), STATEMENT, STATEMENT, RUNS)
FILE = FileChanges(
    "Examplin", FileState.CHANGED, Version("old.md", "1"), Version("new.md", "2"), (CHANGE,)
)


def page(file: FileChanges = FILE) -> ChangePage:
    return list_changes([file], "Changes: old → new", "1 changed", Theme((shipped(),)))


def test_a_list_of_changes_is_printed() -> None:
    printed = print_page(page(), SETTINGS)
    assert isinstance(printed, bytes)
    assert "number 7 Dosage 5 mg → 50 mg" in words(printed)
    assert "Page 1 of 1" in words(printed)


def test_a_page_that_cannot_be_printed_is_a_finding() -> None:
    hidden = replace(page(), html=page().html.replace("<table>", '<table style="display:none">'))
    finding = print_page(hidden, SETTINGS)
    assert isinstance(finding, Diagnostic)
    assert finding.code == "words-lost"


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("<h1>", '<h1 style="display:none">', "words-lost"),
        ("<title>Changes", "<title>No changes", "wrong-title"),
        ("Examplin", "Examplin \U0001f9a4\u1d25", "missing-glyph"),
        ("<table>", '<img src="x.png" alt="x"><table>', "resource-refused"),
    ],
)
def test_what_does_not_prove_true_is_not_printed(before: str, after: str, code: str) -> None:
    wrong = replace(page(), html=page().html.replace(before, after, 1))
    with pytest.raises(ProofFailed) as refused:
        make_page_printer(SETTINGS)(wrong)
    assert code in {each.code for each in refused.value.diagnostics}


def test_hostile_names_are_text() -> None:
    hostile = replace(FILE, title="<script>alert(1)</script>")
    assert "<script>" not in page(hostile).html
    on_screen = list_changes([hostile], "<b>", "", Theme((shipped(),)), on_screen=True)
    assert "<script>" not in on_screen.html
    assert "default-src 'none'" in on_screen.html
