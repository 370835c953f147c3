"""Units that can be misread as other units or as digits."""

import re
from collections.abc import Callable

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import BNF, ISMP, JOINT_COMMISSION
from leaflet.lint.rules.dose.terms import LEVEL
from leaflet.lint.text.patterns import Match, Meaning, finder
from leaflet.lint.text.rule import Rule

_IN_LABORATORY = r"\s*/\s*(?:L|l|dL)\b"


def _full(unit: str, british: str = "") -> Callable[[Match], str]:
    """Write a unit in full: in the singular after 1, and with a space before it."""

    def write(match: Match) -> str:
        word = british if british and _is_british(match) else unit
        number = match.found.groupdict().get("number", "")
        gap = " " if number or match.before[-1:].isdigit() else ""
        one = re.search(r"(?<![\d.,–-])(?<!to )1\s?$", match.before + number)
        return f"{number}{gap}{word.removesuffix('s') if one else word}"

    return write


def _is_british(match: Match) -> bool:
    language = match.manuscript.front.get("lang")
    english = language in ("en-GB", "en-US")
    return (language if english else match.manuscript.settings.locale) == "en-GB"


def _is_dose(match: Match) -> bool:
    """Whether this is no laboratory value."""
    per_volume = re.match(r"\s*/\s*m[Ll]", match.after)
    measured = re.search(rf"{LEVEL}|\bCA[ -]?\d|ase\b", match.clause, re.IGNORECASE)
    return not re.match(_IN_LABORATORY, match.after) and not (per_volume and measured)


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-u",
        Severity.ERROR,
        '"U" for units',
        "10U can be misread as 100, 104 or 10 cc. Laboratory values (U/L) and names of strengths "
        "(U-100) are ignored.",
        JOINT_COMMISSION,
        finder(
            r"(?P<number>\d|(?<=[md])illion|thousand)[ \u00a0-]?"
            r"(?P<it>[Uu])(?!\w|[.-]\w|\s?/\s?d?[Ll]\b)",
            '"{}" for units can be misread as 0, 4 or cc',
            Meaning(_full("units"), "units?"),
            where=_is_dose,
        ),
        wrong=("Inject 10 U before meals.", "Inject 10U before meals."),
        right=(
            "Inject 10 units before meals.",
            "Stop if ALT exceeds 120 U/L.",
            "Use U-100 insulin.",
        ),
    ),
    Rule(
        "dose-iu",
        Severity.ERROR,
        '"IU" for international units',
        "IU can be misread as IV (into a vein) or 10. Laboratory values (IU/L) are ignored. The "
        'fix is "international units" in en-GB and "units" in en-US.',
        JOINT_COMMISSION,
        finder(
            r"I(?<![A-Za-z.]I)(?:U(?![A-Za-z])|\.U\.)",
            '"{}" can be misread as IV or 10',
            Meaning(_full("units", british="international units"), "(?:international )?units?"),
            where=_is_dose,
        ),
        wrong=("Inject 150 IU once daily.",),
        right=("Inject 150 units once daily.", "Stop if ALT exceeds 120 IU/L."),
    ),
    Rule(
        "dose-microgram",
        Severity.WARNING,
        '"µg" or "ug" for micrograms',
        'µg can be misread as mg, a thousand times the dose. The fix is "micrograms" in en-GB and '
        '"mcg" in en-US.',
        ISMP,
        finder(
            r"[µμu](?<=[\d\s(/][µμu])g(?!\w)",
            '"{}" can be misread as mg',
            Meaning(_full("mcg", british="micrograms"), "micrograms?|mcg"),
        ),
        wrong=("Take 50 µg once daily.", "Take 50 ug once daily."),
        right=("Take 50 mcg once daily.",),
    ),
    Rule(
        "dose-mcg",
        Severity.NOTE,
        '"mcg" for micrograms, in British English',
        "In the United Kingdom, micrograms is never abbreviated, because mcg can be misread as "
        "mg. Only texts in British English are checked: lang: en-GB in the front matter, or "
        'locale = "en-GB" in the settings.',
        BNF,
        finder(
            r"mcg(?<![A-Za-z]mcg)(?!\w)",
            '"{}" can be misread as mg',
            Meaning(_full("micrograms"), "micrograms?"),
            where=_is_british,
        ),
        right=("Take 50 micrograms once daily.",),
    ),
    Rule(
        "dose-nanogram",
        Severity.WARNING,
        '"ng" for nanograms',
        "ng can be misread as mg, a million times the dose. Levels (ng/mL) are ignored.",
        ISMP,
        finder(
            r"(?P<number>\d) ?(?P<it>ng|nanog)(?!\w| tube)(?!\s?/\s?(?:[dm]?[Ll]\b|100))",
            '"{}" can be misread as mg',
            Meaning(_full("nanograms"), "nanograms?"),
        ),
        wrong=("Infuse 2 ng/kg/min.",),
        right=("Infuse 2 nanograms/kg/min.", "Keep the level below 15 ng/mL."),
    ),
)
