"""What a line of a monograph can be: one rule per kind of block, named as CommonMark names it.

A rule looks at the current line. If the line is of its kind, the rule writes it and returns how
many lines it took; if not, it returns 0 and has changed nothing. ``RULES`` is their order.
"""

import re
from collections.abc import Callable

from leaflet.monograph.markdown.line_markers import SourceLine
from leaflet.monograph.markdown.list_items import list_item
from leaflet.monograph.markdown.tables import begins_table, cells, delimiters, row_too_long
from leaflet.monograph.markdown.wrapping import goes_on
from leaflet.monograph.markdown.writer import MarkdownWriter

Rule = Callable[[SourceLine, MarkdownWriter], int]

_THEMATIC_BREAK = re.compile(r" {0,3}([-*_])(?: *\1){2,}$")
_CODE_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})$")
_ATX_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|(?=[^\W\d]|\*\*))(.*?)(?:\s+#+)?$")
_TAG = re.compile(r" {0,3}#[a-z][\w/-]+$")
_SETEXT_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})$")
_ANSWER = re.compile(r"( *)\*(A(?:ns(?:wer)?)?:.*)$")
_DEFINITION = re.compile(r" {0,3}:\s+(\S.*)$")


def blank_line(line: SourceLine, out: MarkdownWriter) -> int:
    """A blank line."""
    return 0 if line.text else _leave_out(out)


def thematic_break(line: SourceLine, out: MarkdownWriter) -> int:
    """``---``, unless it is right under a paragraph: there it makes a heading of that."""
    found = _THEMATIC_BREAK.match(line.text)
    if not found or (found[1] == "-" and out.open_text and not out.nesting):
        return 0
    out.end_list()
    out.write_alone("---")
    return 1


def code_fence(line: SourceLine, out: MarkdownWriter) -> int:
    """A fence of a code block: a monograph has no code, so the lines between fences are text.

    One with the name of a language is text too: ``` ``` 5 mg ``` must not vanish.
    """
    return _leave_out(out) if _CODE_FENCE.match(line.text) else 0


def _leave_out(out: MarkdownWriter) -> int:
    """Write a blank line in place of the current one."""
    out.end_block()
    return 1


def table_head(line: SourceLine, out: MarkdownWriter) -> int:
    """The head of a table and its delimiter row, in the list item that they are indented under."""
    if not begins_table(line.text, line.below):
        return 0
    out.end_block()
    depth = out.nesting.open_paragraph(len(line.text) - len(line.text.lstrip()))
    _write_row(line, out)
    out.lines.append(" " * 4 * depth + delimiters(line.text.lstrip()))
    out.columns = cells(line.text)
    return 2


def table_row(line: SourceLine, out: MarkdownWriter) -> int:
    """A row of the open table."""
    if not out.columns or "|" not in line.text:
        return 0
    out.findings += row_too_long(line.text, out.columns, out.file, line.number)
    _write_row(line, out)
    return 1


def _write_row(line: SourceLine, out: MarkdownWriter) -> None:
    row = line.text.lstrip()
    prefix = "|" if row.startswith("|") else ""
    out.write(row.removeprefix("|"), line.number, indent=4 * len(out.nesting), prefix=prefix)
    out.open_text = ""


def atx_heading(line: SourceLine, out: MarkdownWriter) -> int:
    """``### Usage``, also without the space, with closing marks; ``#usage`` may be a tag."""
    heading = _ATX_HEADING.match(line.text)
    if not heading or _TAG.match(line.text):
        return 0
    out.write_heading(len(heading[1]), heading[2], line.number)
    return 1


def setext_heading(line: SourceLine, out: MarkdownWriter) -> int:
    """A line underlined with ``===`` or ``---``, unless it is a sentence above a break."""
    text = line.text
    if out.open_text or len(text) > 80 or text.startswith(" ") or text.endswith("."):
        return 0
    underline = _SETEXT_UNDERLINE.match(line.below)
    if not underline:
        return 0
    out.write_heading(1 if "=" in underline[1] else 2, text, line.number)
    return 2


def answer(line: SourceLine, out: MarkdownWriter) -> int:
    """``*A: text``: an answer, whose asterisk is neither a bullet nor emphasis."""
    found = _ANSWER.match(line.text)
    if not found:
        return 0
    closed = found[2].endswith("*") and found[2].count("*") % 2
    out.write_paragraph(found[2][:-1] if closed else found[2], line.number, len(found[1]))
    return 1


def definition(line: SourceLine, out: MarkdownWriter) -> int:
    """``: text`` under its term, as in definition lists: the term becomes a label.

    Without a term right above it, it is the caption of a table, or one more paragraph.
    """
    found = _DEFINITION.match(line.text)
    if not found:
        return 0
    if not out.open_text:
        out.write_paragraph(found[1], line.number, 0)
        return 1
    bold = "" if out.open_text.startswith("**") else "**"
    out.replace_open_text(f"{bold}{out.open_text}{bold}: {found[1]}")
    return 1


def paragraph(line: SourceLine, out: MarkdownWriter) -> int:
    """Any other line: it continues the paragraph above if the sentence goes on, or begins one."""
    raw = line.raw
    if raw.endswith("\\"):
        raw = raw[:-1] + "  "
    text = raw.strip()
    if out.open_text and goes_on(out.open_text, text, out.unended, broken=line.broken):
        out.continue_paragraph(text)
    else:
        out.write_paragraph(text, line.number, len(raw) - len(raw.lstrip()))
    if raw.endswith("  "):
        out.break_line()
    return 1


RULES: tuple[Rule, ...] = (
    table_row,
    blank_line,
    thematic_break,
    table_head,
    list_item,
    atx_heading,
    code_fence,
    setext_heading,
    answer,
    definition,
    paragraph,
)
"""The first rule that takes a line is the one that reads it; ``paragraph`` takes any."""
