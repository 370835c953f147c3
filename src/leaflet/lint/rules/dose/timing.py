"""Dose safety: Latin for how often, and what it is mistaken for."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.rules.dose.gloss import Meaning, after_dose, dotted, spell_out
from leaflet.lint.rules.dose.sources import BNF, ISMP, JOINT_COMMISSION
from leaflet.lint.rules.dose.terms import SWALLOWED
from leaflet.lint.text.patterns import Place
from leaflet.lint.text.rule import Rule

_EYES_AND_EARS = r"\b(?:eyes?|eyelid|ophthalm\w+|ocular|vision|ears?|otic|auric\w+)\b"
_DAILY = r"(?:once[ -](?:a[ -]|per |each |every )?da(?:il)?y|daily|every day|each day)"
_TIMES_A_DAY = (
    r"(?:twice|thrice|(?:two|three|four|2|3|4) times)(?:[ -/](?:a |per |each |every )?da(?:il)?y)?"
)
_TIMES_A_WEEK = r"(?:twice|two times|three times|thrice)(?: (?:a |per |each |every )?week(?:ly)?)"
_TIMES = {
    "b": "twice daily",
    "t": "three times daily",
    "q": "four times daily",
}


def _times(place: Place) -> str:
    letters = re.sub(r"[^a-z]", "", place.said.lower())
    return _TIMES["b" if letters == "bd" else letters[0]]


def _times_a_week(place: Place) -> str:
    return f"{'twice' if place.said[0] in 'Bb' else 'three times'} a week"


def _no_eye_or_ear(place: Place) -> bool:
    if re.search(SWALLOWED, place.before):
        return True
    words = f"{place.manuscript.title} {place.line.words}"
    return not re.search(_EYES_AND_EARS, words, re.IGNORECASE) and not re.search(
        r"optical density|overdos|osmotic", place.line.words, re.IGNORECASE
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-qd",
        Severity.ERROR,
        "QD for daily",
        "QD is read as QID, four times a day.",
        JOINT_COMMISSION,
        spell_out(
            dotted("QD"),
            '"{}" is read as QID, four times a day',
            Meaning("daily", _DAILY),
        ),
        wrong=("Take 5 mg QD.", "Take 5 mg q.d. with food."),
        right=("Take 5 mg daily.",),
    ),
    Rule(
        "dose-qod",
        Severity.ERROR,
        "QOD for every other day",
        "QOD is read as QD, daily, or as QID, four times a day.",
        JOINT_COMMISSION,
        spell_out(
            dotted("QOD"),
            '"{}" is read as daily or as four times a day',
            Meaning("every other day", "every other day|on alternate days|every second day"),
        ),
        wrong=("Take 5 mg QOD.",),
        right=("Take 5 mg every other day.",),
    ),
    Rule(
        "dose-od",
        Severity.WARNING,
        "OD for once daily",
        "OD is read as the right eye, and a syrup has been dripped into it. In a text about eyes "
        "or ears it is told as dose-eye-ear; overdose and optical density are left alone. Only "
        "after a dose is it certain that once daily is meant.",
        ISMP,
        spell_out(
            dotted("OD"),
            '"{}" is read as the right eye',
            Meaning("once daily", _DAILY),
            where=_no_eye_or_ear,
            certain=after_dose,
        ),
        wrong=("Take 4 mg once daily (OD).", "Take 4 mg OD on days 1 to 21."),
        right=("Take 4 mg once daily.", "After an overdose (OD) call for help."),
    ),
    Rule(
        "dose-bid",
        Severity.NOTE,
        "BID, TID, QID, BD, TDS or QDS",
        "They are mistaken for each other, and patients do not know Latin.",
        BNF,
        spell_out(
            dotted("BID", "TID", "QID", "BD", "TDS", "QDS"),
            '"{}" is Latin, and mistaken for its neighbours',
            Meaning(_times, _TIMES_A_DAY),
            where=lambda place: place.said.upper() != "BD" or after_dose(place),
        ),
        wrong=("Take 100 mg BID.", "Take 100 mg twice daily (b.i.d.)."),
        right=("Take 100 mg twice daily.", "It is sold by BD Medical."),
    ),
    Rule(
        "dose-biw",
        Severity.WARNING,
        "BIW or TIW for times a week",
        "TIW is read as three times a day, BIW as twice a day.",
        ISMP,
        spell_out(
            dotted("BIW", "TIW"),
            '"{}" is read as times a day',
            Meaning(
                lambda place: f"{'twice' if place.said[0] in 'Bb' else 'three times'} a week",
                r"(?:twice|two times|three times|thrice)(?: (?:a |per |each |every )?week(?:ly)?)",
            ),
        ),
        wrong=("Inject 40 mg TIW.",),
        right=("Inject 40 mg three times a week.",),
    ),
)
