"""Whether a statement on who must not have a medicine says only what others state already."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import dropwhile

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.lift import CONTINUES, CONTRAINDICATION, DENIAL
from leaflet.compose.outline.sentence_label import EXCEPTION
from leaflet.monograph.sentences import Sentence, sentences
from leaflet.monograph.text import plain
from leaflet.topics.table import TopicTable, Where

BAN = "ban"
"""The topic whose ``common`` words say that nobody must have it, or name nobody."""

CLAUSE = "clause"
"""The topic whose ``common`` words open a condition of which none before it says anything."""

JOINT = "joint"
"""The topic whose ``common`` words begin the last condition of a list: "and", "or"."""

DEGREE = "degree"
"""The topic whose ``common`` words limit a condition, and may limit those that follow it."""

RENAL = "renal"
"""The topic of labels that name a kidney."""

_LETTERS = r"\w\u064b-\u0652\u0900-\u0903\u093a-\u094f"
_WORD = re.compile(rf"\d[\d.,/]*\d|\d|[{_LETTERS}]+|[^\s{_LETTERS}.,;:!?()\"'“”‘’«»،؛؟।-]")
_COMMA = re.compile(r"[,;:،؛](?!\d)(?![^()]*\))")
"""A comma, colon or semicolon that stands neither in brackets nor in a number."""

_BRACKETS = re.compile(r"\(([^()]*\d[^()]*/ ?min[^()]*)\)")
"""The clearance of a kidney; an age or a weight in brackets may limit what is before it."""

_KEPT = tuple(map(chr, range(0xE000, 0xE100)))
"""Signs for words that count within a condition only."""

_OWN = "_"
_FIRST_WORDS = 3
"""Words of a condition among which the one that opens it is, as in "or those with"."""


class Limit(IntEnum):
    """What a condition may limit of those after it in a list."""

    NONE = 0
    SOME = 1
    """Those without a word for a degree or a number: "severe heart or liver disease, asthma"."""
    ALL = 2


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
        known = all(_common(self.table, topic) for topic in (BAN, CLAUSE, JOINT, DEGREE))
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
        """The conditions of a sentence: all of it, or those of a list of which none limits others.

        "Severe heart, liver or kidney disease" bans no kidney disease that is mild, nor does "men
        with gout, asthma" ban asthma. "Pregnancy, third trimester" is no list.
        """
        first, *others = _COMMA.split(self._without_names(text))
        if others and not self._is_list(first, others):
            return
        limits = Limit.NONE
        for at, part in enumerate((first, *others)):
            words = self._words(part)
            if self._opens(part) and at:
                limits = Limit.NONE
            has_degree = words[:1] and words[0] in self._these(DEGREE)
            is_number = any(each[0].isdigit() for each in words)
            if limits == Limit.NONE or (limits == Limit.SOME and (has_degree or is_number)):
                yield words
                is_kidney = any(
                    each.search(part, Where.LABEL) for each in self.table.get(RENAL, ())
                )
                if is_kidney and self._limit(part) < Limit.ALL:
                    yield from map(self._words, _BRACKETS.findall(part))
            limits = max(limits, self._limit(part))

    def _is_list(self, first: str, others: Sequence[str]) -> bool:
        """Whether parts are a list after the words for a ban, and the last is one of its items."""
        found = [
            each.search(first, Where.SENTENCE) for each in self.table.get(CONTRAINDICATION, ())
        ]
        bans = next(filter(None, found), None)
        last = _WORD.findall(others[-1])
        return (
            bans is not None
            and not self._words(first[: bans.start()])
            and last[:1] != []
            and last[0] in self._these(JOINT)
            and self._these(CLAUSE).isdisjoint(dropwhile(self._says_nothing, last))
            and all(self._opens(each) or self._begins_with_degrees(each) for each in others)
        )

    def _says_nothing(self, word: object) -> bool:
        return word in self._these(CLAUSE) | self._these(JOINT) | self._these(BAN)

    def _begins_with_degrees(self, part: str) -> bool:
        """Whether words for a degree stand only before others: "ulcers that are severe" limits."""
        degrees = self._these(DEGREE)
        rest = [*dropwhile(degrees.__contains__, self._words(part))]
        return bool(rest) and degrees.isdisjoint(rest)

    def _opens(self, part: str) -> bool:
        """Whether a part begins a condition of its own: "or those with"."""
        begin = _WORD.findall(part)[:_FIRST_WORDS]
        joint = bool(begin) and begin[0] in self._these(JOINT)
        return joint and not self._these(CLAUSE).isdisjoint(begin)

    def _limit(self, part: str) -> Limit:
        """What a part may limit of those after it: "children with fever" all of them."""
        bare = re.sub(r"\([^()]*\)", " ", part)
        listed = _pattern(tuple(self._these(JOINT))).sub(" ", bare)
        pieces = _pattern(_common(self.table, BAN)).sub("\n", listed).split("\n")
        several = [found for each in pieces if (found := _WORD.findall(each)) and found != [_OWN]]
        if len(several) > 1:
            return Limit.SOME if _OWN in _WORD.findall(part)[1:] else Limit.ALL
        has_degree = not self._these(DEGREE).isdisjoint(self._words(part))
        return Limit.SOME if has_degree else Limit.NONE

    def _these(self, topic: str) -> frozenset[str]:
        return frozenset(_common(self.table, topic))

    def _without_names(self, text: str) -> str:
        """A text in small letters, with one sign for each name of the medicine."""
        return self.names.sub(_OWN, text).casefold()

    def _words(self, text: str) -> Condition:
        """The words of a condition; a name of the medicine that it begins with says nothing."""
        found = deque(_WORD.findall(self._naming(text)))
        while found and _KEPT[0] <= found[0] <= _KEPT[-1]:
            found.popleft()
        while found and _KEPT[0] <= found[-1] <= _KEPT[-1]:
            found.pop()
        if found and found[0] == _OWN:
            found.popleft()
            return self._words(" ".join(found))
        return tuple(found)

    def _naming(self, text: str) -> str:
        """A text without the words that name nobody.

        "And", "with" and the like are a sign each: "gout and asthma" is not "gout or asthma", but
        at either end of a condition they say nothing.
        """
        inner = sorted(self._these(BAN) & (self._these(CLAUSE) | self._these(JOINT)))
        signs = dict(zip(inner, _KEPT, strict=False))
        return _pattern(_common(self.table, BAN)).sub(
            lambda match: f" {signs.get(match[0], '')} ", text
        )


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
