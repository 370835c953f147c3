"""The list of changes and the marked editions as HTML."""

import re

from compose.marked.pages import CLINICIAN, EXAMPLIN, FILE, THEME, marked
from compose.writing import composed
from diff.versions import ENGLISH
from helpers import read_monograph
from leaflet.compose.changes import ChangePage, list_changes, mark_page
from leaflet.diff.compare import compare
from leaflet.diff.file_changes import FileChanges, FileState, MarkedEdition
from leaflet.diff.numbering import number

NEW = EXAMPLIN.replace("2 mg", "20 mg").replace("- Headache\n", "")
OLD_MODEL, NEW_MODEL = (read_monograph(text.encode(), "a.md") for text in (EXAMPLIN, NEW))
LISTED = FileChanges(
    "Examplin",
    FileState.CHANGED,
    FILE.old,
    FILE.new,
    compare(OLD_MODEL, NEW_MODEL, ENGLISH),
    marked=(MarkedEdition("patient", "a b"),),
)


def rows(page: ChangePage) -> list[str]:
    """The rows of the tables of a page as text."""
    found = re.findall(r"<tr class.*?</tr>", page.html, re.S)
    return [" ".join(re.sub("<[^>]*>", "", row.replace("</td>", " | ")).split()) for row in found]


def test_the_list_has_what_to_look_at_first_and_then_the_rest() -> None:
    page = list_changes([LISTED], "Changes", "1 changed", THEME)
    assert "old.md, version 3, 2026-01-31 → new.md, version 4" in page.html
    assert rows(page)[0] == "number | 14 | Dosage | Children: 2 mg → 20 mg once daily. |"
    heads = re.findall("<h[123]>(.*?)</h[123]>", page.html)
    assert heads == ["Changes", "Examplin", "Look at these first", "Other changes"]


def test_the_list_on_screen_links_marked_editions() -> None:
    link = '<a href="marked/patient/a%20b.pdf">patient, marked</a>'
    assert link in list_changes([LISTED], "Changes", "", THEME, on_screen=True).html
    assert "<a " not in list_changes([LISTED], "Changes", "", THEME).html


def test_each_page_of_a_marked_edition_warns_and_names_both_versions() -> None:
    page = marked(EXAMPLIN, NEW, CLINICIAN)
    assert page is not None
    assert page.header == "Marked changes, not for patients · Examplin"
    assert page.footer == "version 3, 2026-01-31 → version 4"
    assert f'<body data-header="{page.header}" data-footer="{page.footer}"><p class="legend"' in (
        page.html
    )
    assert "Marked changes, not for patients: old.md, version 3, 2026-01-31 → new.md" in page.html


def test_without_an_old_page_all_of_the_old_version_counts() -> None:
    versions = number(OLD_MODEL), number(NEW_MODEL)
    page = mark_page(versions, (None, composed(versions[1])), FILE, ENGLISH)
    assert page is not None
    assert "<del>Headache</del>" in page.html
