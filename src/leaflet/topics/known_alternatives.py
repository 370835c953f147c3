"""The alternatives of leaflet's own expressions, divided beforehand.

To find the literals of those of one language takes longer than to read a monograph.
``alternatives.json`` has them by a hash of the expression, one per line: the length of each
alternative and its literals. ``make topics`` writes it; an expression that is not in it is divided
when it is used.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from leaflet import files

__all__ = ["FILE", "known_alternatives", "written"]

FILE = Path(__file__).with_name("alternatives.json")

Alternatives = Sequence[tuple[str, Sequence[str]]]
"""The source of each alternative, and its literals."""


def known_alternatives(pattern: str) -> Alternatives | None:
    """The alternatives of an expression as it is written in a table; None if they are not known."""
    rows = _known().get(_key(pattern))
    if rows is None:
        return None
    found, start = [], 0
    for length, literals in rows:
        found.append((pattern[start : start + length], literals))
        start += length + len("|")
    return found


def written(expressions: Iterable[tuple[str, Alternatives]]) -> str:
    """The file that has these expressions and their alternatives."""
    rows = {
        _key(pattern): [[len(source), [*literals]] for source, literals in several]
        for pattern, several in expressions
    }
    lines = (
        f'"{key}":{json.dumps(row, ensure_ascii=False, separators=(",", ":"))}'
        for key, row in sorted(rows.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


@cache
def _known() -> Mapping[str, Sequence[tuple[int, Sequence[str]]]]:
    known: dict[str, Sequence[tuple[int, Sequence[str]]]] = json.loads(files.read(FILE))
    return known


def _key(pattern: str) -> str:
    return sha256(pattern.encode()).hexdigest()[:16]
