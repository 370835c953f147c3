"""Days of treatment that the text names: "on days 1 to 21 of a 28-day cycle", as weeks of days."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.sentences import sentences
from leaflet.monograph.text import plain

LONGEST_CYCLE = 42
"""Days of a cycle that still makes a picture of six lines."""

_WEEK = 7
_UPTO = r"\s*(?:-|–|to|through)\s*"
_DAYS = rf"\d+(?:(?:{_UPTO}|\s*(?:,\s*and|,|and|&)\s*)\d+)*"
_CYCLE = re.compile(
    rf"\bdays?\s+(?P<days>{_DAYS})\s+of\s+(?:a|an|each|every|the)\s+(?:repeated\s+)?"
    r"(?P<length>\d+)[-\s]day\s+(?:treatment\s+)?cycles?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cycle:
    """Days of a cycle; ``said`` are the author's words, ``labels`` those that they stand under."""

    said: str
    days: frozenset[int]
    length: int
    labels: tuple[str, ...] = ()

    @property
    def weeks(self) -> Iterator[tuple[tuple[int, bool], ...]]:
        """Week after week its days, each with whether the text names it."""
        for first in range(1, self.length + 1, _WEEK):
            last = min(first + _WEEK, self.length + 1)
            yield tuple((day, day in self.days) for day in range(first, last))


def find_cycles(body: Body) -> tuple[Cycle, ...]:
    """The cycles of a dosage section in the order in which they are told, each once.

    Days and length must stand side by side: nothing is put together from two sentences. What
    names a day after the end of its cycle is none.
    """
    found: dict[tuple[frozenset[int], int], Cycle] = {}
    for sentence in sentences(body):
        label = plain(sentence.label).rstrip(":")
        for cycle in _cycles(plain(sentence.text)):
            key = cycle.days, cycle.length
            known = found.get(key, cycle)
            new = (label,) if label and label not in known.labels else ()
            found[key] = replace(known, labels=known.labels + new)
    return tuple(found.values())


def _cycles(words: str) -> Iterator[Cycle]:
    for match in _CYCLE.finditer(words):
        days, length = frozenset(_days(match["days"])), int(match["length"])
        if length <= LONGEST_CYCLE and days <= set(range(1, length + 1)):
            yield Cycle(match[0], days, length)


def _days(said: str) -> Iterable[int]:
    for stretch in re.split(r",|\band\b|&", said):
        ends = [int(number) for number in re.findall(r"\d+", stretch)]
        if ends:
            yield from range(ends[0], ends[-1] + 1)
