"""Rules that are made of wordings: patterns → hits, at most one a line."""

import re
from collections.abc import Callable, Iterable, Iterator

from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Finder, Hit

Pattern = re.Pattern[str]
Holds = Callable[[Manuscript, SourceLine, re.Match[str]], bool]
"""Whether what a pattern found is meant here."""


def wording(pattern: str) -> Pattern:
    """A pattern of words in any letters; a space in it is any space, `` ?`` any or none."""
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.I)


def phrase_finder(
    patterns: Iterable[Pattern],
    message: str,
    hint: str = "",
    holds: Holds | None = None,
    clues: str = "",
) -> Finder:
    """The finder of the first wording of each line that one of the patterns knows.

    ``message`` may quote it as ``{found}``; ``holds`` may find that it is not meant. A line
    that holds none of the ``clues`` (small letters, parted by bars) is passed over quickly.
    """
    known = tuple(patterns)
    sought = clues.split("|")

    def find(manuscript: Manuscript) -> Iterator[Hit]:
        prose = manuscript.prose.lower()
        held = [clue for clue in sought if clue in prose]
        for line in manuscript.body if held else ():
            lowered = line.words.lower()
            if not any(clue in lowered for clue in held):
                continue
            found = [
                match
                for pattern in known
                for match in pattern.finditer(line.words)
                if holds is None or holds(manuscript, line, match)
            ]
            if found:
                first = min(found, key=re.Match.start)
                told = message.format(found=" ".join(first.group().split()))
                yield Hit(line.number, line.column(first.start()), told, hint)

    return find


def sentence_around(words: str, match: re.Match[str]) -> str:
    """The sentence in which a pattern found something."""
    before = max(words.rfind(mark, 0, match.start()) for mark in (". ", "? ", "! "))
    ends = [at for mark in ".?!" if (at := words.find(mark, match.end())) >= 0]
    return words[before + 1 : min(ends, default=len(words)) + 1].strip()
