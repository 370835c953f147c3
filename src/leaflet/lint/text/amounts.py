"""Amounts as a line states them: how much, in which unit, per what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNITS = {
    **dict.fromkeys(("mg", "milligram"), ("mg", 1.0)),
    **dict.fromkeys(("mcg", "µg", "μg", "microgram"), ("mg", 0.001)),
    **dict.fromkeys(("g", "gram"), ("mg", 1000.0)),
    **dict.fromkeys(("unit", "IU"), ("unit", 1.0)),
    **dict.fromkeys(("mL", "ml"), ("mL", 1.0)),
    **{unit: (unit, 1.0) for unit in ("mEq", "mmol", "tablet", "capsule")},
}
"""Each unit as the unit in which it is compared, and how much of that it is."""

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
    """From ``least`` to ``most`` of a ``unit``, in which it is compared: mg for every mass.

    ``text`` is the amount as written, from index ``start`` to ``end`` in the words of its line.
    ``number`` and ``written_unit`` are its upper number and its unit as written. ``per`` is what it
    is per besides the day ("kg", "mL", "min"), and ``daily`` says whether it is per day.
    """

    least: float
    most: float
    unit: str
    text: str
    number: float
    written_unit: str
    per: str
    daily: bool
    start: int
    end: int

    def is_like(self, other: "Amount") -> bool:
        """Whether the two can be compared: the same unit, per the same."""
        return (self.unit, self.per) == (other.unit, other.per)


def parse_amounts(words: str) -> Iterator[Amount]:
    """The amounts that a line states, in order.

    >>> [(a.least, a.most, a.unit, a.per, a.daily) for a in parse_amounts("0.5-1 g/kg/day")]
    [(500.0, 1000.0, 'mg', 'kg', True)]
    """
    for found in _AMOUNT.finditer(words):
        unit, factor = _UNITS[found["unit"]]
        least, most = (_number(found[end] or found["least"]) for end in ("least", "most"))
        start, end = found.start(), found.end("unit")
        yield Amount(
            least=least * factor,
            most=most * factor,
            unit=unit,
            text=words[start:end],
            number=most,
            written_unit=found["unit"],
            per=re.sub(r"\s*(?:/|per)\s*", " ", _PER_DAY.sub("", found["per"])).strip(),
            daily=bool(_PER_DAY.search(found["per"])),
            start=start,
            end=end,
        )


def _number(text: str) -> float:
    return float(text.replace(",", ""))
