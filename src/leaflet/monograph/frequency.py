"""How many people an effect may meet: what the number in the author's label says, in plain words.

The number is trusted, never the word beside it: "Common (>10%)" is more than 1 in 10 people (EMA,
QRD template, section 4.8). A label whose number spans two bands (">1%") is not put in words, and
neither is a word without a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """A band of frequency: ``more`` than, or else up to, one in ``people``."""

    people: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """Shares of all people, from 0 to 1."""

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
"""Words by which the number does not hold for all of the group."""

_SLACK = 1e-9


def read_band(label: str) -> Band | None:
    """The band in which all of a label's numbers lie; None where they lie in no single one.

    >>> read_band("Common (>10%)")
    Band(people=10, more=True)
    >>> read_band("Common (1-10%)")
    Band(people=10, more=False)
    """
    said = read_range(label)
    if said is None:
        return None
    if said.least >= 0.1 - _SLACK and said.most > 0.1 + _SLACK:
        return Band(10, more=True)
    for people in reversed(_EDGES):
        edge = 1 / people
        if said.most <= edge + _SLACK:
            one_sided = said.least == 0 and abs(said.most - edge) < _SLACK
            return Band(people) if one_sided or said.least >= edge / 10 - _SLACK else None
    return None


def read_range(label: str) -> Range | None:
    """What the numbers of a label have in common.

    None without a number, where numbers contradict each other, and where the label says that the
    number does not hold for all of its group.

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
    for found in _SHARES.finditer(label):
        more, less = found["more"] or found["or_more"], found["less"] or found["or_less"]
        sign = "more" if more else "less" if less else ""
        yield sign, _share(found["share"])


def _share(said: str) -> float:
    numbers = [_number(number) for number in re.findall(_NUMBER, said)]
    return numbers[0] / numbers[1] if len(numbers) == 2 else numbers[0] / 100


def _number(said: str) -> float:
    """A number as English writes it: 1,000 is a thousand."""
    return float(re.sub(r",(?=\d{3}\b)", "", said).replace(",", "."))
