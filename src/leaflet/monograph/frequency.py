"""How many people may get an effect: the number in the author's label, as a band of frequency.

The number counts, never the word beside it: "Common (>10%)" is more than 1 in 10 people (EMA, QRD
template, section 4.8). A number that spans two bands (">1%") has none, and neither has a word
without a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A band of frequency: up to one in ``people``, or ``more`` than that."""

    people: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """A share of all people between two bounds, from 0 to 1."""

    least: float
    most: float


_EDGES = (10, 100, 1_000, 10_000)
_NUMBER = r"\d+(?:[.,]\d+)*"
_RANGE_BEGINS = rf"{_NUMBER}(?=\s*(?:-|–|to)\s*{_NUMBER}\s*%)"
_SHARE = rf"(?:1\s*(?:in|/|out\s+of)\s*{_NUMBER}|{_NUMBER}\s*%|{_RANGE_BEGINS})"
_MORE = r"[>≥]\s*=?|more\s+than|over|at\s+least|greater\s+than"
_LESS = r"[<≤]\s*=?|less\s+than|fewer\s+than|under|up\s+to|at\s+most"
_MORE_THAN_THAT = r"\s*(?:or|and)\s+(?:more|above|over|higher|greater)\b"
_LESS_THAN_THAT = r"\s*(?:or|and)\s+(?:less|fewer|below|under|lower)\b"
_SHARES = re.compile(
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))?\s*(?P<share>{_SHARE})"
    rf"(?:(?P<or_more>{_MORE_THAN_THAT})|(?P<or_less>{_LESS_THAN_THAT}))?",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"not\s+(?:\w+\s+)?(?:defined|known|specified|estimated|clear)|unknown"
    r"|post-?\s?market|case\s+reports",
    re.IGNORECASE,
)
"""Words that say that the number does not hold for all effects under the label."""

_SLACK = 1e-9


def read_band(label: str) -> Band | None:
    """The band that holds all of a label's numbers; None if no single band does.

    >>> read_band("Common (>10%)")
    Band(people=10, more=True)
    >>> read_band("Common (1-10%)")
    Band(people=10, more=False)
    """
    share = read_range(label)
    if share is None:
        return None
    if share.least >= 0.1 - _SLACK and share.most > 0.1 + _SLACK:
        return Band(10, more=True)
    for people in reversed(_EDGES):
        edge = 1 / people
        if share.most <= edge + _SLACK:
            one_sided = share.least == 0 and abs(share.most - edge) < _SLACK
            return Band(people) if one_sided or share.least >= edge / 10 - _SLACK else None
    return None


def read_range(label: str) -> Range | None:
    """The range that the numbers of a label give.

    None if there is no number, if the numbers contradict each other, or if the label says that the
    number does not hold for all effects under it.

    >>> read_range("Common (1-10%)")
    Range(least=0.01, most=0.1)
    """
    if _NOT_ALL.search(label):
        return None
    least, most, seen = 0.0, 1.0, 0
    exact: list[float] = []
    for sign, share in _shares(label):
        seen += 1
        if sign == "more":
            least = max(least, share)
        elif sign == "less":
            most = min(most, share)
        else:
            exact.append(share)
    if exact and most < 1 and len(exact) == 1:  # "1-10% or less"
        return Range(0.0, most)
    if exact and (len(exact) > 2 or len(exact) != seen):
        return None
    if exact:
        return Range(min(exact), max(exact))
    return Range(least, most) if seen and seen <= 2 and least < most else None


def _shares(label: str) -> Iterator[tuple[str, float]]:
    """The numbers of a label as shares of 1, each with the sign "more", "less" or ""."""
    for found in _SHARES.finditer(label):
        more, less = found["more"] or found["or_more"], found["less"] or found["or_less"]
        sign = "more" if more else "less" if less else ""
        yield sign, _share(found["share"])


def _share(text: str) -> float:
    numbers = [_number(number) for number in re.findall(_NUMBER, text)]
    return numbers[0] / numbers[1] if len(numbers) == 2 else numbers[0] / 100


def _number(text: str) -> float:
    """A number in English or European notation: 1,000 is a thousand, 0,5 a half."""
    return float(re.sub(r",(?=\d{3}\b)", "", text).replace(",", "."))
