"""Fractions, ranges, ratios and Roman numerals."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.rules.dose.terms import FORM, NUMBER, first
from leaflet.lint.text.patterns import Match, contains, finder, never
from leaflet.lint.text.rule import Rule

_DIGIT = first(r"\d", r"[\w.,/:*+–-]")
_PARTS = {"1/2": "half", "½": "half", "1/4": "a quarter of", "¼": "a quarter of"}
_FORMS = r"(?:tab(?:let)?|cap(?:sule)?|pill|drop|puff)s?\b"
_ARABIC = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}
_RATIO_DRUG = (
    r"epinephrine|adrenaline|isoprenaline|isoproterenol|neostigmine|phenylephrine"
    r"|\bsolution|\bdilut|\binjection|\bstrength"
)
_NO_STRENGTH = r"caine\b|titer|titre|antibod"
_COUNTED = (
    r"\s?[%°]|\s?(?!alpha|beta|methyl|hydroxy|deoxy)[a-zµμ]|\s?(?:IU|MBq|Gy|mCi|GBq|L)\b"
    r"|-(?:day|week|month|year|hour|minute)"
)
_NUMBERED = r"\b(?i:ages?|aged|days?|weeks?|cycles?|grades?|years?)\s$"


def _part(match: Match) -> str:
    if re.search(r"\d\s*(?:and\s+)?$", match.before):
        return ""  # the end of "2 1/2"
    return f"{_PARTS[match['part']]} a {match['form'].removesuffix('s')}"


def _to(match: Match) -> str:
    joint = "and" if re.search(r"\b[Bb]etween\s+$", match.before) else "to"
    least = match["least"] + (match["of"] or "")
    return f"{least} {joint} {match['most']}"


def _is_range(match: Match) -> bool:
    """Whether this runs from less to more of something, outside a table."""
    least, most = (float(match[end].replace(",", "")) for end in ("least", "most"))
    counted = re.match(_COUNTED, match.after) or re.search(_NUMBERED, match.before)
    return least < most and bool(counted) and not match.line.raw.lstrip().startswith("|")


def _is_strength(match: Match) -> bool:
    return match.is_about(_RATIO_DRUG) and not contains(match.line.words, _NO_STRENGTH)


def _is_number(match: Match) -> bool:
    beside = re.match(rf"\s{_FORMS}", match.after) or re.search(rf"\b{_FORMS}\s$", match.before)
    return bool(beside) and not re.search(
        r"\b(?:schedule|type|phase|class|grade|stage|factor|group|table|part)\s$",
        match.before,
        re.IGNORECASE,
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-fraction",
        Severity.WARNING,
        "a fraction in figures",
        "1/2 tablet can be misread as 1 or 2 tablets, and ½ is often too small to read. Only "
        "fractions of a tablet, spoon and the like are checked. There is no safe fix, because 1/2 "
        "may be meant for 1 or 2.",
        ISMP,
        finder(
            r"(?P<part>[1½¼](?<![A-Za-z/.,][1½¼])(?:(?<=1)(?<!\d1)/[24]|(?<!1)))"
            rf"[ -]?(?:an? |of an? )?(?P<form>{FORM})(?!\w)",
            '"{}" can be misread as whole numbers',
            _part,
            certain=never,
        ),
        wrong=("Take 1/2 tablet at bedtime.", "Take ½ tablet at bedtime."),
        right=("Take half a tablet at bedtime.", "Use 1/2-strength solution."),
    ),
    Rule(
        "dose-range",
        Severity.NOTE,
        "a hyphen in a range",
        "A hyphen can be misread as a minus sign, or missed: 1-21 becomes 121. Tables, where "
        "space is short, may use it. Telephone numbers, dates and names of substances are "
        "ignored. There is no safe fix, because a 5-325 mg tablet has two medicines in it.",
        ISMP,
        finder(
            rf"(?P<least>{_DIGIT}\d*(?:,\d{{3}})*(?:\.\d+)?)(?P<of> ?(?:mc?g|g|mL|units))?"
            rf" ?[-–] ?(?P<most>{NUMBER})(?![\d/*]|[.,:–-]\d)",
            '"{}": the hyphen can be missed or misread as a minus sign',
            _to,
            where=_is_range,
            certain=never,
        ),
        wrong=("Take it on days 1-21 of a 28-day cycle.",),
        right=("Take it on days 1 to 21 of a 28-day cycle.", "Call 1-800-222-1222 at once."),
    ),
    Rule(
        "dose-ratio",
        Severity.WARNING,
        "a strength given as a ratio",
        "1:1,000 and 1:10,000 differ by a single zero, and the dose by a factor of ten. Ratios "
        "are accepted beside a local anaesthetic, and antibody titres are ignored.",
        ISMP,
        finder(
            r"1(?<![\w.:]1)\s?:\s?\d{1,3}(?:,?000)+(?!\d)",
            '"{}" is easily confused with ten times the strength: write how many mg are in 1 mL',
            where=_is_strength,
        ),
        wrong=("Inject 0.5 mL of the 1:1,000 solution.",),
        right=("Inject 0.5 mL of the solution with 1 mg in 1 mL.",),
    ),
    Rule(
        "dose-roman",
        Severity.WARNING,
        "a Roman numeral as a dose",
        "ii can be misread as 11, and iv as intravenous. Numbers of types, stages and schedules "
        "are ignored.",
        ISMP,
        finder(
            r"[ivIV](?<!\w.)(?:(?<=i)(?:ii?|v)|(?<=v)i{1,3}|(?<=I)II?|(?<=V)I{1,3})(?!\w)",
            '"{}" is a Roman numeral that can be misread',
            lambda match: _ARABIC[match.text.lower()],
            where=_is_number,
            certain=never,
        ),
        wrong=("Take ii tablets at night.",),
        right=("Take 2 tablets at night.", "They are schedule II tablets."),
    ),
)
