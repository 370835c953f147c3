"""Doses that cannot be: ranges upside down, and a unit that no other dose has."""

import re
from collections import defaultdict
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.amounts import Amount, amounts
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.patterns import REACH
from leaflet.lint.text.rule import Hit, Rule

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UPSIDE_DOWN = re.compile(
    rf"\d(?<![\w.,/:*+–−-]\d)(?<!- \d)(?P<rest>\d*(?:,\d{{3}})*(?:\.\d+)?)\s?(?P<joint>[-–]|to)\s?"
    rf"(?P<most>{_NUMBER})(?![\d/:*]|[-–.,:]\d)"
    r"(?P<unit>\s?%|\s?(?:mc?g|g|kg|m[Ll]|L|units?|IU|mEq|mmol|MBq|mCi|(?:tablet|capsule|drop|puff"
    r"|year|month|week|day|hour|minute|second|dose)s?|mm ?Hg)\b)?"
)
_CLEARANCE = re.compile(r"\b(?:CrCl|e?GFR|clearance)\b[^.;:]{0,20}$")
_OTHERWISE = re.compile(
    r"\b(?:reduc|decreas|lower|taper|from|drop|declin|fall|fell|wean|titrat|chang|switch|convert"
    r"|insulin|mix|clavulan|trimethoprim|[a-z]{4,}/[a-z]{4,})",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[+/&,]|\band\b|\bwith\b|-[a-z]")


def _upside_down(manuscript: Manuscript) -> Iterator[Hit]:
    if _SEVERAL.search(manuscript.title):
        return
    for line in manuscript.body:
        for found in _UPSIDE_DOWN.finditer(line.words):
            start = found.start()
            least, most = (_float(n) for n in (line.words[start] + found["rest"], found["most"]))
            if least <= most or _is_of_two_units(found, least / most if most else least):
                continue
            before = line.words[max(start - REACH, 0) : start]
            meant = _OTHERWISE.search(re.split(r"[.;]\s", before)[-1])
            if meant or not (found["unit"] or _CLEARANCE.search(before)):
                continue
            said = found.group().strip()
            message = f'"{said}" runs from more to less'
            column = line.column(start)
            yield Hit(line.number, column, message, "look both numbers up: one may be wrong")


def _is_of_two_units(found: re.Match[str], times: float) -> bool:
    """30 to 1 hour is half an hour to one."""
    return found["joint"] == "to" and times > 10


def _float(said: str) -> float:
    return float(said.replace(",", ""))


def _odd_unit(manuscript: Manuscript) -> Iterator[Hit]:
    if _SEVERAL.search(manuscript.title):
        return
    of: dict[str, list[tuple[SourceLine, Amount]]] = defaultdict(list)
    for line in manuscript.within("dosage"):
        for amount in amounts(line.words):
            if amount.unit == "mg":
                of[amount.per].append((line, amount))
    for stated in of.values():
        odd = _odd_one_out(stated)
        if odd:
            line, amount = odd
            others = next(a.written for _, a in stated if a.written != amount.written)
            said = line.words[amount.start : amount.end]
            message = f'"{said}", where all other doses are in {others}'
            hint = f"is {others} meant? one is a thousand times the other"
            yield Hit(line.number, line.column(amount.start), message, hint)


def _odd_one_out(stated: list[tuple[SourceLine, Amount]]) -> tuple[SourceLine, Amount] | None:
    """The one amount whose number would fit all the others, but not its unit."""
    units = [amount.written for _, amount in stated]
    alone = [each for each in stated if units.count(each[1].written) == 1]
    numbers = [amount.number for each in stated if each not in alone for amount in each[1:]]
    lines = {line.number for line, _ in stated}
    if len(alone) != 1 or len(set(units)) != 2 or len(numbers) < 3 or len(lines) < 2:
        return None
    line, amount = alone[0]
    fits = min(numbers) <= amount.number <= max(numbers)
    # A tube of 30 g holds the cream, a meal 30 g of fat, and neither is a dose.
    after = line.words[amount.end :]
    other_thing = re.match(r"\s?(?:of|tube|jar|fat|protein|carbohydrate|sodium|fib)", after)
    return (line, amount) if fits and not other_thing else None


RULES: tuple[Rule, ...] = (
    Rule(
        "range-upside-down",
        Severity.WARNING,
        "a range runs from more to less",
        "One of its two numbers is wrong, or they have changed places; nobody can say which dose "
        "was meant. Doses that are being reduced and strengths of combinations are left alone.",
        "The project's own rule",
        _upside_down,
        wrong=("Take 10-5 mg once daily.", "CrCl 50-31 mL/min: 250 mg once daily."),
        right=("Take 5-10 mg once daily.", "Reduce the dose from 20 to 10 mg."),
    ),
    Rule(
        "odd-unit",
        Severity.WARNING,
        "one dose is in mg where all others are in mcg, or in g where all are in mg",
        "A single letter is a thousand times the dose. Told where the number would fit among the "
        "others and its unit does not.",
        "The project's own rule",
        _odd_unit,
        right=("Take 25 mcg, then 50 mcg, then 75 mcg.",),
    ),
)
