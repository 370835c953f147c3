"""Comparison signs that are easily confused with their opposite."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.rules.dose.terms import NUMBER
from leaflet.lint.text.patterns import Match, finder
from leaflet.lint.text.rule import Rule

_SIGNS = {">": "more than", "<": "less than", "≥": "at least", "≤": "at most"}
_SIGNS |= {">=": "at least", "<=": "at most", "=<": "at most", "=>": "at least"}

_COMPARED = (
    r"(?:\b(?:age|aged|ages|adults|children|people|patients|those|weight|weighing|if|is|are|of|for"
    r"|and|or|BMI|CrCl|eGFR|GFR|INR|ALT|AST|QTc|temperature|fever|pressure)\s?|\()$"
)
"""Before a sign that compares: words that no dose ends with."""


def _in_words(match: Match) -> str:
    """The sign in words, with a space on both sides."""
    words = _SIGNS[match.text]
    return f" {words} " if match.before[-1:].isalnum() else f"{words} "


def _is_compared(match: Match) -> bool:
    """Whether this is no level of significance (p < 0.05)."""
    return not re.search(r"\b[pP]\s*$", match.near)


def _is_no_arrow(match: Match) -> bool:
    """Whether the sign is no bracket, nor the next step: "5 mg > 10 mg" are not more than 10 mg."""
    opened = match.text == "<" and re.match("[^<]*>", match.after)
    return not opened and bool(re.search(_COMPARED, match.near, re.IGNORECASE))


def _outside_tables(match: Match) -> bool:
    return _is_compared(match) and not match.line.raw.lstrip().startswith("|")


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-more-less",
        Severity.NOTE,
        '">" or "<" before a number',
        "The two signs are easily confused with each other, and <10 can be misread as 40. Levels "
        "of significance (p < 0.05) are ignored.",
        ISMP,
        finder(
            rf"(?P<it>[<>](?<![-=<>].))(?!=) ?(?={NUMBER}(?!\w*>))",
            '"{}" is easily confused with its opposite or misread as a digit',
            _in_words,
            where=_is_compared,
            certain=_is_no_arrow,
        ),
        wrong=("Adults >65 years: 5 mg once daily.",),
        right=("Adults over 65 years: 5 mg once daily.", "It helped (p < 0.05)."),
    ),
    Rule(
        "dose-at-least",
        Severity.NOTE,
        '"≥" or "≤" before a number',
        "The two signs are easily confused with each other, and many patients do not know them. "
        "Tables may use them.",
        ISMP,
        finder(
            rf"(?P<it>[≥≤<>=](?:(?<=[<>])=|(?<==)[<>]|(?<=[≥≤]))) ?(?={NUMBER})",
            '"{}" is easily confused with its opposite',
            _in_words,
            where=_outside_tables,
            certain=lambda match: match.text != "=>",  # an arrow, too
        ),
        wrong=("Adults ≥65 years: 5 mg once daily.",),
        right=("Adults of at least 65 years: 5 mg once daily.", "| ≥65 years | 5 mg |"),
    ),
)
