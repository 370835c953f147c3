"""A text held against the limits before anything is made of it: lengths, runs, depths, counts.

Limits are checked on the characters alone, in one pass, at no more cost than reading them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import category

from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.entities import decode

_PARTS = re.compile(r"[\s|<>]+|\]\([^)\s]*\)")
"""What ends a word: a space, the border of a cell, a tag; the address of a link is not printed."""

_GAP = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r"<br */?>|  $|\\$", re.I)
_PICTURE = re.compile(r"!\[")
_OPENING = re.compile(r"(\[)|\]|<(/?)(?:sub|sup|em|i|strong|b|code)>", re.I)
_EMPHASIS = re.compile(r"[*_]+(?=\S)|`+|\[|<(?!/)")


def too_large(data: bytes, limits: Limits, file: str) -> list[Diagnostic]:
    """The error for a file that is too large."""
    if len(data) <= limits.file_size * 1000:
        return []
    kilobytes = -(-len(data) // 1000)
    return [limits.exceeded("file_size", kilobytes, file, 0)]


def too_much(lines: Sequence[str], limits: Limits, file: str) -> Iterator[Diagnostic]:
    """What the lines of a file have more of than the limits allow."""
    if len(lines) > limits.lines:
        yield limits.exceeded("lines", len(lines), file, limits.lines + 1)
        return
    for number, line in enumerate(lines, 1):
        if len(line) > limits.line_length:
            hint = "break the line; put a picture into a file of its own;"
            yield limits.exceeded("line_length", len(line), file, number, hint)
        elif len(line) > min(limits.word_length, limits.spaces):
            yield from _runs(line, limits, file, number)
        if (marks := _marks(decode(line))) > limits.combining_marks:
            hint = "remove them;"
            yield limits.exceeded("combining_marks", marks, file, number, hint)
    yield from _counts(lines, limits, file)


def _runs(line: str, limits: Limits, file: str, number: int) -> Iterator[Diagnostic]:
    word = max(map(len, _PARTS.split(line)))
    if word > limits.word_length:
        yield limits.exceeded("word_length", word, file, number, "part it with spaces or hyphens;")
    gap = max(map(len, _GAP.findall(line)), default=0)
    if gap > limits.spaces:
        yield limits.exceeded("spaces", gap, file, number, "take them away;")


def _marks(line: str) -> int:
    """The longest run of marks that stand on one letter."""
    if line.isascii():
        return 0
    runs = groupby(line, key=lambda char: category(char)[0] == "M")
    return max((sum(1 for _ in run) for marks, run in runs if marks), default=0)


def _counts(lines: Sequence[str], limits: Limits, file: str) -> Iterator[Diagnostic]:
    """Where a text as a whole comes to hold too much."""
    seen = dict.fromkeys(("entries", "emphases", "table_cells", "pictures"), 0)
    found: set[str] = set()
    for number, line in enumerate(lines, 1):
        bars = line.count("|")
        seen["entries"] += bool(line) + len(_BREAK.findall(line))
        seen["emphases"] += len(_EMPHASIS.findall(line))
        seen["table_cells"] += bars
        seen["pictures"] += len(_PICTURE.findall(line))
        for name, amount in seen.items():
            if amount > getattr(limits, name) and name not in found:
                found.add(name)
                yield limits.exceeded(name, amount, file, number, "make several monographs of it;")
        if bars - 1 > limits.table_columns and "table_columns" not in found:
            found.add("table_columns")
            yield limits.exceeded("table_columns", bars - 1, file, number, "divide the table;")


def too_long_or_deep(text: str, limits: Limits, file: str, line: int) -> Iterator[Diagnostic]:
    """What a paragraph has more of than the limits allow: length, and brackets or tags within."""
    if len(text) > limits.paragraph_length:
        yield limits.exceeded("paragraph_length", len(text), file, line, "divide it;")
    elif (deepest := _deepest(text)) > limits.nesting:
        yield limits.exceeded("nesting", deepest, file, line, "close them;")


def _deepest(text: str) -> int:
    """How many brackets, or tags, are open at once; never less than Markdown would nest."""
    if text.count("[") + text.count("<") < 2:
        return 0
    deepest = brackets = tags = 0
    for found in _OPENING.finditer(text):
        if found[1]:
            brackets += 1
        elif found[0] == "]":
            brackets = max(brackets - 1, 0)
        elif found[2]:
            tags = max(tags - 1, 0)
        else:
            tags += 1
        deepest = max(deepest, brackets + tags)
    return deepest
