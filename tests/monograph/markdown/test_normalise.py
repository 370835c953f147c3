import pytest

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.monograph.markdown.line_markers import MARKS, line_of
from leaflet.monograph.markdown.normalise import normalise


def written(body: str) -> str:
    markdown, _ = normalise(body, 1, "examplin.md")
    return MARKS.sub("", markdown)


def message(body: str, first: int = 1) -> list[tuple[Severity, str, int]]:
    found: tuple[Diagnostic, ...]
    _, found = normalise(body, first, "examplin.md")
    return [(d.severity, d.code, d.line) for d in found]


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        ("Text:\n* one\n* two", "Text:\n\n* one\n* two"),
        ("* one\n  * two\n  * three\n* four", "* one\n    * two\n    * three\n* four"),
        ("* one\n   * two\n      * three", "* one\n    * two\n        * three"),
        ("*\tone\n\t*\ttwo", "* one\n    * two"),
        ("• one\n+ two\n- three", "* one\n* two\n* three"),
        ("* one\n*\n* two", "* one\n* two"),
        ("* one\n---\nText.", "* one\n\n---\n\nText."),
        ("* one\n**Next:**\n* two", "* one\n\n**Next:**\n\n* two"),
        ("* one\n\n  more\n\nend", "* one\n\n    more\n\nend"),
        ("1) one\n2) two", "1. one\n2. two"),
        ("a line that ends soon\nand goes on", "a line that ends soon\nand goes on"),
        ("### Heading ###\nText", "### Heading\n\nText"),
        ("##Heading\nText", "## Heading\n\nText"),
        ("### Vitamin C#", "### Vitamin C# #"),
        ("### Heading {#anchor}\n{: .note }", "### Heading"),
        ("Heading\n---\nText", "## Heading\n\nText"),
        ("Text.\n\n---\nMore", "Text.\n\n---\n\nMore"),
        ("one <!-- two\nthree --> four", "one\nfour"),
        ("Term\n: its meaning", "**Term**: its meaning"),
        ("*A: Yes.", "A: Yes."),
        ("[1]: https://example.org", ""),
        ("[Adults]: 2.5mg", "[Adults]: 2.5mg"),
    ],
)
def test_lines_are_rewritten_as_their_author_meant_them(body: str, markdown: str) -> None:
    assert written(body).strip("\n") == markdown


def test_a_list_whose_numbers_jump_is_two_lists() -> None:
    assert written("1. one\n3. three").split("\n") == ["1. one", "", "", "", "3. three"]


def test_every_block_is_marked_with_its_line() -> None:
    markdown, _ = normalise("One.\n\n* two\n* three\n\n| a |\n|---|\n| 4 |", 11, "examplin.md")
    marked = {MARKS.sub("", line).strip(): line_of(line) for line in markdown.split("\n") if line}
    assert marked == {
        "One.": 11,
        "* two": 13,
        "* three": 14,
        "| a |": 16,
        "| --- |": 0,
        "| 4 |": 18,
    }


def test_bold_may_span_lines() -> None:
    assert message("Take this with water, **and never\nwith anything else** than that.") == []


def test_findings_have_the_line_in_the_file() -> None:
    assert message("Fine.\n\n**Open.\n\n| a |\n|---|\n| 1 | 2 |", 5) == [
        (Severity.ERROR, "table-row", 11),
        (Severity.WARNING, "unbalanced-emphasis", 7),
    ]
