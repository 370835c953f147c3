import pytest

from leaflet.config.limits import USUAL
from leaflet.monograph.markdown.line_markers import MARKS, line_of
from leaflet.monograph.markdown.writer import MarkdownWriter, is_item


@pytest.fixture
def out() -> MarkdownWriter:
    return MarkdownWriter("examplin.md", USUAL)


def lines(out: MarkdownWriter) -> list[str]:
    return [MARKS.sub("", line) for line in out.lines]


def test_a_block_has_one_blank_line_below_it(out: MarkdownWriter) -> None:
    out.end_block()
    out.write("one", 1)
    out.end_block()
    out.end_block()
    assert lines(out) == ["one", ""]
    assert out.open_text == ""


def test_what_is_written_knows_its_line(out: MarkdownWriter) -> None:
    out.write("one", 7, indent=4, prefix="* ")
    assert lines(out) == ["    * one"]
    assert line_of(out.lines[0]) == 7


def test_a_heading_ends_the_list_even_without_text(out: MarkdownWriter) -> None:
    out.nesting.open_item(0)
    out.write_heading(3, "", 1)
    assert (len(out.nesting), out.lines) == (0, [])
    out.write_heading(3, "Vitamin C#", 2)
    assert lines(out) == ["### Vitamin C# #", ""]


def test_a_wrapped_line_is_indented_as_its_item(out: MarkdownWriter) -> None:
    out.write("one", 1, indent=4, prefix="* ")
    out.break_line()
    out.continue_paragraph("two")
    assert lines(out) == ["    * one  \n        two"]


def test_open_text_is_replaced_after_its_mark(out: MarkdownWriter) -> None:
    out.write("one", 1, prefix="* ")
    out.replace_open_text("two")
    assert lines(out) == ["* two", ""]
    assert line_of(out.lines[0]) == 1


@pytest.mark.parametrize(
    ("line", "item"),
    [("* a", True), ("    12. a", True), ("**a**", False), ("1.5 mg", False), ("", False)],
)
def test_items_are_known_by_their_markers(line: str, item: bool) -> None:
    assert is_item(line) is item
