"""Signs that can be misread as digits."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.rules.dose.terms import NUMBER, first
from leaflet.lint.text.patterns import Match, finder, never
from leaflet.lint.text.rule import Rule
from leaflet.section_key import SectionKey

_DIGIT = first(r"\d", r"[\w./]")
_COMPANIES = r"(?:Johnson|Procter|Smith|Head|Arm|Church|Lilly|Merck)\s+$"


def _is_prose(match: Match) -> bool:
    """Whether this is not in the name of a combination, brand or company."""
    named = f"{match.manuscript.title} {match.manuscript.front.get('generic_name', '')}".lower()
    words = [re.findall(r"\w+", side) for side in (match.before, match.after)]
    sides = [side[end].lower() for side, end in zip(words, (-1, 0), strict=True) if side]
    return (
        match.line.section not in {SectionKey.BRAND_NAMES, SectionKey.GENERIC_NAME}
        and not re.search(_COMPANIES, match.before)
        and not (len(sides) == 2 and all(side in named for side in sides))
    )


def _no_name(match: Match) -> bool:
    """Whether this cannot be in the name of a brand: next to small letters, or in a label."""
    label = ":" in match.after or match.line.heading or match.line.words[:1] == "("
    return label or bool(re.search(r"\b[a-z]+ $", match.before) or re.match(" [a-z]", match.after))


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-at-sign",
        Severity.WARNING,
        '"@" instead of "at"',
        "@ can be misread as a 2. Addresses are ignored.",
        ISMP,
        finder(
            r"(?<!\S)@ ?(?=\d)|(?<= )@(?= )",
            '"{}" can be misread as a 2',
            lambda match: "at" if match.after[:1] == " " else "at ",
            certain=lambda match: bool(re.match(r" ?\d", match.after)),
        ),
        wrong=("Infuse @ 5 mL per hour.",),
        right=("Infuse at 5 mL per hour.", "Write to ask@example.org."),
    ),
    Rule(
        "dose-ampersand",
        Severity.NOTE,
        '"&" instead of "and"',
        "& can be misread as a 2. Names of brands, companies and combinations are ignored.",
        ISMP,
        finder(
            r"&(?<= &)(?= )",
            '"{}" can be misread as a 2',
            "and",
            where=_is_prose,
            certain=_no_name,
        ),
        wrong=("Take it in the morning & at night.",),
        right=("Take it in the morning and at night.", "It is made by Johnson & Johnson."),
    ),
    Rule(
        "dose-plus",
        Severity.WARNING,
        '"+" between doses',
        "+ can be misread as a 4. Names of combinations, charges of ions and receptors (HER2+) "
        "are ignored.",
        ISMP,
        finder(
            rf"\+(?<=\w \+)(?= (?:[A-Za-z-]+ )?{NUMBER}\s?(?:mc?g|g|mL|units)\b)",
            '"{}" between doses can be misread as a 4',
            "and",
            certain=never,
        ),
        wrong=("Take 5 mg + 10 mg once daily.",),
        right=("Take 5 mg and 10 mg once daily.", "It is for HER2+ cancer."),
    ),
    Rule(
        "dose-slash",
        Severity.NOTE,
        "a slash between two doses",
        "A slash can be misread as a 1: 5/325 mg becomes 51,325 mg. Doses per weight, time or "
        "volume (mg/kg, 125 mg/5 mL) are ignored.",
        ISMP,
        finder(
            rf"{_DIGIT}\d*(?:[.,]\d+)*\s?(?:mc?g|g)?\s?/\s?{NUMBER}\s?mc?g\b"
            r"(?!/d?L)",
            '"{}": the slash between the doses can be misread as a 1',
        ),
        wrong=("Take one 5 mg/325 mg tablet.", "Take one 5/325 mg tablet."),
        right=("Take one tablet of 5 mg and 325 mg.", "Take 125 mg/5 mL, up to 10 mg/kg/day."),
    ),
    Rule(
        "dose-arrow",
        Severity.WARNING,
        "an arrow instead of a word",
        '↑ can be misread as a 4 or a 7, and can mean "increase" or "increased". There is no safe '
        "fix, because the right word depends on the sentence.",
        ISMP,
        finder("↑|↓|→|⇒|⇑|⇓|->|=>", '"{}": the arrow can be misread as a digit'),
        wrong=("↑ the dose after a week.",),
        right=("Increase the dose after a week.",),
    ),
    Rule(
        "dose-number-sign",
        Severity.WARNING,
        '"#" for number',
        "# can be misread as a 4 or an H.",
        ISMP,
        finder(r"#(?<![\w&#]#)\s?\d+(?![\w-])", '"{}": the # can be misread as a 4'),
        wrong=("Dispense #30 tablets.",),
        right=("Dispense 30 tablets.",),
    ),
)
