"""Units of volume that can be misread, and apothecary units."""

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.rules.dose.terms import first
from leaflet.lint.text.patterns import finder
from leaflet.lint.text.rule import Rule

_DIGIT = first(r"\d", r"[\w.]")

RULES: tuple[Rule, ...] = (
    Rule(
        "dose-cc",
        Severity.WARNING,
        '"cc" for millilitres',
        "cc can be misread as U (units).",
        ISMP,
        finder(
            r"(?P<number>\d) ?(?P<it>cc)(?![\w'’])",
            '"{}" can be misread as U (units)',
            lambda match: f"{match['number']} mL",
        ),
        wrong=("Take 5 cc twice daily.",),
        right=("Take 5 mL twice daily.",),
    ),
    Rule(
        "dose-litre",
        Severity.NOTE,
        'a small "l" for litre',
        "The l of ml can be misread as a 1.",
        ISMP,
        finder(
            r"[mdl](?:(?<=[\d/( ][md])l|(?<=\dl)|(?<=\d l)|(?<=[gU]/l)|(?<=mol/l))(?![\w'’-])",
            '"{}": the small l can be misread as a 1',
            lambda match: (" " if match.before[-1:].isdigit() else "") + match.text[:-1] + "L",
            certain=lambda match: match.text != "l",  # 5 l mg may be meant for 51 mg
        ),
        wrong=("Take 5 ml twice daily.",),
        right=("Take 5 mL twice daily.",),
    ),
    Rule(
        "dose-apothecary",
        Severity.WARNING,
        "an apothecary unit",
        "gr (grain) can be misread as g, dram and minim as mL. Grains that are food are ignored.",
        ISMP,
        finder(
            rf"{_DIGIT}[\d.,/]*\s?(?:gr|grains?|drams?|drachms?|minims?)(?![\w-])",
            '"{}" is an apothecary unit: write the dose in mg or mL',
        ),
        wrong=("Take 5 gr once daily.",),
        right=("Take 325 mg once daily.", "Eat whole grains."),
    ),
)
