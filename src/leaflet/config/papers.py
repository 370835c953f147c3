"""Papers: sizes with a name, sizes written as ``100x150mm``, and those of ``[paper.NAME]``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import fault, read_table
from leaflet.config.value_types import Length
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError

TABLE = "paper."

LANDSCAPE = "-landscape"
"""Ends the name of a paper that lies on its longer side."""

LEAST, MOST = 40.0, 1200.0
"""Millimetres of a side: a label, and the longer side of A0."""

_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_LENGTH = r"\d+(?:\.\d+)?"
_SIZE = re.compile(rf"({_LENGTH})\s*x\s*({_LENGTH})\s*(mm|cm|in)")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: width, height and, if it is given, left and right margin, in millimetres."""

    width: float
    height: float
    edge: float | None = None

    @property
    def landscape(self) -> "Paper":
        """The same paper, lying on its longer side."""
        sides = (self.width, self.height)
        return Paper(max(sides), min(sides), self.edge)


NAMED: Mapping[str, Paper] = {
    "a3": Paper(297, 420),
    "a4": Paper(210, 297),
    "a5": Paper(148, 210),
    "a6": Paper(105, 148),
    "b5": Paper(176, 250),
    "letter": Paper(215.9, 279.4),
    "legal": Paper(215.9, 355.6),
    "half-letter": Paper(139.7, 215.9),
}
"""The papers that everybody has (ISO 216, ANSI/ASME Y14.1)."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A paper as a table."""

    width: Length
    height: Length
    edge: Length | None = None


def paper(name: str, own: Mapping[str, Paper], others: Iterable[str] = ()) -> Paper:
    """The paper with a name, one of a project's ``own`` first, or of a size such as ``100x150mm``.

    Raises SettingsError for one that there is not; its hint names ``others`` too.
    """
    bare = name.removesuffix(LANDSCAPE)
    if size := _SIZE.fullmatch(bare):
        scale = _MILLIMETRES[size[3]]
        found = Paper(float(size[1]) * scale, float(size[2]) * scale)
    elif bare in own or bare in NAMED:
        found = {**NAMED, **own}[bare]
    else:
        hint = nearest(name, {*NAMED, *own, *others})
        hint += f"; {LANDSCAPE[1:]}: {next(iter(NAMED))}{LANDSCAPE}; or a size, such as 100x150mm"
        raise SettingsError.of("unknown-paper", f'there is no paper "{name}"', hint=hint)
    if not all(LEAST <= side <= MOST for side in (found.width, found.height)):
        message = f'the sides of the paper "{name}" are not from {LEAST:g} to {MOST:g} mm'
        raise SettingsError.of("unknown-paper", message, hint="write it like 100x150mm")
    return found.landscape if name.endswith(LANDSCAPE) else found


def read_papers(
    given: Iterable[RawSetting],
) -> tuple[Mapping[str, Paper], list[Diagnostic]]:
    """The papers that settings describe, and everything that is wrong with one of them."""
    papers, faults = dict[str, Paper](), list[Diagnostic]()
    for each in given:
        if not each.key.startswith(TABLE):
            continue
        row = read_table(each.value, _Row)
        if isinstance(row, _Row):
            sides = (_millimetres(row.width), _millimetres(row.height))
            edge = _millimetres(row.edge) if row.edge else None
            papers[each.key.removeprefix(TABLE).lower()] = Paper(*sides, edge)
        else:
            faults += [
                fault("bad-paper", wrong.message, each, wrong.hint, each.line_of(*wrong.path))
                for wrong in row
            ]
    return papers, faults


def _millimetres(length: str) -> float:
    return float(length[:-2]) * _MILLIMETRES[length[-2:]]
