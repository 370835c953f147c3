"""Impossible numbers: reversed ranges, and a dose in a unit that no other dose has."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import OWN
from leaflet.lint.text.amounts import Amount, parse_amounts
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.patterns import REACH
from leaflet.lint.text.rule import Hit, Rule
from leaflet.section_key import SectionKey

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RANGE = re.compile(
    rf"\d(?<![\w.,/:*+–−-]\d)(?<!- \d)(?P<rest>\d*(?:,\d{{3}})*(?:\.\d+)?)\s?(?P<joint>[-–]|to)\s?"
    rf"(?P<most>{_NUMBER})(?![\d/:*]|[-–.,:]\d)"
    r"(?P<unit>\s?%|\s?(?:mc?g|g|kg|m[Ll]|L|units?|IU|mEq|mmol|MBq|mCi|(?:tablet|capsule|drop|puff"
    r"|year|month|week|day|hour|minute|second|dose)s?|mm ?Hg)\b)?"
)
_CLEARANCE = re.compile(r"\b(?:CrCl|e?GFR|clearance)\b[^.;:]{0,20}$")
_REDUCED_OR_COMBINED = re.compile(
    r"\b(?:reduc|decreas|lower|taper|from|drop|declin|fall|fell|wean|titrat|chang|switch|convert"
    r"|insulin|mix|clavulan|trimethoprim|[a-z]{4,}/[a-z]{4,})",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[+/&,]|\band\b|\bwith\b|-[a-z]")


def _reversed_ranges(manuscript: Manuscript) -> Iterator[Hit]:
    if _SEVERAL.search(manuscript.title):
        return
    for line in manuscript.body:
        for found in _RANGE.finditer(line.words):
            start = found.start()
            least, most = (_float(n) for n in (line.words[start] + found["rest"], found["most"]))
            if least <= most or _is_of_two_units(found, least / most if most else least):
                continue
            before = line.words[max(start - REACH, 0) : start]
            reduced = _REDUCED_OR_COMBINED.search(re.split(r"[.;]\s", before)[-1])
            if reduced or not (found["unit"] or _CLEARANCE.search(before)):
                continue
            message = f'"{found.group().strip()}" runs from a higher number to a lower one'
            hint = "check both numbers: one may be wrong"
            yield Hit(line.number, line.column(start), message, hint)


def _is_of_two_units(found: re.Match[str], times: float) -> bool:
    """Whether the ends have different units: "30 to 1 hour" is half an hour to one hour."""
    return found["joint"] == "to" and times > 10


def _float(number: str) -> float:
    return float(number.replace(",", ""))


def _odd_unit(manuscript: Manuscript) -> Iterator[Hit]:
    if _SEVERAL.search(manuscript.title):
        return
    of: dict[str, list[tuple[SourceLine, Amount]]] = defaultdict(list)
    for line in manuscript.within(SectionKey.DOSAGE):
        for amount in parse_amounts(line.words):
            if amount.unit == "mg":
                of[amount.per].append((line, amount))
    for stated in of.values():
        odd = _odd_one_out(stated)
        if odd:
            line, amount = odd
            others = next(
                a.written_unit for _, a in stated if a.written_unit != amount.written_unit
            )
            message = f'"{amount.text}", but all other doses are in {others}'
            hint = f"check the unit: did you mean {others}? The two differ by a factor of 1,000"
            yield Hit(line.number, line.column(amount.start), message, hint)


def _odd_one_out(stated: list[tuple[SourceLine, Amount]]) -> tuple[SourceLine, Amount] | None:
    """The one amount whose number fits all the others but whose unit does not."""
    units = Counter(amount.written_unit for _, amount in stated)
    alone = [each for each in stated if units[each[1].written_unit] == 1]
    numbers = [amount.number for _, amount in stated if units[amount.written_unit] > 1]
    lines = {line.number for line, _ in stated}
    if len(alone) != 1 or len(units) != 2 or len(numbers) < 3 or len(lines) < 2:
        return None
    line, amount = alone[0]
    fits = min(numbers) <= amount.number <= max(numbers)
    # A tube of 30 g and a meal with 30 g of fat are no doses.
    after = line.words[amount.end :]
    other_thing = re.match(r"\s?(?:of|tube|jar|fat|protein|carbohydrate|sodium|fib)", after)
    return (line, amount) if fits and not other_thing else None


RULES: tuple[Rule, ...] = (
    Rule(
        "range-upside-down",
        Severity.WARNING,
        "a range runs from a higher number to a lower one",
        "One of the numbers is wrong, or the two are swapped, and readers cannot know which dose "
        "you meant. Doses that are being reduced and strengths of combinations are ignored.",
        OWN,
        _reversed_ranges,
        wrong=("Take 10-5 mg once daily.", "CrCl 50-31 mL/min: 250 mg once daily."),
        right=("Take 5-10 mg once daily.", "Reduce the dose from 20 to 10 mg."),
    ),
    Rule(
        "odd-unit",
        Severity.WARNING,
        "one dose is in mg where all others are in mcg, or in g where all others are in mg",
        "One wrong letter in a unit changes the dose by a factor of 1,000. The rule reports a "
        "dose only if its number fits the others and its unit does not.",
        OWN,
        _odd_unit,
        right=("Take 25 mcg, then 50 mcg, then 75 mcg.",),
    ),
)
