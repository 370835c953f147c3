"""The literals of which a text must have one for a regular expression to match in it.

Most texts have none of them, and to look for words takes a fortieth of the time that a search with
alternatives at every place takes. Read from the parsed expression, which Python keeps under a
private name: a test holds that no match is lost.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_DOTLESS = str.maketrans("\u0130\u0131", "ii")


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """A text in which letters are the same if they are for an expression that ignores case."""
    return text.translate(_DOTLESS).casefold()


@lru_cache(maxsize=4096)
def required_literals(pattern: str, flags: int) -> tuple[str, ...]:
    """Literals, folded, one of which is in every folded text that has a match; or only ``""``."""
    return tuple(sorted(_required(parser.parse(pattern, flags)) or {""}))


def _required(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best literals of a sequence: those of which the shortest is longest. Empty if none."""
    found, run = [], ""
    for operator, argument in sequence:
        if operator is code.LITERAL:
            run += chr(argument)
            continue
        found += [frozenset({fold(run)}), _within(operator, argument)]
        run = ""
    return max([*found, frozenset({fold(run)})], key=_worth)


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    return min(map(len, literals), default=0), -len(literals)


def _within(operator: Any, argument: Sequence[Any]) -> frozenset[str]:
    """The literals that a part of a sequence requires; empty if it requires none."""
    if operator is code.SUBPATTERN:
        return _required(argument[3])
    if operator in (code.MAX_REPEAT, code.MIN_REPEAT) and argument[0]:
        return _required(argument[2])
    if operator is code.BRANCH:
        branches = [_required(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(map(any, branches)) else frozenset()
    return frozenset()
