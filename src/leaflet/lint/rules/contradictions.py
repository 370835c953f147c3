"""A dose that Dosage and another section state differently."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import OWN
from leaflet.lint.text.amounts import Amount, parse_amounts
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.patterns import REACH
from leaflet.lint.text.rule import Hit, Rule
from leaflet.section_key import SectionKey

_KINDS = {
    "maximum": re.compile(
        r"\b(?:max(?:imum)?\.? (?:recommended |total |adult )*(?:daily )?dos(?:e|age) (?:is|of)"
        r"|(?:not|never) (?:take more than|exceed))\s*$",
        re.IGNORECASE,
    ),
    "starting": re.compile(
        r"\b(?:starting|initial) dos(?:e|age) (?:is|of) (?:usually |typically )?$", re.IGNORECASE
    ),
    "usual": re.compile(
        r"\b(?:usual|typical|recommended|standard) (?:adult |daily )*dos(?:e|age) (?:is|of)"
        r" (?:usually |typically )?$",
        re.IGNORECASE,
    ),
}
_ELSEWHERE = (
    SectionKey.USAGE,
    SectionKey.PRECAUTIONS,
    SectionKey.FAQS,
    SectionKey.HOW_IT_WORKS,
)
_STOP = re.compile(r"[.;!?](?=\s|$)")
_NEAR = 80
"""How many characters before an amount may say which kind of dose it is."""
_SOME_PEOPLE = re.compile(
    r"\b(?:elderly|older|renal|hepatic|kidney|liver|impair\w*|child\w*|pa?ediatric|adolescen\w*"
    r"|infant\w*|weigh\w*|kg|if|when|alcohol|some|patients with|for (?!adults)\w+)\b|[<>≥≤]",
    re.IGNORECASE,
)


def _differing(manuscript: Manuscript) -> Iterator[Hit]:
    elsewhere = manuscript.within(*_ELSEWHERE)
    dosage = tuple(manuscript.within(SectionKey.DOSAGE))
    stated = reversed(tuple(_statements(dosage)))
    first = {(kind, dose.unit, dose.per): (at, dose) for at, kind, dose in stated}
    reach = _reach(each for at in dosage for each in parse_amounts(at.words))
    for line, kind, amount in _statements(elsewhere):
        at, other = first.get((kind, amount.unit, amount.per), (line, amount))
        if at is not line and not _is_within(amount, reach[amount.unit]):
            message = f'the {kind} dose is "{amount.text}" here, but "{other.text}" under Dosage'
            hint = f"check both, and correct the wrong one; Dosage is in line {at.number}"
            yield Hit(line.number, line.column(amount.start), message, hint)


def _statements(lines: Iterable[SourceLine]) -> Iterator[tuple[SourceLine, str, Amount]]:
    """The starting, usual and maximum doses that lines state for everybody."""
    for line in lines:
        for amount in parse_amounts(line.words):
            near = line.words[max(amount.start - _NEAR, 0) : amount.start]
            if not any(kind.search(near) for kind in _KINDS.values()):
                continue
            before = _STOP.split(line.words[max(amount.start - REACH, 0) : amount.start])[-1]
            after = _STOP.split(line.words[amount.end : amount.end + REACH])[0]
            begins = not before.strip()[:1].islower()
            if begins and not _SOME_PEOPLE.search(f"{before} {after}"):
                near = before[-_NEAR:]
                yield from ((line, kind, amount) for kind, m in _KINDS.items() if m.search(near))


_Reach = tuple[list[float], list[float]]
"""The least of each of several amounts, in order, and the most that any has up to there."""


def _reach(amounts: Iterable[Amount]) -> dict[str, _Reach]:
    """How far amounts reach, by unit, per whatever: a daily dose may be stated in parts."""
    by_unit: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for each in amounts:
        by_unit[each.unit].append((each.least, each.most))
    ordered = {unit: sorted(ends) for unit, ends in by_unit.items()}
    return {
        unit: ([least for least, _ in ends], list(accumulate((most for _, most in ends), max)))
        for unit, ends in ordered.items()
    }


def _is_within(amount: Amount, reach: _Reach) -> bool:
    """Whether an amount lies within one of those that reach so far."""
    least, most = reach
    number = bisect_right(least, amount.least)
    return number > 0 and amount.most <= most[number - 1]


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-differs",
        Severity.WARNING,
        "two sections state different doses",
        "Readers will believe one of them. The rule compares only starting, usual and maximum "
        "doses for everybody, and only if Dosage states a dose of the same kind and never "
        "mentions the other value.",
        OWN,
        _differing,
        right=("The maximum daily dose is 4 g. Do not exceed 4 g per day.",),
    ),
)
