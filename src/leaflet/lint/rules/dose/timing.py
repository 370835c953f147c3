"""Latin abbreviations for how often a medicine is taken."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import BNF, ISMP, JOINT_COMMISSION
from leaflet.lint.rules.dose.abbreviations import after_dose, dotted
from leaflet.lint.rules.dose.terms import SWALLOWED
from leaflet.lint.text.patterns import Match, Meaning, contains, finder, never
from leaflet.lint.text.rule import Rule

_EYES_AND_EARS = r"\b(?:eyes?|eyelid|ophthalm\w+|ocular|vision|ears?|otic|auric\w+)\b"
_DAILY = (
    r"(?:once[ -](?:a[ -]|per |each |every )?da(?:il)?y"
    r"|(?<!twice[ -])(?<!thrice[ -])(?<!times[ -])(?:daily|every day|each day))"
)
_TIMES = {
    "twice": "(?:twice|(?:two|2) times)",
    "three": "(?:thrice|(?:three|3) times)",
    "four": "(?:four|4) times",
}
_LATIN = {
    "bd": "twice daily",
    "bid": "twice daily",
    "tds": "three times daily",
    "tid": "three times daily",
    "qds": "four times daily",
    "qid": "four times daily",
    "biw": "twice a week",
    "tiw": "three times a week",
}

_OTHER_WORDS = {"bid", "tds", "TDS"}
"""In a bid to help; total dissolved solids."""


def _in_english(match: Match) -> str:
    return _LATIN[re.sub(r"[^a-z]", "", match.text.lower())]


def _times(match: Match) -> str:
    """How often, in other words than those for this abbreviation."""
    often, *_, period = _in_english(match).split()
    per = "(?: (?:a |per |each |every )?week(?:ly)?)"
    if period == "daily":
        per = "(?:[ -/](?:a |per |each |every )?da(?:il)?y)?"
    return _TIMES[often] + per


def _no_eye_or_ear(match: Match) -> bool:
    if re.search(SWALLOWED, match.near):
        return True
    other = contains(match.line.words, "optical density|overdos|osmotic")
    return not other and not match.is_about(_EYES_AND_EARS)


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-qd",
        Severity.ERROR,
        '"QD" for daily',
        "QD can be misread as QID (four times a day).",
        JOINT_COMMISSION,
        finder(
            dotted("QD"),
            '"{}" can be misread as QID (four times a day)',
            Meaning("daily", _DAILY),
        ),
        wrong=("Take 5 mg QD.", "Take 5 mg q.d. with food."),
        right=("Take 5 mg daily.",),
    ),
    Rule(
        "dose-qod",
        Severity.ERROR,
        '"QOD" for every other day',
        "QOD can be misread as QD (daily) or QID (four times a day).",
        JOINT_COMMISSION,
        finder(
            dotted("QOD"),
            '"{}" can be misread as QD (daily) or QID (four times a day)',
            Meaning("every other day", "every other day|on alternate days|every second day"),
        ),
        wrong=("Take 5 mg QOD.",),
        right=("Take 5 mg every other day.",),
    ),
    Rule(
        "dose-od",
        Severity.WARNING,
        '"OD" for once daily',
        "OD also means the right eye, and a syrup has been dripped into an eye because of it. In "
        "texts about eyes or ears, dose-eye-ear reports it; overdose and optical density are "
        "ignored. There is no safe fix, unless the words beside it explain it.",
        ISMP,
        finder(
            dotted("OD"),
            '"{}" can be misread as the right eye',
            Meaning("once daily", _DAILY),
            where=_no_eye_or_ear,
            certain=never,
        ),
        wrong=("Take 4 mg once daily (OD).", "Take 4 mg OD on days 1 to 21."),
        right=("Take 4 mg once daily.", "After an overdose (OD) call for help."),
    ),
    Rule(
        "dose-bid",
        Severity.NOTE,
        '"BID", "TID", "QID", "BD", "TDS" or "QDS"',
        "They are easily confused with each other, and patients do not know Latin.",
        BNF,
        finder(
            dotted("BID", "TID", "QID", "BD", "TDS", "QDS"),
            '"{}" is Latin and easily confused with similar abbreviations',
            Meaning(_in_english, _times),
            where=lambda match: match.text.upper() != "BD" or after_dose(match),
            certain=lambda match: match.text not in _OTHER_WORDS or after_dose(match),
        ),
        wrong=("Take 100 mg BID.", "Take 100 mg twice daily (b.i.d.)."),
        right=("Take 100 mg twice daily.", "It is sold by BD Medical."),
    ),
    Rule(
        "dose-biw",
        Severity.WARNING,
        '"BIW" or "TIW" for times a week',
        "TIW can be misread as three times a day, BIW as twice a day.",
        ISMP,
        finder(
            dotted("BIW", "TIW"),
            '"{}" can be misread as times a day instead of times a week',
            Meaning(_in_english, _times),
        ),
        wrong=("Inject 40 mg TIW.",),
        right=("Inject 40 mg three times a week.",),
    ),
)
