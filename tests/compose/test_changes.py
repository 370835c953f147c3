"""The list of changes and the marked edition as HTML."""

import re

from compose.writing import THEME
from diff.versions import ENGLISH, EXAMPLIN
from helpers import read_monograph
from leaflet.compose.changes import ChangePage, list_changes, mark_changes
from leaflet.diff.compare import compare
from leaflet.diff.file_changes import FileChanges, FileState, Version
from leaflet.diff.marked import mark
from leaflet.i18n.messages import ENGLISH as WORDS

NEW = EXAMPLIN.replace("2 mg", "20 mg").replace("- Headache\n", "")
NEW = NEW.replace("### Side", "| Age | Dose |\n| --- | --- |\n| 2 years | 5 mg |\n\n### Side")
OLD_MODEL, NEW_MODEL = (read_monograph(text.encode(), "a.md") for text in (EXAMPLIN, NEW))
FILE = FileChanges(
    "Examplin",
    FileState.CHANGED,
    Version("old.md", "3", "2026-01-31"),
    Version("new.md", "4"),
    compare(OLD_MODEL, NEW_MODEL, ENGLISH),
)


def marked() -> ChangePage:
    return mark_changes(mark(OLD_MODEL, NEW_MODEL, ENGLISH), FILE, WORDS, THEME)


def rows(page: ChangePage) -> list[str]:
    """The rows of the tables of a page as text."""
    found = re.findall(r"<tr class.*?</tr>", page.html, re.S)
    return [" ".join(re.sub("<[^>]*>", "", row.replace("</td>", " | ")).split()) for row in found]


def test_the_list_has_what_to_look_at_first_and_then_the_rest() -> None:
    page = list_changes([FILE], "Changes", "1 changed", THEME)
    assert "old.md, version 3, 2026-01-31 → new.md, version 4" in page.html
    assert rows(page)[0] == "number | 14 | Dosage | Children: 2 mg → 20 mg once daily. |"
    heads = re.findall("<h[123]>(.*?)</h[123]>", page.html)
    assert heads == ["Changes", "Examplin", "Look at these first", "Other changes"]


def test_each_page_of_a_marked_edition_warns_and_names_both_versions() -> None:
    page = marked()
    assert page.header == "Marked changes, not for patients · Examplin"
    assert page.footer == "version 3, 2026-01-31 → version 4"


def test_marks_are_heard_as_well_as_seen() -> None:
    html = marked().html.replace("\xa0", " ")
    assert "<del>2 mg</del>" in html
    assert re.search(r"<title>inserted</title><path[^>]*/></svg><ins>20 mg</ins><svg", html)


def test_a_bar_is_beside_each_paragraph_that_changed_and_no_other() -> None:
    paragraphs = re.findall(r'<p class="(depth[^"]*)">(.*?)</p>', marked().html, re.S)
    changed = {re.sub("<[^>]*>", "", text) for name, text in paragraphs if "changed" in name}
    assert len(changed) == 6  # dose, effect, two heads, head of the row, cell
    assert all("ins>" in text or "del>" in text for name, text in paragraphs if "changed" in name)


def test_text_against_the_direction_of_the_language_is_marked() -> None:
    old, new = (f"Take {amount} mg of \u05d0\u05d1\u05d2." for amount in ("5", "50"))
    versions = [
        read_monograph(EXAMPLIN.replace("Fits", text).encode(), "a.md") for text in (old, new)
    ]
    html = mark_changes(mark(versions[0], versions[1], ENGLISH), FILE, WORDS, THEME).html
    assert '<span dir="rtl">' in html


def test_a_cell_has_the_head_of_its_column() -> None:
    assert "<span data-own>Dose: </span>" in marked().html


def test_sentences_of_a_paragraph_are_one_paragraph() -> None:
    assert re.search(
        r"<p[^>]*><span>Adults: 5\xa0mg once daily.</span>\s*<span>Swallow", marked().html
    )
