"""A rule as a value: what it finds, why that matters, and who asks for it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe fix: write ``text`` instead of the columns from ``start`` to just before ``end``.

    Columns count from 1 in the raw line of the hit.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A position at which a rule found something.

    ``line`` and ``column`` count from 1 in the file. ``fix`` is set if no person has to decide.
    """

    line: int
    column: int
    message: str
    hint: str = ""
    fix: Fix | None = None
    stops: bool = True
    """Whether it stops a document, if its rule does."""


Finder = Callable[[Manuscript], Iterable[Hit]]
"""What a rule runs: from a manuscript to its hits, in any order."""


def nothing(_: Manuscript) -> tuple[Hit, ...]:
    """The finder of a rule whose hits come from elsewhere."""
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that ``leaflet check`` looks for.

    ``title`` names the problem, ``why`` says what harm it can do, ``source`` names the guideline
    that asks for the rule. ``wrong`` and ``right`` are example lines of Markdown for ``--explain``
    and the documentation. ``refused`` marks a problem for which ``leaflet build`` prints nothing:
    it can be neither waived nor given another severity. One that ``stops`` keeps a document
    from being printed as long as it is an error: the text is about another medicine, or not for
    readers.
    """

    code: str
    severity: Severity
    title: str
    why: str
    source: str
    find: Finder = nothing
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    refused: bool = False
    stops: bool = False
