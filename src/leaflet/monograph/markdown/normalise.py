"""Markdown as authors write it → Markdown that Python-Markdown reads as they meant it.

Authors put a list right under a line of text, nest by two, three or four spaces, begin items with
``>25 kg`` and write the next label right under the last item. Here all of that is made explicit:
blank lines around blocks, four spaces per level of a list, one block per paragraph. Each block
carries the number of its source line (see ``line_markers``), so that findings can name it.

``block_rules`` lists what a line can be; ``docs/decisions/0003-python-markdown.md`` says why.
"""

import re
from itertools import count, pairwise

from leaflet.config.limits import USUAL, Limits
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.checks.sizes import too_long_or_deep
from leaflet.monograph.comments import without_comments
from leaflet.monograph.markdown.abbreviations import explain_abbreviations
from leaflet.monograph.markdown.block_rules import RULES
from leaflet.monograph.markdown.emphasis import balance, unpaired
from leaflet.monograph.markdown.footnotes import inline_notes
from leaflet.monograph.markdown.html_tables import html_tables
from leaflet.monograph.markdown.line_markers import MARKS, Line, SourceLine, line_of
from leaflet.monograph.markdown.other_forms import plain_forms
from leaflet.monograph.markdown.other_tables import pipe_tables
from leaflet.monograph.markdown.quotes import unquote
from leaflet.monograph.markdown.wrapping import editor_width, is_broken
from leaflet.monograph.markdown.writer import MarkdownWriter

_INDENT = re.compile(r"^ *[\u00a0\u202f][ \u00a0\u202f]*", re.M)
"""Spaces that may not be broken, with which text from a web page is indented."""

_PADDING = re.compile(r"(?<=\S) {40,}")
"""Spaces with which an editor aligns the columns of a table."""


def normalise(
    body: str, first: int, file: str, limits: Limits = USUAL
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Rewrite a monograph's body for Python-Markdown.

    ``first`` is the number of the body's first line in its file. Returns the Markdown and the
    findings. If one of them is an error with the code ``limit``, the Markdown must not be parsed.
    """
    text = _INDENT.sub(lambda indent: " " * len(indent[0]), without_comments(body))
    written = _PADDING.sub("  ", text).expandtabs(4).split("\n")
    unquoted, ambiguous = unquote(written, first, file)
    plain = plain_forms(explain_abbreviations(inline_notes(unquoted)))
    lines, faults = html_tables([*map(Line, count(first), plain)], file)
    out = MarkdownWriter(file, limits, findings=[*ambiguous, *faults])
    width = editor_width([line.text for line in lines])
    following, above = 0, ""
    for at, (each, below) in enumerate(pairwise([*pipe_tables(lines), Line(0, "")])):
        broken, above = is_broken(above, each.text, width), each.text
        if at < following:
            continue  # the rule of the line above has taken this one too
        line = SourceLine(each.number, each.text, each.text.rstrip(), below.text, broken)
        for rule in RULES:
            if taken := rule(line, out):
                following = at + taken
                break
    balanced = [_balanced(block, file, limits) for block in out.lines]
    findings = [*out.findings, *(finding for _, found in balanced for finding in found)]
    return "\n".join(block for block, _ in balanced), tuple(findings)


def _balanced(block: str, file: str, limits: Limits) -> tuple[str, tuple[Diagnostic, ...]]:
    """A block in which every asterisk that is not emphasis is escaped, and what was found."""
    mark = MARKS.search(block)
    if not mark:
        return block, ()
    text, line = block[mark.end() :], line_of(mark.group())
    if excess := tuple(too_long_or_deep(text, limits, file, line)):
        return block, excess
    text, removed = balance(text)
    return block[: mark.end()] + text, (unpaired(file, line),) if removed else ()
