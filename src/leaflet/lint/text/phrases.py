"""Rules made of several phrases: find the first of them on each line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Finder, Hit

Holds = Callable[[Manuscript, SourceLine, re.Match[str]], bool]
"""Whether a match of a phrase means here what the rule looks for."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase: a space in it stands for any white space, `` ?`` for any or none.

    It is compiled when it is first looked for, since a run looks for few of them.
    """

    pattern: str
    flags: re.RegexFlag = re.IGNORECASE

    def search(self, words: str) -> re.Match[str] | None:
        """The first place in some words."""
        return _compiled(self.pattern, self.flags).search(words)

    def finditer(self, words: str) -> Iterator[re.Match[str]]:
        """All places in some words."""
        return _compiled(self.pattern, self.flags).finditer(words)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), flags)


def phrase_finder(
    patterns: Iterable[Wording | re.Pattern[str]],
    message: str,
    hint: str = "",
    holds: Holds | None = None,
    clues: str = "",
) -> Finder:
    """Build the finder of the first match of any of the patterns on each line.

    ``{found}`` in ``message`` stands for the match; ``holds`` can reject one. Lines without any of
    the ``clues`` (in lower case, separated by bars) are skipped, which is faster.
    """
    known = tuple(patterns)
    all_clues = clues.split("|")

    def find(manuscript: Manuscript) -> Iterator[Hit]:
        prose = manuscript.prose.lower()
        held = [clue for clue in all_clues if clue in prose]
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
                text = message.format(found=" ".join(first.group().split()))
                yield Hit(line.number, line.column(first.start()), text, hint)

    return find


def sentence_around(words: str, match: re.Match[str]) -> str:
    """The sentence that contains a match."""
    before = max(words.rfind(mark, 0, match.start()) for mark in (". ", "? ", "! "))
    ends = [at for mark in ".?!" if (at := words.find(mark, match.end())) >= 0]
    return words[before + 1 : min(ends, default=len(words)) + 1].strip()
