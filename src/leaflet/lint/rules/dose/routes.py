"""Abbreviations for how a medicine is given."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.rules.dose.abbreviations import after_dose, dotted
from leaflet.lint.rules.dose.terms import GIVEN, SWALLOWED
from leaflet.lint.text.patterns import Match, Meaning, finder, never
from leaflet.lint.text.rule import Rule

_EYES = r"\b(?:eyes?|eyelids?|ophthalm\w+|ocular|conjunctiv\w+|glaucoma|vision)\b"
_EARS = r"\b(?:ears?|otic|auric\w+|otitis)\b"
_SIDES = {"D": "right", "S": "left", "U": "(?:both|each|either)"}
_NOUN = (
    r"\s*(?:injections?|administration|infusions?|routes?|doses?|use|implants?|formulations?"
    r"|heparin|insulin|dosing|tissue|therapy|form|sites?|methotrexate|maintenance)\b"
)


def _all_capitals(match: Match) -> bool:
    return match.line.words.upper() == match.line.words


def _after_dose(match: Match) -> bool:
    return after_dose(match) and not _all_capitals(match)


def _before_noun(match: Match) -> bool:
    return bool(re.match(_NOUN, match.after)) and not _all_capitals(match)


def _given(match: Match) -> bool:
    return _after_dose(match) or _before_noun(match)


def _eye_or_ear(match: Match) -> bool:
    letters = match.text.replace(".", "").upper()
    dosed = re.search(rf"{GIVEN}|\b(?:in|into|the)\s$", match.near)
    swallowed = re.search(SWALLOWED, match.near)
    return match.is_about(_EYES if letters[0] == "O" else _EARS) and bool(dosed) and not swallowed


def _which_one(match: Match) -> str:
    """The words for this eye or ear, and for no other."""
    letters = match.text.replace(".", "").upper()
    part = "eyes?" if letters[0] == "O" else "ears?"
    return rf"(?:in(?:to)? )?(?:the )?{_SIDES[letters[-1]]} {part}"


def _under_the_skin(match: Match) -> str:
    return "subcutaneous" if _before_noun(match) else "subcutaneously"


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-eye-ear",
        Severity.WARNING,
        '"OD", "OS", "OU", "AD", "AS" or "AU" for eyes and ears',
        "Eyes and ears are easily confused with each other, and OD with once daily. They are "
        "checked only after a dose in texts about eyes or ears, because OS also means overall "
        "survival, and AS and AD are diseases.",
        ISMP,
        finder(
            dotted("OD", "OS", "OU", "AD", "AU") + r"|[Aa](?<![\w.].)(?:(?<=A)S|\.\s?[Ss]\.)(?!\w)",
            '"{}" does not say clearly which eye or ear',
            Meaning(explained_by=_which_one),
            where=_eye_or_ear,
        ),
        wrong=("Put 1 drop OS for the eye.", "Put 2 drops AU for the ear."),
        right=("Put 1 drop in the left eye.", "The eyes of patients with AS may redden."),
    ),
    Rule(
        "dose-sc",
        Severity.WARNING,
        '"SC", "SQ" or "sub q" for subcutaneous',
        'SC can be misread as SL (under the tongue), and the q of "sub q" as "every". "SUBQ" and '
        '"SubQ", which ISMP recommends, and names such as SQ-HDM are ignored.',
        ISMP,
        finder(
            r"[Ss](?<![\w.-].)(?:(?<=S)[CQ]|(?<=s)q|\.\s?[CcQq]\.?|ub[ -][qQ])(?![\w-])",
            '"{}" can be misread as SL (under the tongue), or its q as "every"',
            Meaning(_under_the_skin, r"subcutaneous(?:ly)?|under the skin"),
            where=lambda match: "stratum" not in match.line.words,
            certain=_given,
        ),
        wrong=("Inject 40 mg SC once daily.", "Give a subcutaneous (SC) injection."),
        right=("Inject 40 mg subcutaneously once daily.", "Place a 12 SQ-HDM tablet."),
    ),
    Rule(
        "dose-po",
        Severity.NOTE,
        '"PO" or "per os" for by mouth',
        "os can be misread as the left eye, and patients do not know Latin.",
        ISMP,
        finder(
            r"[Pp](?<![\w.].)(?:(?<=P)O|(?<=p)o(?!\w)|\.\s?[Oo]\.|er os)(?![\w-]| Box)",
            '"{}" is Latin, and "os" also means the left eye',
            Meaning("by mouth", "orally|oral|by mouth"),
            where=lambda match: match.text != "po" or after_dose(match),
        ),
        wrong=("Take 5 mg PO once daily.",),
        right=("Take 5 mg by mouth once daily.",),
    ),
    Rule(
        "dose-nasal",
        Severity.WARNING,
        '"IN" or "NAS" for into the nose',
        "IN can be misread as IM or IV. It is checked only after a dose or before a word such as "
        "administration.",
        ISMP,
        finder(
            r"[IN](?<![\w.-].)(?:(?<=I)N|(?<=N)AS)(?![\w-])",
            '"{}" can be misread as IM or IV',
            Meaning("intranasal", r"intranasal(?:ly)?|nasal(?:ly)?"),
            where=_given,
            certain=never,
        ),
        wrong=("Give 2 mg IN once.",),
        right=("Give 2 mg intranasally once.",),
    ),
    Rule(
        "dose-intrathecal",
        Severity.WARNING,
        '"IT" for intrathecal',
        'IT can be misread as IV or as the word "it", and some medicines kill if they are given '
        "by the wrong one of these routes. It is checked only after a dose or before a word such "
        "as administration.",
        ISMP,
        finder(
            r"IT(?<![\w.-]IT)(?![\w-])",
            '"{}" can be misread as another route',
            Meaning("intrathecal", r"intrathecal(?:ly)?"),
            where=_given,
            certain=never,
        ),
        wrong=("Give 12 mg IT once.",),
        right=("Give 12 mg intrathecally once.", "It is given once."),
    ),
    Rule(
        "dose-ij",
        Severity.WARNING,
        '"IJ" for injection',
        'IJ can be misread as IV or as "into the jugular vein". It is checked only after a dose.',
        ISMP,
        finder(
            r"IJ(?<![\w.-]IJ)(?![\w-])",
            '"{}" can be misread as IV',
            Meaning("injection", "injection"),
            where=_after_dose,
            certain=never,
        ),
        wrong=("Give 12 mg IJ once.",),
        right=("Give a 12 mg injection once.",),
    ),
)
