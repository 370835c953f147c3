"""Footnotes, printed where their marks stand: ``40 mg[^1]`` becomes ``40 mg (20 mg if over 65)``.

A note to a dose that is printed elsewhere, or left out of a summary, is read too late. Notes that
cannot stand within a sentence (several paragraphs), or that no mark names, are left as they are.
"""

import re
from collections.abc import Iterator

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]: *(\S.*)$")
_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_INLINE_NOTE = re.compile(r"\^\[([^\[\]]+)\]")
_HEADING = re.compile(r" {0,3}#{1,6} ")


def inline_notes(lines: list[str]) -> list[str]:
    """The same number of lines, with each note in round brackets in place of its marks."""
    notes = {name: (text, rows) for name, text, rows in _notes(lines)}
    named = {name for line in lines if not _HEADING.match(line) for name in _MARK.findall(line)}
    taken = {row for name, (_, rows) in notes.items() if name in named for row in rows}
    return [
        "" if row in taken else line if _HEADING.match(line) else _placed(line, notes)
        for row, line in enumerate(lines)
    ]


def _notes(lines: list[str]) -> Iterator[tuple[str, str, range]]:
    """The name, the text and the rows of each note of one paragraph."""
    for row, line in enumerate(lines):
        if not (note := _NOTE.match(line)):
            continue
        end = row + 1
        while end < len(lines) and lines[end].strip() and not _NOTE.match(lines[end]):
            end += 1
        following = next((each for each in lines[end:] if each.strip()), "")
        if not following.startswith("    "):
            text = " ".join([note[2], *map(str.strip, lines[row + 1 : end])])
            yield note[1], text.strip(), range(row, end)


def _placed(line: str, notes: dict[str, tuple[str, range]]) -> str:
    if "[^" in line:
        line = _MARK.sub(
            lambda mark: f" ({notes[mark[1]][0]})" if mark[1] in notes else mark[0], line
        )
    return _INLINE_NOTE.sub(r" (\1)", line) if "^[" in line else line
