"""A rule of the proof-reader as a value: what it finds, why that matters, and who says so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Fix:
    """The certain correction of a hit: ``text`` instead of its line up to column ``end``.

    Columns count from 1 in the line as it stands in the file; ``end`` is the first that stays.
    What is replaced begins at the hit itself unless ``start`` says where else.
    """

    end: int
    text: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the file where a rule found what it looks for.

    ``line`` and ``column`` count from 1 in the file as its author sees it. ``fix`` is set only
    where no person has to decide.
    """

    line: int
    column: int
    message: str
    hint: str = ""
    fix: Fix | None = None


Find = Callable[[Manuscript], Iterable[Hit]]
"""How a rule finds: from the manuscript to its hits, in any order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What the proof-reader looks for.

    ``title`` names the fault in a few words, ``why`` says what may come of it, ``source`` who
    asks for it. ``wrong`` and ``right`` are lines of Markdown in which it fires and in which it
    rightly does not; ``--explain`` and the documentation show them. ``refused`` says that the
    reader itself refuses such a text, so that it can be neither waived nor made less of.
    """

    code: str
    severity: Severity
    title: str
    why: str
    source: str
    find: Find
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    refused: bool = False
