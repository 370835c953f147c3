"""What a line of a monograph can be: one rule per kind of block, named as CommonMark names it.

A rule looks at the current line. If the line is of its kind, the rule writes it and returns how
many lines it took; if not, it returns 0 and has changed nothing. ``RULES`` is their order.
"""

import re
from collections.abc import Callable
from itertools import takewhile

from leaflet.monograph.markdown.line_cursor import LineCursor
from leaflet.monograph.markdown.list_items import LIST_ITEM, list_item
from leaflet.monograph.markdown.tables import begins_table, cells, delimiters, row_too_long
from leaflet.monograph.markdown.wrapping import goes_on
from leaflet.monograph.markdown.writer import MarkdownWriter

Rule = Callable[[LineCursor, MarkdownWriter], int]

_THEMATIC_BREAK = re.compile(r" {0,3}([-*_])(?: *\1){2,}$")
_CODE_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})\s*[\w+-]*$")
_ATTRIBUTE_LIST = re.compile(r" {0,3}\{:[^}]*\}$")
_ATX_HEADING = re.compile(
    r" {0,3}(#{1,6})(?:\s+|(?=[^\W\d]|\*\*))(.*?)(?:\s+#+)?(?:\s*\{[#:.][^}]*\})?$"
)
_SETEXT_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})$")
_LINK_REFERENCE = re.compile(r""" {0,3}\[[^\]]+\]:\s*<?(https?|mailto):\S+(\s+["'(].*["')])?$""")
_ANSWER = re.compile(r"( *)\*(A(?:ns(?:wer)?)?:.*)$")
_DEFINITION = re.compile(r" {0,3}:\s+(\S.*)$")


def blank_line(lines: LineCursor, out: MarkdownWriter) -> int:
    """A blank line."""
    return 0 if lines.text else _leave_out(out)


def thematic_break(lines: LineCursor, out: MarkdownWriter) -> int:
    """``---``, unless it is right under text."""
    if out.open_text or not _THEMATIC_BREAK.match(lines.text):
        return 0
    out.end_list()
    out.write_alone("---")
    return 1


def code_fence(lines: LineCursor, out: MarkdownWriter) -> int:
    """A fence of a code block: a monograph has no code, so the lines between fences are text."""
    return _leave_out(out) if _CODE_FENCE.match(lines.text) else 0


def attribute_list(lines: LineCursor, out: MarkdownWriter) -> int:
    """``{: .note }``, as kramdown and Python-Markdown attach attributes to a block."""
    return _leave_out(out) if _ATTRIBUTE_LIST.match(lines.text) else 0


def _leave_out(out: MarkdownWriter) -> int:
    """Write a blank line in place of the current one."""
    out.end_block()
    return 1


def table(lines: LineCursor, out: MarkdownWriter) -> int:
    """A table: its head, the delimiter row and all rows under it."""
    head = lines.text
    if not begins_table(head, lines.below):
        return 0
    out.end_list()
    rows = [row.strip() for row in takewhile(lambda line: "|" in line, lines.from_here())]
    for number, row in enumerate(rows, lines.number):
        if number == lines.number + 1:
            out.lines.append(delimiters(head))
            continue
        out.findings += row_too_long(row, cells(head), out.file, number)
        bar = "|" if row.startswith("|") else ""
        out.write(row.removeprefix("|"), number, prefix=bar)
    out.end_block()
    return len(rows)


def atx_heading(lines: LineCursor, out: MarkdownWriter) -> int:
    """``### Usage``, also without the space, with closing marks or with an attribute list."""
    heading = _ATX_HEADING.match(lines.text)
    if not heading:
        return 0
    out.write_heading(len(heading[1]), heading[2], lines.number)
    return 1


def setext_heading(lines: LineCursor, out: MarkdownWriter) -> int:
    """A line underlined with ``===`` or ``---``, unless it is a sentence above a break."""
    text = lines.text
    if out.open_text or len(text) > 80 or text.startswith(" ") or text.endswith("."):
        return 0
    underline = _SETEXT_UNDERLINE.match(lines.below)
    if not underline or LIST_ITEM.match(text):
        return 0
    out.write_heading(1 if "=" in underline[1] else 2, text, lines.number)
    return 2


def link_reference_definition(lines: LineCursor, out: MarkdownWriter) -> int:
    """``[1]: https://example.org``."""
    if not _LINK_REFERENCE.match(lines.text):
        return 0
    out.write_alone(lines.text.strip())
    return 1


def answer(lines: LineCursor, out: MarkdownWriter) -> int:
    """``*A: text``: an answer, whose asterisk is neither a bullet nor emphasis."""
    found = _ANSWER.match(lines.text)
    if not found:
        return 0
    closed = found[2].endswith("*") and found[2].count("*") % 2
    out.write_paragraph(found[2][:-1] if closed else found[2], lines.number, len(found[1]))
    return 1


def definition(lines: LineCursor, out: MarkdownWriter) -> int:
    """``: text`` under its term, as in definition lists: the term becomes a label."""
    found = _DEFINITION.match(lines.text)
    if not found or not out.open_text:
        return 0
    bold = "" if out.open_text.startswith("**") else "**"
    out.replace_open_text(f"{bold}{out.open_text}{bold}: {found[1]}")
    return 1


def paragraph(lines: LineCursor, out: MarkdownWriter) -> int:
    """Any other line: it continues the paragraph above if the sentence goes on, or begins one."""
    raw = lines.current
    if raw.endswith("\\"):
        raw = raw[:-1] + "  "
    text = raw.strip()
    if out.open_text and goes_on(out.open_text, text):
        out.continue_paragraph(text)
    else:
        out.write_paragraph(text, lines.number, len(raw) - len(raw.lstrip()))
    if raw.endswith("  "):
        out.break_line()
    return 1


RULES: tuple[Rule, ...] = (
    blank_line,
    thematic_break,
    code_fence,
    attribute_list,
    table,
    atx_heading,
    setext_heading,
    link_reference_definition,
    answer,
    definition,
    list_item,
    paragraph,
)
"""The first rule that takes a line is the one that reads it; a paragraph takes any."""
