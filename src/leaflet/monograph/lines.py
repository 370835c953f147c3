"""The line pass: a body as authors write it → Markdown that Python-Markdown reads as they meant.

Authors put lists under a line without a blank between, nest by two, three or four spaces, begin
items with ``>25 kg``, glue the next label to the last bullet. The pass makes all of that explicit:
blank lines around lists, four spaces a level, every paragraph on its own. Each block is marked
with the number of its line, so that what is found later can be told by line.
"""

import re
from dataclasses import dataclass, field

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.monograph.emphasis import balance

_MARK = 0xF0000
"""First code point of plane 15 (private use): line n is marked by the character _MARK + n."""

MARKS = re.compile(r"[\U000F0000-\U000FFFFD]")

_BULLET = re.compile(r"( *)([*+\-•‣◦]|\d{1,3}[.)])(?:\s+(.*)|)$")
_ANSWER = re.compile(r"( *)\*(A(?:ns(?:wer)?)?:.*)$")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,}$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})$")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s*<?(https?|mailto):\S+$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_STARTS_ANEW = re.compile(r"\*\*|(?:[QA]|Ans(?:wer)?|Q\d+)\s*[:.]\s|\*[QA]:")
_WHOLE_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")


def line_of(marked: str) -> int:
    """The line that a marked text begins in; 0 if it has no mark."""
    found = MARKS.search(marked)
    return ord(found.group()) - _MARK if found else 0


@dataclass(slots=True)
class _Pass:
    """The lines written so far and the list that is open: the columns of its bullets' marks."""

    first: int
    file: str
    out: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    last: str = ""
    """The text of the last line if more text may join it, else empty."""

    def blank(self) -> None:
        if self.out and self.out[-1]:
            self.out.append("")
        self.last = ""

    def put(self, indent: int, lead: str, text: str, number: int) -> None:
        self.out.append(" " * indent + lead + chr(_MARK + number) + self.clean(text, number))
        self.last = text

    def clean(self, text: str, number: int) -> str:
        balanced, removed = balance(text)
        if removed:
            self.found.append(
                Diagnostic(
                    Severity.WARNING,
                    "unbalanced-emphasis",
                    "** is opened or closed without its partner; it is not printed",
                    file=self.file,
                    line=number,
                    hint="put ** at both ends of what should be bold",
                )
            )
        return balanced


def normalise(body: str, first: int, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Rewrite a monograph's body for Python-Markdown.

    ``first`` is the number of the body's first line in its file. Returns the Markdown, each block
    marked with its line (see line_of), and what was found on the way.
    """
    lines = _without_comments(body).expandtabs(4).split("\n")
    state = _Pass(first, file)
    at = 0
    while at < len(lines):
        at = _take(state, lines, at)
    return "\n".join(state.out), tuple(state.found)


def _without_comments(body: str) -> str:
    """The body without HTML comments, which are notes of the author's, with its lines kept."""
    return re.sub(r"<!--.*?-->", lambda m: "\n" * m.group().count("\n"), body, flags=re.DOTALL)


def _take(state: _Pass, lines: list[str], at: int) -> int:
    """Write the line ``at`` (or the table that begins there); returns the next line to take."""
    line, number = lines[at].rstrip(), state.first + at
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if not line or _FENCE.match(line) or (_RULE.match(line) and not state.last):
        state.blank()
        if _RULE.match(line):
            state.levels = []
            state.out += ["---", ""]
    elif "|" in line and "|" in below and _DELIMITERS.match(below):
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
    elif bullet := _BULLET.match(line):
        _bullet(state, bullet, number)
    else:
        _text(state, lines[at], number)
    return at + 1


def _may_head(line: str) -> bool:
    """Whether an underlined line is a heading, rather than a paragraph above a rule."""
    return len(line) <= 80 and line[:1] != " " and line[-1] != "." and not _BULLET.match(line)


def _heading(state: _Pass, level: int, text: str, number: int) -> None:
    state.blank()
    state.levels = []
    if text:
        state.put(0, "#" * level + " ", text, number)
        state.blank()


def _answer(state: _Pass, answer: re.Match[str], number: int) -> None:
    """``*A: text`` is an answer whose asterisk was never meant as a bullet."""
    text = answer[2]
    if text.endswith("*") and text.count("*") % 2:
        text = text[:-1]
    _paragraph(state, len(answer[1]), text, number)


def _bullet(state: _Pass, bullet: re.Match[str], number: int) -> None:
    column, mark, text = len(bullet[1]), bullet[2], bullet[3]
    if not text:
        return
    if not state.levels:
        state.blank()
    while state.levels and column < state.levels[-1] - 1:
        state.levels.pop()
    if not state.levels or column > state.levels[-1] + 1:
        state.levels.append(column)
    lead = f"{mark[:-1]}. " if mark[:-1].isdigit() else "* "
    indent = 4 * (len(state.levels) - 1)
    above = state.out[-1].lstrip(" ") if state.out else ""
    if not _is_item(above) or above.startswith("* ") != lead.startswith("* "):
        state.blank()
    state.put(indent, lead, text, number)


def _is_item(line: str) -> bool:
    return bool(re.match(r" *(\*|\d+\.) ", line))


def _text(state: _Pass, line: str, number: int) -> None:
    indent = len(line) - len(line.lstrip())
    text = line.strip()
    if state.last and _goes_on(state.last, text):
        hard = "  " if state.out[-1].endswith("  ") else ""
        state.out[-1] += hard + "\n" + " " * _depth(state.out[-1]) + state.clean(text, number)
        state.last = text
    else:
        _paragraph(state, indent, text, number)
    if line.endswith("  "):
        state.out[-1] += "  "


def _depth(line: str) -> int:
    """The column that text joined to this line stands in."""
    inner = len(line) - len(line.lstrip(" "))
    return inner + 4 if _is_item(line) else inner


def _goes_on(last: str, text: str) -> bool:
    """Whether a line continues the sentence above it, rather than beginning something new."""
    if _STARTS_ANEW.match(text) or _WHOLE_BOLD.match(last) or last.endswith(":"):
        return False
    if text[:1].islower():
        return True
    return not text.endswith(":") and len(last) >= 60 and last[-1] not in ".;!?:"


def _paragraph(state: _Pass, indent: int, text: str, number: int) -> None:
    state.blank()
    while state.levels and indent < state.levels[-1] + 2:
        state.levels.pop()
    state.put(4 * len(state.levels), "", text, number)


def _table(state: _Pass, lines: list[str], at: int) -> int:
    """Write a table, telling rows that have more cells than the head has: they would be cut."""
    state.blank()
    state.levels = []
    width = _cells(lines[at])
    start = at
    while at < len(lines) and "|" in lines[at]:
        row, number = lines[at].strip(), state.first + at
        if at > start + 1 and _cells(row) > width:
            state.found.append(
                Diagnostic(
                    Severity.ERROR,
                    "table-row",
                    f"this row has {_cells(row)} cells, the table's head has {width}",
                    file=state.file,
                    line=number,
                    hint="give each column a head; write | inside a cell as \\|",
                )
            )
        bar = "|" if row.startswith("|") else ""
        if at != start + 1:
            row = bar + chr(_MARK + number) + state.clean(row[len(bar) :], number)
        state.out.append(row)
        at += 1
    state.last = "|"
    state.blank()
    return at


def _cells(row: str) -> int:
    inner = re.sub(r"\\\||`[^`]*`", "", row.strip())
    return inner.removeprefix("|").removesuffix("|").count("|") + 1
