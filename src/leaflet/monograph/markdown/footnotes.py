"""Footnotes, printed where their marks stand: ``40 mg[^1]`` becomes ``40 mg (20 mg if over 65)``.

A note to a dose that is printed elsewhere, or left out of a summary, is read too late. That of a
heading stands on the blank line below it. Notes that cannot stand within a sentence (several
paragraphs), or that no mark names, are left as they are.
"""

import re
from collections.abc import Container, Iterator, Mapping
from itertools import pairwise

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]: *(\S.*)$")
_DEFINES = re.compile(r" {0,3}\*?\[[^\[\]]+\]:")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_INLINE_NOTE = re.compile(r"\^\[([^\[\]]+)\]")
_UNMARKED = re.compile(rf" {{0,3}}#{{1,6}} |{_NOTE.pattern}")
"""A line whose marks stay: a heading with text right below it, or a note."""

_HEADING = re.compile(r" {0,3}#{1,6} ")


def inline_notes(lines: list[str]) -> list[str]:
    """The same number of lines, with each note in round brackets in place of its marks."""
    notes = {name: (text, rows) for name, text, rows in _notes(lines)}
    lines = _marks_below_headings(lines, notes)
    named = {name for line in lines if not _UNMARKED.match(line) for name in _MARK.findall(line)}
    taken = {row for name, (_, rows) in notes.items() if name in named for row in rows}
    return [
        "" if row in taken else line if _UNMARKED.match(line) else _placed(line, notes)
        for row, line in enumerate(lines)
    ]


def _marks_below_headings(lines: list[str], notes: Container[str]) -> list[str]:
    """The lines with the marks of each heading on the line below it, if that is blank."""
    moved = list(lines)
    for row, (line, below) in enumerate(pairwise(lines)):
        if "[^" in line and _HEADING.match(line) and not below.strip():
            marks = [mark for mark in _MARK.finditer(line) if mark[1] in notes]
            moved[row + 1] = " ".join(mark[0] for mark in marks)
            moved[row] = _MARK.sub(lambda mark: "" if mark[1] in notes else mark[0], line).rstrip()
    return moved


def _notes(lines: list[str]) -> Iterator[tuple[str, str, range]]:
    """The name, the text and the rows of each note of one paragraph."""
    for row, line in enumerate(lines):
        if not (note := _NOTE.match(line)):
            continue
        end = row + 1
        while end < len(lines) and lines[end].strip() and not _DEFINES.match(lines[end]):
            end += 1
        following = next((each for each in lines[end:] if each.strip()), "")
        if not following.startswith("    "):
            text = " ".join([note[2], *map(str.strip, lines[row + 1 : end])])
            yield note[1], text.strip(), range(row, end)


def _placed(line: str, notes: Mapping[str, tuple[str, range]]) -> str:
    if "[^" in line:
        line = _MARK.sub(
            lambda mark: f" ({notes[mark[1]][0]})" if mark[1] in notes else mark[0], line
        )
        line = line.lstrip() if line.startswith(" (") else line
    return _INLINE_NOTE.sub(r" (\1)", line) if "^[" in line else line
