"""Missing spaces and superfluous full stops around a number and its unit."""

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.rules.dose.terms import STRENGTH, first
from leaflet.lint.text.patterns import finder, never
from leaflet.lint.text.rule import Rule

_DIGIT = first(r"\d", r"[\w.,*:]")


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-no-space",
        Severity.NOTE,
        "no space between a number and its unit",
        "The m of 10mg can be misread as one or two zeros. A plain space is enough: leaflet never "
        "breaks a line there. Isotopes (99mTc) and names (5-FU) are ignored.",
        ISMP,
        finder(
            rf"(?P<number>{_DIGIT}\d*(?:,\d{{3}})*(?:\.\d+)?)(?P<unit>{STRENGTH}|kg\b)(?!-[A-Za-z])",
            '"{}" has no space between number and unit',
            lambda match: f"{match['number']} {match['unit']}",
            certain=lambda match: match["unit"] != "l",  # 5l mg may be meant for 51 mg
        ),
        wrong=("Take 10mg once daily.",),
        right=("Take 10 mg once daily.", "Imaging with 99mTc needs no test for G6PD."),
    ),
    Rule(
        "dose-joined-name",
        Severity.WARNING,
        "no space between a medicine's name and its dose",
        "Inderal40 mg can be misread as Inderal 140 mg, because the l looks like a 1. There is "
        "no safe fix, because the digits may belong to the name, as in omega3.",
        ISMP,
        finder(
            r"\d(?<=[a-z]{4}\d)[\d,.]*\s?(?:mc?g|mL|units)\b",
            '"{}" is joined to the name before it',
            lambda match: f" {match.text}",
            certain=never,
        ),
        wrong=("Take Inderal40 mg once daily.",),
        right=("Take Inderal 40 mg once daily.",),
    ),
    Rule(
        "dose-unit-stop",
        Severity.NOTE,
        "a full stop after a unit",
        'The full stop of "mg." can be misread as a 1. There is no safe fix, because it may also '
        "end the sentence.",
        ISMP,
        finder(
            r"\d\s?(?P<it>mc?g|m[Ll]|mEq)\.(?=\s+[a-z(]|\s*[,;:)])",
            'the full stop after "{}" can be misread as a 1',
            lambda match: match.text,
            certain=never,
        ),
        wrong=("Take 10 mg. twice a day.",),
        right=("Take 10 mg. Do not take more.",),
    ),
)
