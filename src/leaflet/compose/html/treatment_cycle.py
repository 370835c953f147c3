"""Finds treatment days such as "on days 1 to 21 of a 28-day cycle", to print them as a calendar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from leaflet.compose.outline.groups import Body
from leaflet.monograph.sentences import sentences
from leaflet.monograph.text import plain

LONGEST_CYCLE = 42
"""Days of the longest cycle that is printed: a calendar of six lines."""

_WEEK = 7
_TO = r"\s*(?:-|–|to|through)\s*"
_DAY = r"\d{1,3}"  # a number that names more days than any cycle has must not be counted out
_DAYS = rf"{_DAY}(?:(?:{_TO}|\s*(?:,\s*and|,|and|&)\s*){_DAY})*"
_CYCLE = re.compile(
    rf"\bdays?\s+(?P<days>{_DAYS})\s+of\s+(?:a|an|each|every|the)\s+(?:repeated\s+)?"
    rf"(?P<length>{_DAY})[-\s]day\s+(?:treatment\s+)?cycles?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cycle:
    """Treatment days of a cycle of ``length`` days.

    ``text`` are the author's words, ``labels`` the labels under which they stand.
    """

    text: str
    days: frozenset[int]
    length: int
    labels: tuple[str, ...] = ()

    @property
    def weeks(self) -> Iterator[tuple[tuple[int, bool], ...]]:
        """The days week by week, each with whether it is a treatment day."""
        for first in range(1, self.length + 1, _WEEK):
            last = min(first + _WEEK, self.length + 1)
            yield tuple((day, day in self.days) for day in range(first, last))


def find_cycles(body: Body) -> tuple[Cycle, ...]:
    """The cycles of a dosage section in the order of the text, each once.

    Days and length must be in one phrase: nothing is put together from two sentences. A phrase that
    names a day after the end of its cycle is ignored.
    """
    found: dict[tuple[frozenset[int], int], tuple[Cycle, dict[str, None]]] = {}
    for sentence in sentences(body):
        label = plain(sentence.label).rstrip(":")
        for cycle in _cycles(plain(sentence.text)):
            _, labels = found.setdefault((cycle.days, cycle.length), (cycle, {}))
            if label:
                labels[label] = None
    return tuple(replace(cycle, labels=tuple(labels)) for cycle, labels in found.values())


def _cycles(text: str) -> Iterator[Cycle]:
    for match in _CYCLE.finditer(text):
        days, length = frozenset(_days(match["days"])), int(match["length"])
        if length <= LONGEST_CYCLE and days <= set(range(1, length + 1)):
            yield Cycle(match[0], days, length)


def _days(text: str) -> Iterator[int]:
    for part in re.split(r",|\band\b|&", text):
        if numbers := [int(number) for number in re.findall(r"\d+", part)]:
            yield from range(numbers[0], numbers[-1] + 1)
