"""A text compared with the limits before it is parsed: lengths, runs, depths and counts.

All of it needs the characters alone, so it costs no more than reading them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from unicodedata import category

from leaflet.addresses import TAIL, TARGET
from leaflet.config.limits import HIGHEST, USUAL, Limits
from leaflet.diagnostics import Diagnostic
from leaflet.fonts.scripts import UNSPACED
from leaflet.monograph.entities import decode

_WORD_END = re.compile(rf"[\s|<>{UNSPACED}]+|\]\(<?{TARGET}>?\)|!\[[^\[\]]*\]\(data:{TAIL}\)")
"""A space, the border of a cell, a tag, a letter of a script that has no spaces, or an address,
which is not printed."""

_PADDING = re.compile(r"^[^\S\n]+|[^\S\n]+$|(?<=\|)[^\S\n]+|[^\S\n]+(?=\|)|([-=_*~.:·—])\1{3,}")
"""Spaces at the ends of a line or beside the border of a cell, and a row of one sign."""

_SPACES = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r"<br */?>|  $|\\$", re.I)
_PICTURE = re.compile(r"!\[")
_OPENING = re.compile(r"(\[)|\]|<(/?)(?:sub|sup|em|i|strong|b|code)>", re.I)
_EMPHASIS = re.compile(r"[*_]+(?=\S)|`+|\[|<(?!/)")

_DIVIDE = "make several monographs of it;"
_COUNTS: Mapping[str, Callable[[str], int]] = {
    "entries": lambda line: bool(line) + len(_BREAK.findall(line)),
    "emphases": lambda line: len(_EMPHASIS.findall(line)),
    "table_cells": lambda line: line.count("|"),
    "pictures": lambda line: len(_PICTURE.findall(line)),
}
"""The limits of a whole text, each with how many of its things a line holds."""


def too_large(data: bytes, limits: Limits, file: str) -> list[Diagnostic]:
    """The error for a file that is too large."""
    if len(data) <= limits.file_size * 1000:
        return []
    kilobytes = -(-len(data) // 1000)
    return [limits.exceeded("file_size", kilobytes, file, 0)]


def too_much(lines: Sequence[str], limits: Limits, file: str) -> Iterator[Diagnostic]:
    """An error for each limit that the lines of a file exceed."""
    if len(lines) > limits.lines:
        yield limits.exceeded("lines", len(lines), file, limits.lines + 1)
        return
    for number, line in enumerate(lines, 1):
        text = without_padding(line)
        if len(text) > limits.line_length:
            hint = "break the line; put a picture into a file of its own;"
            yield limits.exceeded("line_length", len(text), file, number, hint)
        else:
            written = decode(text)
            yield from too_long(written, _WORD_END.split(written), limits, file, number)
    yield from sorted(_totals(lines, limits, file), key=lambda finding: finding.line)


def without_padding(line: str) -> str:
    """A line without what an editor drew: spaces around cells, rows of dashes, dots or stars.

    Readers never see their lengths. Only beyond the highest limits do they stay, for a reader of
    Markdown may take long for them.
    """
    if len(line) <= min(USUAL.word_length, USUAL.spaces) or len(line) > HIGHEST.line_length:
        return line
    return _PADDING.sub(_shortened, line)


def _shortened(found: re.Match[str]) -> str:
    drawn = found[0]
    return drawn if len(drawn) > HIGHEST.spaces else drawn[:3]


def too_long(
    line: str, words: Iterable[str], limits: Limits, file: str, number: int
) -> Iterator[Diagnostic]:
    """An error for a word, or a run of spaces or of combining marks, that is too long."""
    if len(line) > min(limits.word_length, limits.spaces):
        word = max(map(len, words), default=0)
        if word > limits.word_length:
            hint = "part it with spaces or hyphens;"
            yield limits.exceeded("word_length", word, file, number, hint)
        spaces = max(map(len, _SPACES.findall(line)), default=0)
        if spaces > limits.spaces:
            yield limits.exceeded("spaces", spaces, file, number, "remove them;")
    if (marks := _marks(line)) > limits.combining_marks:
        yield limits.exceeded("combining_marks", marks, file, number, "remove them;")


def _marks(line: str) -> int:
    """The most combining marks on one letter."""
    if line.isascii():
        return 0
    runs = groupby(line, key=lambda char: category(char)[0] == "M")
    return max((sum(1 for _ in run) for marks, run in runs if marks), default=0)


def _totals(lines: Sequence[str], limits: Limits, file: str) -> Iterator[Diagnostic]:
    """An error for each limit of a whole text, at the first line that exceeds it."""
    amounts: dict[str, Iterable[int]]
    amounts = {name: accumulate(map(count, lines)) for name, count in _COUNTS.items()}
    amounts["table_columns"] = (line.count("|") - 1 for line in lines)
    for name, totals in amounts.items():
        most = getattr(limits, name)
        over = next(((n, total) for n, total in enumerate(totals, 1) if total > most), None)
        if over:
            hint = "divide the table;" if name == "table_columns" else _DIVIDE
            yield limits.exceeded(name, over[1], file, over[0], hint)


def too_long_or_deep(text: str, limits: Limits, file: str, line: int) -> Iterator[Diagnostic]:
    """The error for a paragraph that is too long, or has too many brackets or tags open at once."""
    if len(text) > limits.paragraph_length:
        yield limits.exceeded("paragraph_length", len(text), file, line, "divide it;")
    elif (deepest := _deepest(text)) > limits.nesting:
        yield limits.exceeded("nesting", deepest, file, line, "close them;")


def _deepest(text: str) -> int:
    """How many brackets and tags are open at once; never fewer than Markdown would nest."""
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
