import pytest

from leaflet.config.limits import USUAL
from leaflet.monograph.markdown.line_markers import MARKS, SourceLine
from leaflet.monograph.markdown.list_items import list_item
from leaflet.monograph.markdown.writer import MarkdownWriter


def items(*lines: str) -> list[str]:
    """The lines that are written for consecutive items."""
    out = MarkdownWriter("examplin.md", USUAL)
    for number, line in enumerate(lines, 1):
        assert list_item(SourceLine(number, line, line, ""), out) == 1
    return [MARKS.sub("", line) for line in out.lines]


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        (["* one", "+ two", "• three"], ["* one", "* two", "* three"]),
        (["● one", "  ▪ two", "· three"], ["* one", "    * two", "* three"]),
        (["* one", "  * two", "* three"], ["* one", "    * two", "* three"]),
        (["1) one", "2) two"], ["1. one", "2. two"]),
        (["1. one", "1. two"], ["1. one", "1. two"]),
        (["1. one", "3. three"], ["1. one", "", "", "", "3. three"]),
        (["* one", "1. one"], ["* one", "", "1. one"]),
    ],
)
def test_an_item_is_apart_from_all_but_its_own_list(
    written: list[str], rewritten: list[str]
) -> None:
    assert items(*written) == rewritten


def test_an_item_without_text_is_left_out() -> None:
    assert items("*", "* two") == ["* two"]


def test_lists_deeper_than_the_limit_are_errors() -> None:
    out = MarkdownWriter("examplin.md", USUAL)
    for depth in range(USUAL.nesting + 1):
        line = "  " * depth + "* x"
        list_item(SourceLine(depth + 1, line, line, ""), out)
    assert [(d.code, d.line) for d in out.findings] == [("limit", USUAL.nesting + 1)]


@pytest.mark.parametrize(
    ("text", "is_item"), [("  2) inhibitor", False), ("  30. Ask", False), ("* three", True)]
)
def test_a_number_at_the_start_of_a_line_that_an_editor_has_broken_is_no_item(
    text: str, is_item: bool
) -> None:
    out = MarkdownWriter("examplin.md", USUAL)
    list_item(SourceLine(1, "* a co-transporter", "* a co-transporter", ""), out)
    assert list_item(SourceLine(2, text, text, "", broken=True), out) == is_item


def test_the_next_number_of_a_list_is_an_item_below_a_full_line() -> None:
    out = MarkdownWriter("examplin.md", USUAL)
    list_item(SourceLine(1, "1) one", "1) one", ""), out)
    assert list_item(SourceLine(2, "2) two", "2) two", "", broken=True), out) == 1
