"""Abbreviations for when a medicine is taken."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import BNF, ISMP
from leaflet.lint.rules.dose.abbreviations import after_dose, dotted
from leaflet.lint.text.patterns import Match, Meaning, finder, never
from leaflet.lint.text.rule import Rule


def _ends_there(match: Match) -> bool:
    """Whether no complaint follows: "PRN pain" means "when needed for pain"."""
    return bool(re.match(r"\s*(?:$|[^\w\s]|(?:for|and|or|up|but|with|to|if)\b)", match.after))


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-hs",
        Severity.WARNING,
        '"HS" for bedtime or half-strength',
        'HS can mean "at bedtime" or "half-strength", so there is no safe fix. It is checked only '
        "after a dose; names of diseases are ignored.",
        ISMP,
        finder(
            dotted("HS"),
            '"{}" can mean "at bedtime" or "half-strength"',
            Meaning(explained_by=r"(?:at )?bed ?time|half[- ]strength"),
            where=after_dose,
        ),
        wrong=("Take 5 mg HS.",),
        right=("Take 5 mg at bedtime.", "It is for hidradenitis suppurativa (HS)."),
    ),
    Rule(
        "dose-qhs",
        Severity.WARNING,
        '"qhs" or "qn" for at bedtime',
        "qhs can be misread as qhr (every hour), qn as qh.",
        ISMP,
        finder(
            dotted("QHS", "QN"),
            '"{}" can be misread as every hour',
            Meaning("at bedtime", r"(?:at )?bed ?time|nightly|(?:every|each|at) night"),
        ),
        wrong=("Take 5 mg qhs.",),
        right=("Take 5 mg at bedtime.",),
    ),
    Rule(
        "dose-bt",
        Severity.WARNING,
        '"BT" for bedtime',
        "BT can be misread as BID (twice daily). It is checked only after a dose.",
        ISMP,
        finder(
            dotted("BT"),
            '"{}" can be misread as BID (twice daily)',
            Meaning("at bedtime", r"(?:at )?bed ?time"),
            where=after_dose,
            certain=never,
        ),
        wrong=("Take 5 mg BT.",),
        right=("Take 5 mg at bedtime.", "BT shunts need no dose."),
    ),
    Rule(
        "dose-prn",
        Severity.NOTE,
        '"PRN" for when needed',
        "Patients do not know Latin, and they must know whether to take a medicine every day or "
        "only when needed.",
        BNF,
        finder(
            dotted("PRN"),
            '"{}" is Latin that patients do not know',
            Meaning("when needed", "(?:as|when|if) (?:needed|required|necessary)"),
            certain=_ends_there,
        ),
        wrong=("Take 5 mg PRN.", "Take 5 mg as needed (PRN)."),
        right=("Take 5 mg when needed.",),
    ),
    Rule(
        "dose-ud",
        Severity.WARNING,
        '"UD" for as directed',
        'UD can be misread as "unit dose". It is checked only after a dose.',
        ISMP,
        finder(
            dotted("UD", "UTD"),
            '"{}" can be misread as "unit dose"',
            Meaning("as directed", "as directed"),
            where=after_dose,
            certain=never,
        ),
        wrong=("Take 5 mg UD.",),
        right=("Take 5 mg as directed.",),
    ),
)
