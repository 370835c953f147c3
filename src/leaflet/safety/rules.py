"""Every rule of the proof-reader, in the order in which ``docs/checks.md`` shows them.

This is the only list there is: a rule that stands in none of its tables does not exist.
"""

from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.safety import (
    about,
    alike,
    completeness,
    disagreement,
    dose,
    frequencies,
    gaps,
    genuine,
    impossible,
    leaks,
    market,
    maxima,
    readability,
    told,
)
from leaflet.safety.manuscript import Manuscript
from leaflet.safety.rule import Hit, Rule
from leaflet.safety.waivers import faulty


def _faulty_waivers(manuscript: Manuscript) -> Iterator[Hit]:
    return faulty(manuscript, BY_CODE, {rule.code for rule in RULES if rule.refused})


def _nothing(_: Manuscript) -> tuple[Hit, ...]:
    """The unused waivers are known only when all rules have run: check finds them."""
    return ()


_WAIVERS = (
    Rule(
        "bad-waiver",
        Severity.WARNING,
        "a waiver that cannot be honoured",
        "Whoever reads the monograph next year must see why a warning was let stand.",
        "README.md, Proof-read",
        _faulty_waivers,
        wrong=("waive: [no-dose]",),
        right=('waive: {no-dose: "given by the clinic, never at home"}',),
    ),
    Rule(
        "unused-waiver",
        Severity.WARNING,
        "a waiver that nothing needs",
        "It would hide the next, real finding of its kind.",
        "README.md, Proof-read",
        _nothing,
    ),
)

_NUMBERS = (*impossible.RULES, *maxima.RULES, *frequencies.RULES, *disagreement.RULES)

TABLES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("What the reader finds", told.RULES),
    ("Is it a medicine, and the right one?", (*genuine.RULES, *about.RULES, *market.RULES)),
    ("Words that were not meant for a reader", leaks.RULES),
    ("What is missing, or there twice", gaps.RULES),
    ("Doses that are read wrongly", dose.RULES),
    ("Numbers that cannot be, or disagree", _NUMBERS),
    ("Names that look alike", alike.RULES),
    ("Questions left open", completeness.RULES),
    ("Is it easy to read?", readability.RULES),
    ("Waivers", _WAIVERS),
)

RULES: tuple[Rule, ...] = tuple(rule for _, table in TABLES for rule in table)

BY_CODE = {rule.code: rule for rule in RULES}
