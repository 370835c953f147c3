"""Characters that cannot be printed, and those that print as something other than they are.

A control that reverses the direction of writing makes 10 of 01 on paper. A character without width
lets a line end within a number, and hides a word from every search. What can change a dose or a
name is an error, what only confuses programs a warning. (Unicode Technical Report 36, sections 2.3
and 3.6; Standard Annex 9.)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import bidirectional, category, name

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.fonts.scripts import UNSPACED
from leaflet.monograph.entities import decode

_FORBIDDEN = {
    "Cc": "a control character",
    "Cn": "a character that Unicode does not know",
    "Co": "a private-use character",
    "Cs": "a surrogate",
}
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Embeddings and overrides; isolates do the same for right-to-left text, and end with it."""

_ISOLATES = "\u2066\u2067\u2068"
_ISOLATE_END = "\u2069"
_DIRECTIONS = frozenset("\u200e\u200f\u061c" + _ISOLATES + _ISOLATE_END)
_JOINERS = frozenset("\u200c\u200d")
_HARMLESS = _JOINERS | frozenset("\u00ad\u200b\u200e\u2060\ufeff\ufe0e\ufe0f")
"""Without width, but no danger except beside digits."""

_EMOJI = frozenset("\ufe0e\ufe0f")
"""Variation selectors that make a picture of a symbol, or a symbol of a picture."""

_VISIBLE = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Of category Cf and visible all the same: Arabic signs around numbers."""

_BLANKS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd"
    "\U00016fe4\U0001d159\U000e0100-\U000e01ef]"
)
"""Printable by category, but fillers that show nothing; and U+FFFD, which replaces a character that
another program could not read, such as the µ in µg."""

_ISOLATE = "remove it; text from right to left may have isolates, closed within their line"


class _Harm(NamedTuple):
    """What is wrong with a character."""

    code: str
    message: str
    hint: str = "remove it"


def examine(text: str, file: str) -> Iterator[Diagnostic]:
    """A finding for each character of a text that must not or should not be in it.

    A character reference counts as its character; the columns after it are those of the text as it
    is read.
    """
    for number, written in enumerate(text.split("\n"), 1):
        line = decode(written)
        if not line.isprintable() or _BLANKS.search(line):
            for column, (code, message, hint) in _unprintable(line):
                severity = Severity.WARNING if code == "zero-width" else Severity.ERROR
                yield Diagnostic(severity, code, message, file, number, column, hint)


def _unprintable(line: str) -> Iterator[tuple[int, _Harm]]:
    right_to_left = any(
        bidirectional(char) in ("R", "AL") for char in line if char not in _DIRECTIONS
    )
    may_isolate = right_to_left and _isolates_closed(line)
    for column, char in enumerate(line, 1):
        kind = category(char)
        if kind in _FORBIDDEN and char not in "\t\n":
            message = f"{_FORBIDDEN[kind]}, U+{ord(char):04X}, cannot be printed"
            yield column, _Harm("not-text", message)
        elif char == "\ufffd":
            message = "U+FFFD stands for a character that another program could not read"
            hint = "write what should stand here; a unit may be missing"
            yield column, _Harm("not-text", message, hint)
        elif char in _OVERRIDES or (char in _DIRECTIONS and not may_isolate and char != "\u200e"):
            message = _named(char, "can print a number backwards")
            yield column, _Harm("reordering", message, _ISOLATE)
        elif right_to_left and char in _DIRECTIONS:
            continue
        elif (kind == "Cf" or _BLANKS.match(char)) and (harm := _invisible(line, column - 1)):
            yield column, harm


def _isolates_closed(line: str) -> bool:
    """Whether each isolate of a line is closed in it, and nothing else is."""
    depth = 0
    for char in line:
        depth += (char in _ISOLATES) - (char == _ISOLATE_END)
        if depth < 0:
            return False
    return depth == 0


def _invisible(line: str, index: int) -> _Harm | None:
    """What is wrong with a character that nobody sees; None if nothing is."""
    char, before, after = line[index], line[index - 1 : index], line[index + 1 : index + 2]
    if char in _VISIBLE:
        return None
    if char not in _HARMLESS:
        return _Harm("invisible", _named(char, "is not seen in print"))
    if before.isdigit() or after.isdigit():
        return _Harm("invisible", _named(char, "can part a number in print"))
    if (
        (char in _JOINERS and before > "\u0590")
        or _is_word_end(char, before)
        or (char in _EMOJI and category(before or " ")[0] == "S")
    ):
        return None
    return _Harm("zero-width", _named(char, "hides a word from searches"))


def _is_word_end(char: str, before: str) -> bool:
    """Whether a space without width ends a word of a script that has no others."""
    return char == "\u200b" and bool(re.match(f"[{UNSPACED}]", before))


def _named(char: str, harm: str) -> str:
    return f"U+{ord(char):04X} ({name(char, 'unnamed').lower()}) {harm}"
