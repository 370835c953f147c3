"""A folder in numbers, as text and as a page."""

import xml.etree.ElementTree as ET

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.lint.reports.folder import FileFindings
from leaflet.lint.reports.html import as_html
from leaflet.lint.reports.summary import FileCount, RuleCount, as_text, summarise


def finding(code: str, severity: Severity) -> Diagnostic:
    return Diagnostic(severity, code, "words", "x.md", 1, 1)


ERROR = finding("hypothetical", Severity.ERROR)
WARNING = finding("no-dose", Severity.WARNING)
NOTE = finding("open-driving", Severity.NOTE)
FOLDER = (
    FileFindings("<a>.md", "A", (WARNING, NOTE, NOTE), 11.6),
    FileFindings("b.md", "B", (ERROR, WARNING), 12.2),
    FileFindings("c.md", "C", (NOTE,), None),
)


def test_rows_worst_files_and_grades() -> None:
    summary = summarise(FOLDER)
    assert (summary.files, summary.clean) == (3, 1)
    assert summary.by_rule == (
        RuleCount("hypothetical", Severity.ERROR, 1, 1),
        RuleCount("no-dose", Severity.WARNING, 2, 2),
        RuleCount("open-driving", Severity.NOTE, 3, 2),
    )
    assert summary.worst == (FileCount("b.md", 1, 1, 0), FileCount("<a>.md", 0, 1, 2))
    assert summary.grades == ((12, 2),)


def test_the_text_has_a_line_for_each() -> None:
    lines = as_text(summarise(FOLDER)).split("\n")
    assert lines[0] == "3 files, 1 without errors or warnings"
    assert "no-dose       warning          2      2" in lines
    assert any(line.endswith("b.md") for line in lines)


def test_the_page_stands_alone_and_its_charts_are_drawn() -> None:
    page = as_html(summarise(FOLDER))
    assert "&lt;a&gt;.md" in page
    assert "http" not in page
    start, end = page.index("<svg"), page.index("</svg>") + len("</svg>")
    bars = ET.fromstring(page[start:end]).findall("rect")  # noqa: S314 (our own)
    assert [int(bar.attrib["width"]) for bar in bars] == [230, 460]


def test_an_empty_folder_of_findings_is_a_page_as_well() -> None:
    assert "3 files, 3 without" in as_html(summarise([FileFindings(n, "", ()) for n in "abc"]))
