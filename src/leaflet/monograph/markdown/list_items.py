"""List items, numbered so that each is printed with the number that its author wrote."""

import re

from leaflet.monograph.markdown.line_markers import SourceLine, mark_of
from leaflet.monograph.markdown.wrapping import goes_on
from leaflet.monograph.markdown.writer import MarkdownWriter, is_item

_TASKS = {"[ ] ": "\u2610 ", "[x] ": "\u2611 ", "[X] ": "\u2611 "}
"""The marks of a task list, and the boxes that are printed in their place."""

BULLETS = "•‣◦●▪▫■◆►▶➢➤·∙⁃"
"""What word processors put before an item; a hollow square may be a box to tick."""

_LIST_ITEM = re.compile(rf"( *)([*+\-{BULLETS}]|\d{{1,3}}[.)])(?:\s+(.*)|)$")


def list_item(line: SourceLine, out: MarkdownWriter) -> int:
    """``* text`` or ``1. text``; a bullet without text is left out, a number alone is text."""
    item = _LIST_ITEM.match(line.text)
    if not item or _continues_sentence(line, out):
        return 0
    column, marker, text = len(item[1]), item[2], item[3]
    if not text and marker[:-1]:
        return 0
    if text:
        text = _TASKS.get(text[:4], text[:4]) + text[4:]
        number = int(marker[:-1]) if marker[:-1].isdigit() else None
        _write_item(out, column, number, text, line.number)
    return 1


def _continues_sentence(line: SourceLine, out: MarkdownWriter) -> bool:
    """Whether a line only seems to begin an item: ``… if the clearance is below`` ``30. …``."""
    number = re.match(r" *(\d+)[.)]", line.text)
    if not number or not out.open_text or number[1] == "1":
        return False
    level = out.nesting.innermost
    counted = level is not None and level.counts_on(int(number[1]))
    goes = goes_on(out.open_text, line.text.strip(), out.unended, broken=line.broken)
    return goes and not counted


def _write_item(out: MarkdownWriter, column: int, number: int | None, text: str, line: int) -> None:
    """Write an item, apart from what is above it unless that is an item of the same list."""
    if not out.nesting:
        out.end_block()
    level = out.nesting.open_item(column)
    depth = len(out.nesting)
    if depth == out.limits.nesting + 1:
        out.findings.append(out.limits.exceeded("nesting", depth, out.file, line))
    indent = 4 * (depth - 1)
    if indent < out.indent:  # else Python-Markdown takes it for an item of the inner list
        out.end_block()
    above = out.lines[-1].lstrip(" ") if out.lines else ""
    if not is_item(above) or above.startswith("* ") != (number is None):
        out.end_block()
    if number is not None and level.written is not None and not level.counts_on(number):
        # Python-Markdown would number on; an empty paragraph ends its list.
        out.write_alone(" " * indent + mark_of(line))
    level.take(number)
    out.write(text, line, indent=indent, prefix="* " if number is None else f"{number}. ")
