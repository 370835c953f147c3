"""Searches with an expression of many alternatives, of which a text may match few.

An expression tries each of its alternatives at each place of a text. Here only those are searched
for whose literals the text has; what is found is the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from leaflet.topics.required_literals import required_literals

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


_LONGEST = 1000
"""Characters of a text in which alternatives are searched for one by one. To look through a longer
one for an alternative that is not in it may take more time than all together, which end at the
first match of any."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative; a text that matches it has one of the ``literals``, once it is folded."""

    source: str
    flags: int
    literals: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its expression."""
        return _compiled(self.source, self.flags)


def search(pattern: re.Pattern[str], text: str, folded: str) -> re.Match[str] | None:
    """What ``pattern.search`` finds in a text; ``folded`` is that text, as ``fold`` has it."""
    every = alternatives(pattern.pattern, pattern.flags)
    there = (each for each in every if any(map(folded.__contains__, each.literals)))
    return first_match(pattern, there, text)


def first_match(
    pattern: re.Pattern[str], several: Iterable[Alternative], text: str
) -> re.Match[str] | None:
    """The first match of an expression in a text that may match only several alternatives of it.

    Of several matches there, that is the one of the first alternative.
    """
    if len(text) > _LONGEST:
        return pattern.search(text)
    first: re.Match[str] | None = None
    for each in several:
        found = each.pattern.search(text)
        if found and (first is None or found.start() < first.start()):
            first = found
    return first


@lru_cache(maxsize=4096)
def alternatives(pattern: str, flags: int) -> tuple[Alternative, ...]:
    """The alternatives of an expression, in its order.

    One with a comment, or with parts that refer to others by number or name, is left whole.
    """
    sources = (
        [pattern] if re.search(r"#|\\[1-9]|\(\?(?:P=|\(|[a-zA-Z])", pattern) else _split(pattern)
    )
    return tuple(Alternative(each, flags, required_literals(each, flags)) for each in sources)


def _split(pattern: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for token in _TOKEN.finditer(pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and depth == 0:
            parts.append(pattern[start : token.start()])
            start = token.end()
    return [*parts, pattern[start:]]


@lru_cache(maxsize=4096)
def _compiled(source: str, flags: int) -> re.Pattern[str]:
    return re.compile(source, flags)
