"""Shorthand of prescriptions for something other than units, times and routes."""

import re

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import ISMP
from leaflet.lint.text.patterns import Match, Meaning, finder
from leaflet.lint.text.rule import Rule


def _scale_or_half(match: Match) -> bool:
    """Whether this is a sliding scale (beside insulin) or a half (before a tablet)."""
    if match.text == "ss":
        return bool(re.match(r" (?:tab|cap|of )", match.after))
    return bool(
        re.search(r"[Ii]nsulin $", match.before)
        or re.match(r" (?:insulin|scale|protocol|coverage)", match.after)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-oj",
        Severity.WARNING,
        '"OJ" for orange juice',
        "OJ can be misread as OD or OS (the right or left eye).",
        ISMP,
        finder(
            r"OJ(?<![\w.-]OJ)(?!\w|-\w)",
            '"{}" can be misread as OD or OS (the right or left eye)',
            Meaning("orange juice", "orange juice"),
        ),
        wrong=("Mix it with OJ.",),
        right=("Mix it with orange juice.",),
    ),
    Rule(
        "dose-dc",
        Severity.WARNING,
        '"D/C" for discharge or discontinue',
        "A list of medicines to take after discharge was misread as a list of medicines to stop.",
        ISMP,
        finder(
            r"[Dd](?<![\w/].)/[Cc](?:'d|ed|ing)?(?![\w/])",
            '"{}" can mean "discharge" or "discontinue"',
        ),
        wrong=("D/C it after a week.",),
        right=("Stop it after a week.",),
    ),
    Rule(
        "dose-sliding-scale",
        Severity.WARNING,
        '"SSRI", "SSI" or "ss" beside insulin or a tablet',
        "ss can mean a half or a sliding scale, and can be misread as 55. SSRI is also a group of "
        "antidepressants, and is ignored if the text does not mean insulin.",
        ISMP,
        finder(
            r"(?:SSRI|SSI|ss)(?<![\w.-]ss)(?!\w)",
            '"{}" can mean a sliding scale, a half or an antidepressant',
            where=_scale_or_half,
        ),
        wrong=("Give insulin SSI before meals.",),
        right=("Avoid it with an SSRI if insulin is given.",),
    ),
)
