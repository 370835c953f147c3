"""Abbreviated and shortened names of medicines."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP, JOINT_COMMISSION
from leaflet.lint.text.patterns import Match, contains, finder, never
from leaflet.lint.text.rule import Rule

NAMES = {
    "APAP": "acetaminophen (paracetamol)",
    "AZT": "zidovudine",
    "CPZ": "prochlorperazine or chlorpromazine",
    "DPT": "the name of the vaccine, or Demerol, Phenergan and Thorazine",
    "DTO": "the name and strength of the opium preparation",
    "HCT": "hydrocortisone or hydrochlorothiazide",
    "HCTZ": "hydrochlorothiazide",
    "MTX": "methotrexate",
    "NoAC": "novel or new oral anticoagulant",
    "PCA": "procainamide",
    "PTU": "propylthiouracil",
    "TAC": "triamcinolone, tacrolimus or the name of the mixture",
    "TNK": "tenecteplase",
    "tPA": "alteplase",
    "TPA": "alteplase",
    "T3": "liothyronine, or acetaminophen with codeine",
    "ZnSO4": "zinc sulfate",
}
"""What each abbreviation can mean."""

_ONLY_NEAR = {
    "PCA": r"procainamide",
    "T3": r"codeine|tylenol",
    "TAC": r"triamcinolone|tacrolimus|tetracaine",
    "DPT": r"demerol|meperidine|promethazine|chlorpromazine",
    "DTO": r"opium",
}
_NEVER_NEAR = {
    "HCT": r"h(?:a?)ematocrit|transplant|stem cell",
    "tPA": r"natural|own|endogenous|inhibitor|fibrinoly",
    "TPA": r"tumou?r|phorbol|endogenous",
}
"""Words that show whether an abbreviation is the name of a medicine here."""


def _is_medicine(match: Match) -> bool:
    if re.search(r"[\w-]$", match.before):
        return False
    needed, other = _ONLY_NEAR.get(match.text, ""), _NEVER_NEAR.get(match.text, "(?!)")
    return match.is_about(needed) and not match.is_about(other)


def _is_salt(match: Match) -> bool:
    """Whether this is morphine or magnesium sulfate, not multiple sclerosis."""
    title = match.manuscript.title.lower()
    sclerosis = contains(match.manuscript.prose, "sclerosis")
    before = re.search(
        r"(?:\d\s?mg (?:of )?|\bIV |(?:[Mm]orphine|[Mm]agnesium) sul\w+ \()$", match.before
    )
    after = re.match(r" (?:\d+(?:-\d+)? ?mg\b|drip\b|IR\b)", match.after)
    salt = "morphine" in title or "magnesium sul" in title
    return not sclerosis and bool(before or after or salt)


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-ms",
        Severity.ERROR,
        '"MS" or "MSO4" for morphine sulfate',
        "MS and MSO4 can be misread as magnesium sulfate, and the other way round. MS is checked "
        "only beside a dose or in a text about one of the two, and never in a text about "
        "sclerosis.",
        JOINT_COMMISSION,
        finder(
            r"MS(?<![\w.]MS)(?:O[4₄](?!\w)|(?= |[.,;)]|$)(?! Contin))",
            '"{}" can mean morphine sulfate or magnesium sulfate',
            where=lambda match: match.text != "MS" or _is_salt(match),
        ),
        wrong=("Give MSO4 2 mg as needed.", "Give MS 2 mg as needed."),
        right=("Give morphine sulfate 2 mg as needed.", "It is for multiple sclerosis (MS)."),
    ),
    Rule(
        "dose-magnesium-sulfate",
        Severity.ERROR,
        '"MgSO4" for magnesium sulfate',
        "MgSO4 can be misread as MSO4 (morphine sulfate).",
        JOINT_COMMISSION,
        finder(
            r"MgSO[4₄](?!\w)", '"{}" can be misread as MSO4 (morphine sulfate)', "magnesium sulfate"
        ),
        wrong=("Give MgSO4 2 g once.",),
        right=("Give magnesium sulfate 2 g once.",),
    ),
    Rule(
        "dose-name-abbreviated",
        Severity.WARNING,
        "an abbreviated medicine name",
        "HCT has been misread as hydrocortisone and hydrochlorothiazide, MTX as mitoxantrone. "
        "Letters that stand for a hormone, a laboratory value or a kind of pump are ignored.",
        ISMP,
        finder(
            rf"(?:{'|'.join(NAMES)})(?![\w-])",
            '"{}" has been misread as another medicine',
            lambda match: NAMES[match.text],
            where=_is_medicine,
            certain=never,
        ),
        wrong=("It comes with 25 mg of HCTZ.",),
        right=("It comes with 25 mg of hydrochlorothiazide.", "Liothyronine is the hormone T3."),
    ),
    Rule(
        "dose-name-stem",
        Severity.WARNING,
        "a shortened medicine name",
        "nitro has been nitroglycerin and nitroprusside, levo a dozen medicines.",
        ISMP,
        finder(
            r"[Nnlv](?<![\w-].)"
            r"(?:itro(?= drip)|(?<=v)anco?|(?<=n)orflox|(?<=l)evo|(?<=n)eo)(?![\w-])",
            '"{}" does not say which medicine you mean',
        ),
        wrong=("Give a nitro drip.", "Give IV vanc once."),
        right=("Give an infusion of nitroglycerin.", "Levo-T is a brand."),
    ),
)
