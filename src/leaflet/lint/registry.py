"""Every rule of the proof-reader, in the order in which ``docs/checks.md`` shows them.

This is the only list there is: a rule that stands in none of its tables does not exist.
"""

from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.rules import (
    authenticity,
    completeness,
    contradictions,
    dose,
    frequencies,
    impossible_numbers,
    llm_leftovers,
    look_alikes,
    marketed,
    maximum_doses,
    missing,
    parser_findings,
    readability,
    subject,
)
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit, Rule
from leaflet.lint.waivers import faulty


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

_NUMBERS = (
    *impossible_numbers.RULES,
    *maximum_doses.RULES,
    *frequencies.RULES,
    *contradictions.RULES,
)

TABLES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("What the reader finds", parser_findings.RULES),
    (
        "Is it a medicine, and the right one?",
        (*authenticity.RULES, *subject.RULES, *marketed.RULES),
    ),
    ("Words that were not meant for a reader", llm_leftovers.RULES),
    ("What is missing, or there twice", missing.RULES),
    ("Doses that are read wrongly", dose.RULES),
    ("Numbers that cannot be, or disagree", _NUMBERS),
    ("Names that look alike", look_alikes.RULES),
    ("Questions left open", completeness.RULES),
    ("Is it easy to read?", readability.RULES),
    ("Waivers", _WAIVERS),
)

RULES: tuple[Rule, ...] = tuple(rule for _, table in TABLES for rule in table)

BY_CODE = {rule.code: rule for rule in RULES}
