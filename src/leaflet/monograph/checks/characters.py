"""Characters that cannot be printed, and those that print as something else than they are.

A control that turns the direction of writing round makes 10 of 01 on paper. A character without
width lets a line end within a number, and hides a word from every search. Letters of another
alphabet that look the same make a name that no register, and no screen reader, knows. What can
change a dose or a name is refused; what only confuses programs is reported. (Unicode Technical
Report 36, sections 2.3 and 3.6, and Standard Annex 9 describe all of them.)
"""

import re
from collections.abc import Iterator
from unicodedata import bidirectional, category, name

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.monograph.entities import decode

_FORBIDDEN = {
    "Cc": "a control character",
    "Cn": "a character that Unicode does not know",
    "Co": "a private-use character",
    "Cs": "a surrogate",
}
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Embeddings and overrides: isolates do the same for right-to-left text, and end with it."""

_ISOLATES = "\u2066\u2067\u2068"
_ISOLATED = "\u2069"
_DIRECTIONS = frozenset("\u200e\u200f\u061c" + _ISOLATES + _ISOLATED)
_JOINERS = frozenset("\u200c\u200d")
_THIN = _JOINERS | frozenset("\u00ad\u200b\u200e\u2060\ufeff\ufe0e\ufe0f")
"""Without width, and without harm away from numbers."""

_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Of category Cf, yet they are seen: Arabic signs around numbers."""

_BLANKS = re.compile(
    "[\ufffd\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\U000e0100-\U000e01ef]"
)
"""What is printable by its category and shows nothing: fillers, and the sign of a character that
another program could not read, behind which µg may have become g."""


def examine(text: str, file: str) -> Iterator[Diagnostic]:
    """The characters that a text may not or should not contain, each with its position.

    Entities count as what they stand for; behind one the column is that of the text as it is read.
    """
    for number, written in enumerate(text.split("\n"), 1):
        line = decode(written)
        if not line.isprintable() or _BLANKS.search(line):
            for column, code, message, hint in _unprintable(line):
                yield Diagnostic(_SEVERITY[code], code, message, file, number, column, hint)


_SEVERITY = {
    "not-text": Severity.ERROR,
    "reordering": Severity.ERROR,
    "invisible": Severity.ERROR,
    "zero-width": Severity.WARNING,
}

_Found = tuple[int, str, str, str]
"""Column, code, message and hint."""


def _unprintable(line: str) -> Iterator[_Found]:
    turns = any(bidirectional(char) in ("R", "AL") for char in line if char not in _DIRECTIONS)
    closed = _closes(line)
    for column, char in enumerate(line, 1):
        kind = category(char)
        if kind in _FORBIDDEN and char not in "\t\n":
            message = f"{_FORBIDDEN[kind]}, U+{ord(char):04X}, cannot be printed"
            yield column, "not-text", message, "remove it"
        elif char == "\ufffd":
            message = "U+FFFD stands for a character that another program could not read"
            yield column, "not-text", message, "write what should stand here; a unit may be missing"
        elif char in _TURNS or (
            char in _DIRECTIONS and not (turns and closed) and char != "\u200e"
        ):
            yield column, "reordering", _named(char, "can print a number backwards"), _ISOLATE
        elif turns and char in _DIRECTIONS:
            continue
        elif (kind == "Cf" or _BLANKS.match(char)) and (found := _unseen(line, column - 1)):
            yield column, *found


_ISOLATE = "remove it; text from right to left may have isolates, closed within their line"


def _closes(line: str) -> bool:
    """Whether each isolate of a line is closed in it, and nothing else is."""
    depth = 0
    for char in line:
        depth += (char in _ISOLATES) - (char == _ISOLATED)
        if depth < 0:
            return False
    return depth == 0


def _unseen(line: str, at: int) -> tuple[str, str, str] | None:
    """What is to be said about a character that nobody sees."""
    char, before, after = line[at], line[at - 1 : at], line[at + 1 : at + 2]
    if char in _SEEN or (char in _JOINERS and before > "\u0590"):
        return None
    if char not in _THIN:
        return "invisible", _named(char, "is not seen in print"), "remove it"
    if before.isdigit() or after.isdigit():
        return "invisible", _named(char, "can part a number in print"), "remove it"
    return "zero-width", _named(char, "hides a word from searches"), "remove it"


def _named(char: str, harm: str) -> str:
    return f"U+{ord(char):04X} ({name(char, 'unnamed').lower()}) {harm}"
