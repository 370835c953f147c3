"""The line pass: a body as authors write it → Markdown that Python-Markdown reads as they meant.

Authors put lists under a line without a blank between, nest by two, three or four spaces, begin
items with ``>25 kg``, glue the next label to the last bullet. The pass makes all of that explicit:
blank lines around lists, four spaces a level, every paragraph on its own. Each block is marked
with the number of its line, so that what is found later can be told by line.
"""

import re
from dataclasses import dataclass, field

from leaflet.config.limits import USUAL, Limits
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.checks.sizes import too_long_or_deep
from leaflet.monograph.markdown.emphasis import balance, unpaired
from leaflet.monograph.markdown.line_markers import MARKS, line_of, mark_of
from leaflet.monograph.markdown.nesting import Level, Nesting
from leaflet.monograph.markdown.quotes import unquote
from leaflet.monograph.markdown.tables import begins_table, cells, delimiters, too_long
from leaflet.monograph.markdown.wrapping import goes_on

_BULLET = re.compile(r"( *)([*+\-•‣◦]|\d{1,3}[.)])(?:\s+(.*)|)$")
_ANSWER = re.compile(r"( *)\*(A(?:ns(?:wer)?)?:.*)$")
_HEADING = re.compile(
    r" {0,3}(#{1,6})(?:\s+|(?=[^\W\d]|\*\*))(.*?)(?:\s+#+)?(?:\s*\{[#:.][^}]*\})?$"
)
_ATTRIBUTES = re.compile(r" {0,3}\{:[^}]*\}$")
_MEANING = re.compile(r" {0,3}:\s+(\S.*)$")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,}$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})$")
_DEFINITION = re.compile(r""" {0,3}\[[^\]]+\]:\s*<?(https?|mailto):\S+(\s+["'(].*["')])?$""")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})\s*[\w+-]*$")


@dataclass(slots=True)
class _Pass:
    """The lines written so far and the list that is open in them."""

    first: int
    file: str
    limits: Limits
    out: list[str] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    found: list[Diagnostic] = field(default_factory=list)
    last: str = ""
    """The text of the last line if more text may join it, else empty."""
    opened: int = 0
    """How far the first line since the last blank one is indented."""

    def blank(self) -> None:
        if self.out and self.out[-1]:
            self.out.append("")
        self.last = ""

    def put(self, indent: int, lead: str, text: str, number: int) -> None:
        if not self.out or not self.out[-1]:
            self.opened = indent
        self.out.append(" " * indent + lead + mark_of(number) + text)
        self.last = text


def normalise(
    body: str, first: int, file: str, limits: Limits = USUAL
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Rewrite a monograph's body for Python-Markdown.

    ``first`` is the number of the body's first line in its file. Returns the Markdown, each block
    marked with its line (see line_of), and what was found on the way: with an error of the code
    ``limit`` the Markdown is not fit to be read.
    """
    lines = unquote(_without_comments(body).expandtabs(4).split("\n"))
    state = _Pass(first, file, limits)
    at = 0
    while at < len(lines):
        at = _take(state, lines, at)
    markdown = "\n".join(_balanced(block, state) for block in state.out)
    return markdown, tuple(state.found)


def _balanced(block: str, state: _Pass) -> str:
    """A block with only those asterisks that are emphasis; it may hold several lines."""
    mark = MARKS.search(block)
    if not mark:
        return block
    excess = [*too_long_or_deep(block[mark.end() :], state.limits, state.file, line_of(block))]
    if excess:
        state.found += excess
        return block
    text, removed = balance(block[mark.end() :])
    if removed:
        state.found.append(unpaired(state.file, line_of(block)))
    return block[: mark.end()] + text


def _without_comments(body: str) -> str:
    """The body without HTML comments, which are notes of the author's, with its lines kept."""
    return re.sub(r"<!--.*?-->", lambda m: "\n" * m.group().count("\n"), body, flags=re.DOTALL)


def _take(state: _Pass, lines: list[str], at: int) -> int:
    """Write the line ``at`` (or the table that begins there); returns the next line to take."""
    line, number = lines[at].rstrip(), state.first + at
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if _RULE.match(line) and not state.last:
        state.blank()
        state.nesting.close()
        state.out += ["---", ""]
    elif not line or _FENCE.match(line) or _ATTRIBUTES.match(line):
        state.blank()
    elif begins_table(line, below):
        return _table(state, lines, at)
    elif heading := _HEADING.match(line):
        _heading(state, len(heading[1]), heading[2], number)
    elif not state.last and _UNDERLINE.match(below) and _may_head(line):
        _heading(state, 1 if "=" in below else 2, line, number)
        return at + 2
    elif _DEFINITION.match(line):
        state.blank()
        state.out += [line.strip(), ""]
    elif answer := _ANSWER.match(line):
        _answer(state, answer, number)
    elif state.last and (meaning := _MEANING.match(line)):
        _meaning(state, meaning[1])
    elif (bullet := _BULLET.match(line)) and not _wraps(state, line):
        _bullet(state, bullet, number)
    else:
        _text(state, lines[at], number)
    return at + 1


def _wraps(state: _Pass, line: str) -> bool:
    """Whether a line only seems to begin an item: ``… if the clearance is below`` ``30. …``."""
    number = re.match(r" *(\d+)\.", line)
    if not number or not state.last or number[1] == "1":
        return False
    level = state.nesting.innermost
    counted = level is not None and level.counts_on(int(number[1]))
    return not counted and goes_on(state.last, line.strip())


def _may_head(line: str) -> bool:
    """Whether an underlined line is a heading, rather than a paragraph above a rule."""
    return len(line) <= 80 and line[:1] != " " and line[-1] != "." and not _BULLET.match(line)


def _heading(state: _Pass, level: int, text: str, number: int) -> None:
    state.blank()
    state.nesting.close()
    if text:
        # Python-Markdown takes closing marks off: what ends in one is given more of them.
        state.put(0, "#" * level + " ", f"{text} #" if text.endswith("#") else text, number)
        state.blank()


def _answer(state: _Pass, answer: re.Match[str], number: int) -> None:
    """``*A: text`` is an answer whose asterisk was never meant as a bullet."""
    text = answer[2]
    if text.endswith("*") and text.count("*") % 2:
        text = text[:-1]
    _paragraph(state, len(answer[1]), text, number)


def _meaning(state: _Pass, text: str) -> None:
    """A line ``: text`` below its term, as definition lists are written, makes a label of it."""
    mark = state.out[-1].rindex(state.last)
    term = state.last if state.last.startswith("**") else f"**{state.last}**"
    state.out[-1] = f"{state.out[-1][:mark]}{term}: {text}"
    state.blank()


def _bullet(state: _Pass, bullet: re.Match[str], number: int) -> None:
    column, mark, text = len(bullet[1]), bullet[2], bullet[3]
    if not text:
        return
    if not state.nesting:
        state.blank()
    level = state.nesting.item(column)
    if (depth := len(state.nesting)) > state.limits.nesting:
        state.found.append(state.limits.exceeded("nesting", depth, state.file, number))
    indent = 4 * (len(state.nesting) - 1)
    if indent < state.opened:  # else Python-Markdown takes it for an item of the inner list
        state.blank()
    count = int(mark[:-1]) if mark[:-1].isdigit() else None
    _set_apart(state, level, count, " " * indent + mark_of(number))
    level.take(count)
    state.put(indent, "* " if count is None else f"{count}. ", text, number)


def _set_apart(state: _Pass, level: Level, count: int | None, nothing: str) -> None:
    """Part an item from what stands above it, unless that is an item of the same list.

    Python-Markdown numbers on, whatever the author's numbers are: ``nothing``, an empty
    paragraph, ends a list where that would change a number.
    """
    above = state.out[-1].lstrip(" ") if state.out else ""
    if not _is_item(above) or above.startswith("* ") != (count is None):
        state.blank()
    if count is not None and level.written is not None and not level.counts_on(count):
        state.blank()
        state.out += [nothing, ""]


def _is_item(line: str) -> bool:
    return bool(re.match(r" *(\*|\d+\.) ", line))


def _text(state: _Pass, line: str, number: int) -> None:
    if line.endswith("\\"):
        line = line[:-1] + "  "
    indent = len(line) - len(line.lstrip())
    text = line.strip()
    if state.last and goes_on(state.last, text):
        hard = "  " if state.out[-1].endswith("  ") else ""
        state.out[-1] += hard + "\n" + " " * _depth(state.out[-1]) + text
        state.last = text
    else:
        _paragraph(state, indent, text, number)
    if line.endswith("  "):
        state.out[-1] += "  "


def _depth(line: str) -> int:
    """The column that text joined to this line stands in."""
    inner = len(line) - len(line.lstrip(" "))
    return inner + 4 if _is_item(line) else inner


def _paragraph(state: _Pass, indent: int, text: str, number: int) -> None:
    state.blank()
    state.put(4 * state.nesting.text(indent), "", text, number)


def _table(state: _Pass, lines: list[str], at: int) -> int:
    """Write the table whose head is the line ``at``; returns the line after it."""
    state.blank()
    state.nesting.close()
    head = lines[at]
    start = at
    while at < len(lines) and "|" in lines[at]:
        row, number = lines[at].strip(), state.first + at
        if at == start + 1:
            state.out.append(delimiters(head))
        else:
            state.found += too_long(row, cells(head), state.file, number)
            bar = "|" if row.startswith("|") else ""
            state.out.append(bar + mark_of(number) + row[len(bar) :])
        at += 1
    state.last = "|"
    state.blank()
    return at
