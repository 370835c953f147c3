"""Zeros, decimal points and thousands: one misread digit changes the dose tenfold."""

import re
from decimal import Decimal

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP, JOINT_COMMISSION
from leaflet.lint.rules.dose.terms import LEVEL, NUMBER, TO, UNIT, first
from leaflet.lint.text.patterns import Match, finder, never
from leaflet.lint.text.rule import Rule

_PER_LITRE = rf"(?:{TO}{NUMBER})?\s*(?:[mµμn]?g|mcg|m?mol|mEq|units?|m?IU)\s*/\s*d?[Ll]\b"
_PLAIN_WEIGHT = rf"(?:{TO}{NUMBER})?\s*(?:mc?g|g|tablets?)\b(?!\s*/\s*m[Ll])"
_DIGIT = first(r"\d", r"[\w.,/:*]", "[A-Za-z]-")
"""The first digit of a number that is not part of a name, a date or another number."""


def _is_dose(match: Match) -> bool:
    """Whether the number is a dose, not a measurement: those may show precision with a zero."""
    if re.match(_PER_LITRE, match.after):
        return False
    measured = re.search(LEVEL, match.clause, re.IGNORECASE)
    return not measured or bool(re.match(_PLAIN_WEIGHT, match.after))


def _without_zeros(match: Match) -> str:
    return match.text.rstrip("0").rstrip(".")


def _with_commas(match: Match) -> str:
    return f"{Decimal(match.text):,}"


_COUNTED = rf"(?=(?:\.\d+)?(?:{TO}{NUMBER})?\s?(?:{UNIT}|cells|copies|/\s?(?:mm|[µμ]L|mcL)))"
"""What a number counts, directly after it or after the other end of a range."""

RULES: tuple[Rule, ...] = (
    Rule(
        "dose-trailing-zero",
        Severity.ERROR,
        "a zero at the end of a decimal dose",
        "If the decimal point is missed, 1.0 mg is read as 10 mg. Laboratory values, levels and "
        "sizes may use the zero to show their precision: numbers per litre, and numbers after a "
        "word such as level, creatinine or diameter, are ignored.",
        JOINT_COMMISSION,
        finder(
            rf"{_DIGIT}\d*(?:,\d{{3}})*\.\d*0(?!\d)(?={TO}{NUMBER}\s*{UNIT}|\s*{UNIT}"
            r"|\s*%\s+(?:\w+\s+)?(?:solution|cream|gel|ointment|lotion|shampoo))",
            '"{}" ends in a zero: if the decimal point is missed, the dose is ten times too '
            "high or more",
            _without_zeros,
            where=_is_dose,
        ),
        wrong=("Take 1.0 mg once daily.", "Give 1.4 to 2.0 mg/m² weekly."),
        right=("Reduce the dose if serum creatinine exceeds 2.0 mg/dL.", "Take 10 mg once daily."),
    ),
    Rule(
        "dose-naked-decimal",
        Severity.ERROR,
        "no zero before a decimal point",
        "If the decimal point is missed, .5 mg is read as 5 mg. Only numbers with a unit are "
        "checked; calibres, file names and section numbers are ignored.",
        JOINT_COMMISSION,
        finder(
            rf"\.(?<![\w.,/]\.)\d+(?={TO}\.?{NUMBER}\s*{UNIT}|\s*{UNIT}|\s*%)",
            '"{}" has no zero before the decimal point: if the point is missed, the dose is '
            "ten times too high or more",
            lambda match: f"0{match.text}",
        ),
        wrong=("Take .5 mg once daily.",),
        right=("Take 0.5 mg once daily.",),
    ),
    Rule(
        "dose-thousands",
        Severity.NOTE,
        "no comma in a number of 1,000 or more",
        "1000 can be misread as 100 or 10000. Only numbers that count something are checked; "
        "years, alleles and study numbers are ignored.",
        ISMP,
        finder(
            rf"{_DIGIT}\d{{3}}(?!\d){_COUNTED}",
            '"{}" has no comma between the thousands',
            _with_commas,
        ),
        wrong=("Do not take more than 4000 mg in a day.",),
        right=("Do not take more than 4,000 mg in a day.", "It has been sold since 1990."),
    ),
    Rule(
        "dose-many-zeros",
        Severity.WARNING,
        "no comma in a number of 10,000 or more",
        "Nobody can count the zeros of 100000 units at a glance, and one zero too many or too few "
        "changes the dose by a factor of ten. Only numbers that count something are checked.",
        ISMP,
        finder(
            rf"{_DIGIT}\d{{4,}}{_COUNTED}",
            '"{}" has too many digits to read at a glance',
            _with_commas,
        ),
        wrong=("Inject 15000 units once.",),
        right=("Inject 15,000 units once.",),
    ),
    Rule(
        "dose-short-number",
        Severity.WARNING,
        '"M" or "K" for millions or thousands',
        "M has been used for thousand and for million, and K also means potassium. Molar "
        "solutions and blood counts are ignored.",
        ISMP,
        finder(
            rf"{_DIGIT}\d*(?:[.,]\d+)*\s?[MK](?=\s?(?:units?|IU|U)\b)",
            '"{}" can mean thousands or millions',
            lambda match: re.sub(r"\s?K", ",000", re.sub(r"\s?M", " million", match.text)),
            certain=never,
        ),
        wrong=("Inject 5 M units once.",),
        right=("Inject 5 million units once.", "Add 1 M sodium hydroxide."),
    ),
)
