"""Comments of a monograph: where they begin and end.

They are those of HTML, of Obsidian (``%%…%%``), of MDX (``{/*…*/}``) and a reference that nobody
can follow (``[//]: # (…)``), which other editors write.

Comments of HTML end where HTML ends them (WHATWG HTML, 13.2.5.43 to 51): ``<!-->`` and ``<!--->``
are whole comments, and ``--!>`` closes one as ``-->`` does. One that is never closed is text, and
so is what Markdown would show as it is written: within code, or after a backslash (CommonMark, 6.1
and 2.4).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

_OPENS = re.compile(
    r"\\[!-/:-@\[-`{-~]|`+|<!--(?:-?>)?"
    r"|^ {0,3}\[(?://|comment|_)\]: *(?:#|<>) *(?:\(.*\)|\".*\")[^\S\n]*$"
    r"|(?<![\d%])%%(?![%\d])[^%]*(?:%(?!%)[^%]*)*%%"
    r"|\{/\*",
    re.M,
)
_CLOSES = re.compile(r"--!?>")
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_FENCE = 3
"""Backticks that may enclose blank lines."""


def find_comments(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of each comment of a text, in time linear in its length."""
    code = _Code(text) if "`" in text else None
    at, last = 0, text.rfind("*/}")
    while opened := _OPENS.search(text, at):
        at = opened.end()
        if opened[0].startswith("`"):
            at = code.end(at, len(opened[0])) if code else at
        elif opened[0].startswith("<!--"):
            whole = opened[0].endswith(">")
            closed = opened if whole else _CLOSES.search(text, at)
            if not closed:
                return
            at = closed.end()
            yield opened.start(), at
        elif opened[0] == "{/*":
            if at <= last:
                at = text.index("*/}", at) + 3
                yield opened.start(), at
        elif not opened[0].startswith("\\"):
            yield opened.start(), at


def without_comments(text: str, blank: str = "") -> str:
    """The text without its comments; the number of lines stays the same.

    ``blank`` is what each of their characters is replaced by.
    """
    kept, at = [], 0
    for start, end in find_comments(text):
        hidden = text[start:end].split("\n")
        kept += [text[at:start], "\n".join(blank * len(line) for line in hidden)]
        at = end
    return "".join([*kept, text[at:]])


class _Code:
    """The runs of backticks of a text by their length, to find the end of code."""

    def __init__(self, text: str) -> None:
        self._runs: dict[int, list[int]] = defaultdict(list)
        for run in _TICKS.finditer(text):
            self._runs[len(run[0])].append(run.start())
        self._blank = [line.start() for line in _BLANK_LINE.finditer(text)]

    def end(self, at: int, length: int) -> int:
        """The end of the code that a run of backticks opens; ``at`` itself if it opens none."""
        runs = self._runs[length]
        found = bisect_left(runs, at)
        blank = bisect_left(self._blank, at)
        if found == len(runs):
            return at
        crosses = blank < len(self._blank) and self._blank[blank] < runs[found]
        return at if crosses and length < _FENCE else runs[found] + length
