"""The hyphenation patterns of a language, each read when it is first looked up.

Pyphen reads all patterns of a language at once, which takes a tenth of the time of a first
document. Most are never asked for.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pyphen

from leaflet import files

__all__ = ["hyphenation"]

_LEFT, _RIGHT = 3, 3
"""Letters that stay together at the beginning and the end of a word."""

_NO_DIGITS = str.maketrans("", "", "0123456789")
_PATTERN = re.compile(rf"^(?!{'|'.join(pyphen.ignored)})[^\n1-9]*[1-9]\S*", re.MULTILINE)
"""A line with a weight. One with none, or only zeros, divides no word."""


@cache
def hyphenation(language: str) -> pyphen.Pyphen | None:
    """The hyphenation of a language tag, if there is one; British rules divide words by origin."""
    english = language.split("-", maxsplit=1)[0] == "en"
    name = "en_GB" if english else pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return None
    path = pyphen.LANGUAGES[name]
    if path not in pyphen.hdcache and (patterns := read_patterns(path)):
        pyphen.hdcache[path] = patterns
    return pyphen.Pyphen(lang=name, left=_LEFT, right=_RIGHT)


def read_patterns(path: Path) -> pyphen.HyphDict | None:
    """The patterns of a dictionary; None if it has forms that only Pyphen reads."""
    head, _, text = files.read(path).partition(b"\n")
    lines = _PATTERN.findall(text.decode(head.decode().strip()))
    if b"^^" in text or (b"=" in text and any("/" in each and "=" in each for each in lines)):
        return None
    letters = "\n".join(lines).translate(_NO_DIGITS).split("\n")
    patterns = pyphen.HyphDict.__new__(pyphen.HyphDict)
    patterns.patterns = _ReadWhenUsed(zip(letters, lines, strict=True))
    patterns.cache = {}
    patterns.maxlen = max(map(len, letters))
    return patterns


class _ReadWhenUsed(dict[str, Any]):
    """Patterns by their letters: as they are written, and once they were looked up, their weights.

    Of a pattern ``a1b2c`` those are the number of the first weight and all weights up to the last.
    """

    def get(self, letters: str, default: Any = None) -> Any:
        found = super().get(letters, default)
        if isinstance(found, str):
            found = self[letters] = _weights(found)
        return found


def _weights(pattern: str) -> tuple[int, tuple[int, ...]]:
    weights = [int(digit or "0") for digit, _ in pyphen.parse(pattern)]
    used = [number for number, weight in enumerate(weights) if weight]
    return used[0], tuple(weights[used[0] : used[-1] + 1])
