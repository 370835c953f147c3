"""Amounts of a medicine as a line states them: how much, of what, per what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNITS = {
    "mg": ("mg", 1.0),
    "milligram": ("mg", 1.0),
    "mcg": ("mg", 0.001),
    "µg": ("mg", 0.001),
    "μg": ("mg", 0.001),
    "microgram": ("mg", 0.001),
    "g": ("mg", 1000.0),
    "gram": ("mg", 1000.0),
    "unit": ("unit", 1.0),
    "IU": ("unit", 1.0),
    "mL": ("mL", 1.0),
    "ml": ("mL", 1.0),
    "mEq": ("mEq", 1.0),
    "mmol": ("mmol", 1.0),
    "tablet": ("tablet", 1.0),
    "capsule": ("capsule", 1.0),
}
"""Each unit in the terms in which it is compared with others."""

_DAY = (
    r"\s?/\s?(?:day|d)\b|\s+daily\b|\s+(?:per|a|each|every|in (?:one|a|any)) day\b"
    r"|\s+(?:in|per|every|over|within) (?:any )?24 hours\b"
)
_OTHER = r"\s?/\s?[A-Za-zµμ][\w²]*|\s+per\s+[a-zA-Z]\w*"
_AMOUNT = re.compile(
    rf"(?<![\w.,/–-])(?P<least>{_NUMBER})(?:\s?(?:-|–|to)\s?(?P<most>{_NUMBER}))?"
    rf"\s?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})s?(?![\w²-])"
    rf"(?P<per>(?:{_DAY}|{_OTHER})*)"
)
_PER_DAY = re.compile(_DAY)


@dataclass(frozen=True, slots=True)
class Amount:
    """From ``least`` to ``most`` of a ``unit``: the one that it is compared in, mg for all weights.

    ``written`` is its unit as it stands in the text, ``number`` the number that stands before it.
    ``per`` says per what besides the day ("kg", "mL", "min"), and ``daily`` that it is per day.
    ``start`` and ``end`` are places in the words of its line.
    """

    least: float
    most: float
    unit: str
    written: str
    number: float
    per: str
    daily: bool
    start: int
    end: int

    def is_like(self, other: "Amount") -> bool:
        """Whether the two can be compared: the same unit, per the same."""
        return (self.unit, self.per) == (other.unit, other.per)


def amounts(words: str) -> Iterator[Amount]:
    """The amounts that a line states, in its order.

    >>> [(a.least, a.most, a.unit, a.per, a.daily) for a in amounts("0.5-1 g/kg/day")]
    [(500.0, 1000.0, 'mg', 'kg', True)]
    """
    for found in _AMOUNT.finditer(words):
        unit, factor = _UNITS[found["unit"]]
        least = _number(found["least"])
        most = _number(found["most"] or found["least"])
        yield Amount(
            least=least * factor,
            most=most * factor,
            unit=unit,
            written=found["unit"],
            number=most,
            per=re.sub(r"\s*(?:/|per)\s*", " ", _PER_DAY.sub("", found["per"])).strip(),
            daily=bool(_PER_DAY.search(found["per"])),
            start=found.start(),
            end=found.end("unit"),
        )


def _number(said: str) -> float:
    return float(said.replace(",", ""))
