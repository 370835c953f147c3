"""What a text says in short, to find another one that says the same in other words."""

import re
from dataclasses import dataclass

from leaflet.topics.table import PEOPLE, TopicTable
from leaflet.topics.wording import words_of

SAME_SHARE = 0.6
"""Two sentences say the same if they share this part of their longer words."""

_FIGURE = re.compile(r"\d[\d.,]*")
_LONG_WORD = re.compile(r"[\w\u064b-\u0652\u0900-\u0903\u093a-\u094f]{4,}")
"""Four letters or more; the vowel signs of Arabic and Devanagari count."""


@dataclass(frozen=True, slots=True)
class Gist:
    """The longer words of a text, its numbers, and the people that it names."""

    words: frozenset[str]
    figures: frozenset[str]
    people: frozenset[str]


def gist(text: str, table: TopicTable) -> Gist:
    """What a text says in short; ``table`` is that of its language."""
    figures = frozenset(_FIGURE.findall(text))
    return Gist(long_words(text), figures, frozenset(words_of(table, PEOPLE, text)))


def says_the_same(one: Gist, other: Gist) -> bool:
    """Whether a text shares most of its longer words with another, its numbers and its people."""
    if len(one.words & other.words) < SAME_SHARE * min(len(one.words), len(other.words)):
        return False
    return one.figures <= other.figures and (one.people == other.people or not other.people)


def long_words(text: str) -> frozenset[str]:
    """The words that say what a text is about, in small letters."""
    return frozenset(_LONG_WORD.findall(text.lower()))
