"""Shorthand for the time between doses and for how long they are taken."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import BNF, ISMP
from leaflet.lint.rules.dose.terms import first
from leaflet.lint.text.patterns import Match, finder, never
from leaflet.lint.text.rule import Rule

_Q = first("[qQ]", r"[\w.)-]") + r"\.?\s?"
_UNITS = {"h": "hours", "d": "days", "w": "weeks", "m": "minutes"}


def _every(match: Match) -> str:
    number = re.sub(r"\s*[-–]\s*", " to ", match["number"])
    unit = _UNITS[match.found.groupdict().get("unit", "hours")[0].lower()]
    return f"every {unit[:-1]}" if number == "1" else f"every {number} {unit}"


def _daily(match: Match) -> str:
    clock = match["clock"]
    return f"daily at {clock.rstrip('ampAMP. ')} {clock[-2:].upper()}" if clock else "daily"


def _after_frequency(match: Match) -> bool:
    """Whether this is no product: "5 cycles x 21 days" are not 21 days."""
    return bool(re.search(r"\b(?:daily|(?:a|per|each|every) day)\s*$", match.before))


def _for_so_long(match: Match) -> str:
    number, unit = match["number"], _UNITS[match["unit"][0]]
    return f"for {number} {unit[:-1] if number == '1' else unit}"


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-q-daily",
        Severity.WARNING,
        '"q1d", or "q" with a time of day',
        "q1d can be misread as QID (four times a day), and q6PM as every six hours.",
        ISMP,
        finder(
            rf"{_Q}(?:1\s?d(?:ay)?|(?P<clock>\d{{1,2}}\s?(?:[AaPp][Mm])))(?!\w)",
            '"{}" can be misread as four times a day or as a number of hours',
            _daily,
            certain=never,
        ),
        wrong=("Take 5 mg q1d.", "Take 5 mg q6PM."),
        right=("Take 5 mg daily at 6 PM.",),
    ),
    Rule(
        "dose-q-degree",
        Severity.WARNING,
        '"q" with a degree sign for hours',
        "q2° can be misread as q20 (every 20 hours).",
        ISMP,
        finder(
            rf"{_Q}(?P<number>\d+(?:\s?[-–]\s?\d+)?)\s?[°º](?!\w)",
            '"{}": the degree sign can be misread as a zero',
            _every,
            certain=never,
        ),
        wrong=("Take 5 mg q2° as needed.",),
        right=("Take 5 mg every 2 hours as needed.",),
    ),
    Rule(
        "dose-q-hours",
        Severity.NOTE,
        '"q" with hours, days or weeks',
        "Patients do not know Latin, and the q can be misread as a 9 or as part of the number. "
        "Chromosome bands (17q21) are ignored.",
        BNF,
        finder(
            rf"{_Q}(?!1\s?d)(?P<number>\d+(?:\s?[-–]\s?\d+)?)\s?"
            r"(?P<unit>[hH](?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?|min(?:utes?)?)(?!\w)",
            '"{}" is Latin, and its q can be misread as a digit',
            _every,
            certain=lambda match: not re.search(r"\s", match.text),  # coenzyme Q 10 days a month
        ),
        wrong=("Take 5 mg q8h.", "Take 5 mg q4-6h."),
        right=("Take 5 mg every 8 hours.", "The cells lack 17q21."),
    ),
    Rule(
        "dose-for-days",
        Severity.WARNING,
        '"x" with days',
        'x3d can be misread as "for three doses".',
        ISMP,
        finder(
            first("[xX×]", r"[\w.]")
            + r"\s?(?P<number>\d+)\s?(?P<unit>d(?:ays?)?|w(?:ee)?ks?)(?!\w)",
            '"{}" can be misread as a number of doses',
            _for_so_long,
            certain=_after_frequency,
        ),
        wrong=("Take 5 mg twice daily x3d.", "Take 5 mg daily x 7 days."),
        right=("Take 5 mg twice daily for 3 days.",),
    ),
)
