"""Every rule, in the order of ``docs/checks.md``.

This is the only list of rules: a rule that is in none of its tables never runs.
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
    preflight,
    readability,
    subject,
    versions,
)
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit, Rule
from leaflet.lint.waivers import faulty


def _faulty_waivers(manuscript: Manuscript) -> Iterator[Hit]:
    return faulty(manuscript, BY_CODE, REFUSED)


_WAIVERS = (
    Rule(
        "bad-waiver",
        Severity.WARNING,
        "a waiver that has no effect",
        "Whoever reads the monograph next year needs to know why a warning was accepted.",
        "README.md, Proof-read",
        _faulty_waivers,
        wrong=("waive: [no-dose]",),
        right=('waive: {no-dose: "given by the clinic, never at home"}',),
    ),
    # No finder: what waivers do is known only when all other rules have run.
    Rule(
        "self-waived",
        Severity.WARNING,
        "findings that the text itself waives",
        "A text that comes from outside could declare its own errors harmless. Permit the waivers "
        'in your project: waivers = ["dose-qd"] under [check] in leaflet.toml. With --strict, '
        "waived warnings count as well.",
        "README.md, Proof-read",
        right=('waive: {no-dose: "given by the clinic, never at home"}',),
    ),
    Rule(
        "unused-waiver",
        Severity.WARNING,
        "a waiver that is not needed",
        "It would hide the next real problem of its kind.",
        "README.md, Proof-read",
    ),
)

_NUMBERS = (
    *impossible_numbers.RULES,
    *maximum_doses.RULES,
    *frequencies.RULES,
    *contradictions.RULES,
)

TABLES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Problems found while reading the file", parser_findings.RULES),
    ("Problems found while the page is composed", preflight.RULES),
    ("Real medicine, right medicine", (*authenticity.RULES, *subject.RULES, *marketed.RULES)),
    ("Text that is not for readers", llm_leftovers.RULES),
    ("Missing and repeated text", missing.RULES),
    ("Doses that are easily misread", dose.RULES),
    ("Impossible and contradictory numbers", _NUMBERS),
    ("Look-alike names", look_alikes.RULES),
    ("Unanswered questions", completeness.RULES),
    ("Readability", readability.RULES),
    ("Changes since an older version", versions.RULES),
    ("Waivers", _WAIVERS),
)

RULES: tuple[Rule, ...] = tuple(rule for _, table in TABLES for rule in table)

BY_CODE = {rule.code: rule for rule in RULES}

REFUSED = {rule.code for rule in RULES if rule.refused}
"""The codes of problems for which nothing is printed."""
