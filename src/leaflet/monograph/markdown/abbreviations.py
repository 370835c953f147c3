"""Abbreviations, explained where they are first used: ``*[BP]: blood pressure``.

Other tools show the words while the mouse is on the letters; on paper they stand behind them, in
round brackets. An explanation that no text needs goes, as it does there, unless it has a number.
"""

import re

_EXPLAINED = re.compile(r" {0,3}\*\[([^\[\]]+)\]: *(\S.*)$")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_NOT_WORDS = r"`[^`]*`|\]\([^()]*\)|!?\[\[[^\[\]]*\]\]|<[^<>]*>|https?://\S+"


def explain_abbreviations(lines: list[str]) -> list[str]:
    """The same number of lines, with the words of each abbreviation behind its first use.

    One that is explained in two ways, or has a number and is never used, is left as it is.
    """
    found = [_EXPLAINED.match(line) for line in lines]
    meanings: dict[str, set[str]] = {}
    for each in filter(None, found):
        meanings.setdefault(each[1].strip(), set()).add(each[2].strip())
    result = ["" if each else line for each, line in zip(found, lines, strict=True)]
    for short, words in meanings.items():
        if len(words) == 1 and _explain(result, short, *words):
            continue
        if len(words) > 1 or any(map(str.isdigit, "".join(words))):
            rows = [row for row, each in enumerate(found) if each and each[1].strip() == short]
            for row in rows:
                result[row] = lines[row]
    return result


def _explain(lines: list[str], short: str, words: str) -> bool:
    """Write the words behind the first use of an abbreviation; whether there is one."""
    use = re.compile(rf"({_NOT_WORDS})|(?<![\w\\]){re.escape(short)}(?!\w)")
    for row, line in enumerate(lines):
        if short not in line or _HEADING.match(line):
            continue
        for found in use.finditer(line):
            if not found[1]:
                lines[row] = f"{line[: found.end()]} ({words}){line[found.end() :]}"
                return True
    return False
