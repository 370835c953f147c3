"""Whether a statement on who must not have a medicine says only what others state already."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.lift import CONTINUES, CONTRAINDICATION, DENIAL
from leaflet.compose.outline.sentence_label import EXCEPTION
from leaflet.monograph.sentences import Sentence, sentences
from leaflet.monograph.text import plain
from leaflet.topics.table import TopicTable

BAN = "ban"
"""The topic whose ``common`` words say that nobody must have it, or name nobody."""

CLAUSE = "clause"
"""The topic whose ``common`` words open a condition of which none before it says anything."""

DEGREE = "degree"
"""The topic whose ``common`` words limit a condition, and may limit those that follow it."""

_LETTERS = r"\w\u064b-\u0652\u0900-\u0903\u093a-\u094f"
_WORD = re.compile(rf"\d[\d.,/]*\d|\d|[{_LETTERS}]+|[^\s{_LETTERS}.,;:!?()\"'“”‘’«»،؛؟।-]")
_COMMA = re.compile(r"[,;:،؛](?!\d)(?![^()]*\))")
"""A comma, colon or semicolon that stands neither in brackets nor in a number."""

_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)\)")
_OWN = "_"
_FIRST_WORDS = 3
"""Words of a condition among which the one that opens it is, as in "or those with"."""

Condition = tuple[str, ...]
"""The words of one condition, without those that name nobody."""


@dataclass(frozen=True, slots=True)
class Bans:
    """The conditions that statements ban, in words of a language; ``names`` are the medicine's."""

    table: TopicTable
    names: re.Pattern[str]
    conditions: frozenset[Condition] = frozenset()

    @classmethod
    def of(cls, bodies: Iterable[Body], table: TopicTable, names: Iterable[str]) -> "Bans":
        """What is banned by statements that neither deny it nor make an exception."""
        longest = sorted(map(re.escape, filter(None, names)), key=len, reverse=True)
        reader = cls(table, re.compile("|".join(longest) or r"(?!)", re.IGNORECASE))
        stated = (each for body in bodies for each in sentences(body) if _bans(each))
        general = (each for each in stated if reader._has_no_limit(each))
        found = frozenset(one for each in general for one in reader._listed(plain(each.text)))
        return cls(table, reader.names, found)

    def restated_by(self, body: Body) -> bool:
        """Whether all that a body bans is banned already, in the same words and numbers.

        In a language without lists of words that name nobody or limit a condition none is.
        """
        given = [*sentences(body)]
        # A sentence that the next one refers to says what that one is about, and bans nothing.
        bans = [
            one
            for one, after in zip(given, [*given[1:], None], strict=True)
            if CONTRAINDICATION in one.states or not (after and CONTINUES in after.states)
        ]
        known = all(_common(self.table, topic) for topic in (BAN, CLAUSE, DEGREE))
        return known and bool(bans) and all(map(self._is_known, bans))

    def _is_known(self, sentence: Sentence) -> bool:
        named = self._naming(self._without_names(plain(sentence.text)))
        found = {*filter(None, map(self._words, _COMMA.split(named)))}
        return _bans(sentence) and bool(found) and found <= self.conditions

    def _has_no_limit(self, sentence: Sentence) -> bool:
        """Whether the labels above a sentence name nobody, as "Contraindications" does."""
        above = (plain(each) for each in (sentence.label, *sentence.under))
        return not any(self._words(self._without_names(each)) for each in above)

    def _listed(self, text: str) -> Iterator[Condition]:
        """The conditions of a list; none that a word for a degree before it may limit.

        "Severe heart, liver or kidney disease" bans no kidney disease that is mild. What is in
        brackets limits a condition too, unless it is a number, which says what is meant.
        """
        degrees, openings = (frozenset(_common(self.table, each)) for each in (DEGREE, CLAUSE))
        limited = False
        for part in _COMMA.split(self._without_names(text)):
            words = self._words(part)
            limited = limited and openings.isdisjoint(_WORD.findall(part)[:_FIRST_WORDS])
            has_degree = not degrees.isdisjoint(words)
            if has_degree or not limited or any(each[0].isdigit() for each in words):
                yield words
            yield from map(self._words, _BRACKETS.findall(part))
            limited = limited or has_degree

    def _without_names(self, text: str) -> str:
        """A text in small letters, with one sign for each name of the medicine."""
        return self.names.sub(_OWN, text).casefold()

    def _words(self, text: str) -> Condition:
        """The words of a condition; a name of the medicine that it begins with says nothing."""
        found = _WORD.findall(self._naming(text))
        return tuple(found[1:] if found[:1] == [_OWN] else found)

    def _naming(self, text: str) -> str:
        """A text without the words that name nobody."""
        return _pattern(_common(self.table, BAN)).sub(" ", text)


def _bans(sentence: Sentence) -> bool:
    is_ban = CONTRAINDICATION in sentence.states | sentence.about
    return is_ban and sentence.states.isdisjoint((DENIAL, EXCEPTION))


def _common(table: TopicTable, topic: str) -> tuple[str, ...]:
    return tuple(word for phrases in table.get(topic, ()) for word in phrases.common)


@lru_cache(maxsize=16)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """An expression for any of several whole phrases, of which the longest counts."""
    longest = "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
    ends = rf"(?:(?<=['’])|(?![{_LETTERS}]))"  # "d'asthme"
    return re.compile(rf"(?<![{_LETTERS}])(?:{longest}){ends}" if phrases else r"(?!)")
