"""Searches with an expression of many alternatives, of which a text may match few.

An expression tries each of its alternatives at each place of a text. Here only those are searched
for whose literals the text has; what is found is the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from leaflet.config.expression import AS_WRITTEN, Expression, compiled
from leaflet.topics.known_alternatives import known_alternatives
from leaflet.topics.required_literals import fold, required_literals

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


LONGEST = 1000
"""Characters of a text in which alternatives of any kind are searched for one by one. To look
through a longer one for an alternative that is not in it may take more time than all together,
which end at the first match of any. Not if each takes a few steps at each place at most."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative; a text that matches it has one of the ``literals``, once it is folded."""

    source: str
    flags: int
    literals: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its expression."""
        return compiled(self.source, self.flags)

    @property
    def is_bounded(self) -> bool:
        """Whether nothing in it may be repeated more than once."""
        return not any(sign in self.source for sign in "*+{")


def search(pattern: Expression, text: str) -> re.Match[str] | None:
    """What ``pattern.search`` finds in a text."""
    if len(text) > LONGEST:
        several = [*_possible(pattern.pattern, pattern.flags, text)]
        bounded = all(each.is_bounded for each in several)
        return first_match(several, text) if bounded else pattern.search(text)
    return _search(pattern.pattern, pattern.flags, text)


@lru_cache(maxsize=8192)  # each part of a document asks for the same words of the same labels
def _search(pattern: str, flags: int, text: str) -> re.Match[str] | None:
    return first_match(_possible(pattern, flags, text), text)


def _possible(pattern: str, flags: int, text: str) -> Iterator[Alternative]:
    """The alternatives of which a text has a literal; no other one matches in it."""
    folded = fold(text)
    for each in alternatives(pattern, flags):
        if any(map(folded.__contains__, each.literals)):
            yield each


def first_match(several: Iterable[Alternative], text: str) -> re.Match[str] | None:
    """The first match in a text; of several there that of the first alternative."""
    first: re.Match[str] | None = None
    for each in several:
        found = each.pattern.search(text)
        if found and (first is None or found.start() < first.start()):
            first = found
    return first


@lru_cache(maxsize=4096)
def alternatives(pattern: str, flags: int) -> tuple[Alternative, ...]:
    """The alternatives of an expression, in its order."""
    known = known_alternatives(pattern) if flags == AS_WRITTEN else None
    several = divided(pattern, flags) if known is None else known
    return tuple(Alternative(source, flags, tuple(literals)) for source, literals in several)


def divided(pattern: str, flags: int) -> list[tuple[str, tuple[str, ...]]]:
    """The source of each alternative of an expression, in its order, and its literals.

    An expression with a comment, or with parts that refer to others by number or name, is left
    whole.
    """
    sources = (
        [pattern] if re.search(r"#|\\[1-9]|\(\?(?:P=|\(|[a-zA-Z])", pattern) else _split(pattern)
    )
    return [(each, required_literals(each, flags)) for each in sources]


def _split(pattern: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for token in _TOKEN.finditer(pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and depth == 0:
            parts.append(pattern[start : token.start()])
            start = token.end()
    return [*parts, pattern[start:]]
