"""Abbreviations, explained where they are first used: ``*[BP]: blood pressure``.

Other tools show the words while the mouse is on the letters; on paper they stand behind them, in
round brackets. An explanation that no text needs goes, as it does there, unless it has a number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_EXPLAINED = re.compile(r" {0,3}\*\[([^\[\]]+)\]: *(\S.*)$")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_NOT_WORDS = r"`[^`]*`|\]\([^()]*\)|!?\[\[[^\[\]]*\]\]|<[^<>]*>|https?://\S+"
_WORD = re.compile(r"\w+")


def explain_abbreviations(lines: list[str]) -> list[str]:
    """The same number of lines, with the words of each abbreviation behind its first use.

    One that is explained in two ways, or has a number and is never used, is left as it is.
    """
    found = {row: each for row, line in enumerate(lines) if (each := _EXPLAINED.match(line))}
    if not found:
        return lines
    meanings: dict[str, set[str]] = defaultdict(set)
    for each in found.values():
        meanings[each[1].strip()].add(each[2].strip())
    texts = ["" if row in found else line for row, line in enumerate(lines)]
    rows = _rows_of_words(texts)
    positions: list[tuple[int, int, str]] = []
    kept: set[str] = set()
    for short, ways in meanings.items():
        position = _first_use(short, texts, rows) if len(ways) == 1 else None
        if position:
            positions.append((*position, "".join(ways)))
        elif len(ways) > 1 or any(map(str.isdigit, "".join(ways))):
            kept.add(short)
    for row, end, words in sorted(positions, reverse=True):
        texts[row] = f"{texts[row][:end]} ({words}){texts[row][end:]}"
    return [
        lines[r] if r in found and found[r][1].strip() in kept else t for r, t in enumerate(texts)
    ]


def _rows_of_words(lines: Iterable[str]) -> Mapping[str, list[int]]:
    """The rows of each word outside of headings; with it, no row is searched in vain."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, line in enumerate(lines):
        for word in {*_WORD.findall(line)} if not _HEADING.match(line) else ():
            rows[word].append(row)
    return rows


def _first_use(
    short: str, lines: Sequence[str], rows: Mapping[str, list[int]]
) -> tuple[int, int] | None:
    """The row and the position behind the first use of an abbreviation."""
    use = re.compile(rf"({_NOT_WORDS})|(?<![\w\\]){re.escape(short)}(?!\w)")
    for row in rows.get(next(iter(_WORD.findall(short)), ""), ()):
        for found in use.finditer(lines[row]):
            if not found[1]:
                return row, found.end()
    return None
