"""The most important points: up to six sentences of the source, word for word, on page one.

They are chosen where the front matter has no boxed warning. A sentence qualifies if it

- states a danger, that is, a topic of the ``CATEGORIES``;
- can stand alone, that is, none of the ``REJECTIONS`` applies. A label stays with the sentences of
  its statement.

Two sentences of each category come first, then others in the order of the categories; sentences
that repeat earlier ones in other words are skipped. No point has more than 200 characters, unless
there is no shorter one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from leaflet.compose.outline.groups import Body
from leaflet.monograph.model import Monograph, Text
from leaflet.monograph.sentences import Sentence, sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.table import LIMITS, PEOPLE, TopicTable
from leaflet.topics.wording import may_say, says, words_of

MOST_POINTS = 6

LONGEST_POINT = 200
"""Characters of a point with its label."""

MOST_CONSIDERED = 100
"""Points among which those printed are chosen: the first ones of the text."""

FIRST_OF_EACH = 2
"""Points of one category before the other categories have had their turn."""

SAME_SHARE = 0.6
"""Two sentences say the same if they share this part of their longer words."""

SECTIONS = (
    *(SectionKey.PRECAUTIONS, SectionKey.USAGE, SectionKey.DOSAGE),
    *(SectionKey.SIDE_EFFECTS, SectionKey.OTHER, SectionKey.FAQS),
)
"""The sections that points are taken from, in this order."""


CATEGORIES = ("contraindication", "danger", "maximum-dose", "when-to-get-help")
"""The topics that a point must state, the gravest first; it belongs to the first that it states."""

_NO_POINT = frozenset({"missed-dose", "storage", "order-to-clinician", "any-effect"})
"""Topics of sentences that are no point, whatever they state besides."""

REJECTIONS: Mapping[str, Callable[[Sentence, TopicTable], object]] = {
    "it is about something else": lambda sentence, _: (
        _NO_POINT & (sentence.states | sentence.about)
    ),
    "its label belongs to another sentence": lambda sentence, table: (
        not sentence.opens and may_say(table, "opens-sentence", plain(sentence.label))
    ),
    "a heading above it may limit it": lambda sentence, table: any(
        _may_limit(plain(heading), _labelled(sentence), table) for heading in sentence.under
    ),
    "it is not a whole sentence": lambda sentence, _: (
        not plain(sentence.text).rstrip(" \"')").endswith((".", "!", "।"))
    ),
    "it refers to another sentence": lambda sentence, _: (
        not sentence.label and "dependent" in sentence.states
    ),
    "it is about the monograph": lambda sentence, _: "about-text" in sentence.states,
}
"""Why a sentence cannot stand alone, and the test for it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One of the most important points; ``name`` is the drug's if a document holds several."""

    name: Text
    sentence: Sentence


def choose_points(monograph: Monograph, table: TopicTable) -> tuple[Point, ...]:
    """The most important points of a monograph, in the order of their categories.

    There are none beside a boxed warning. ``table`` is that of its language: what it has no words
    for may limit a sentence.
    """
    if monograph.front.boxed_warning:
        return ()
    points = _points_by_category(_candidates(monograph, table))
    short = [[point for point in each if _length(point) <= LONGEST_POINT] for each in points]
    if not any(short):
        return tuple(sorted(chain(*points), key=_length)[:1])
    first = [point for each in short for point in each[:FIRST_OF_EACH]]
    others = [point for each in short for point in each[FIRST_OF_EACH:]]
    chosen = {*[*first, *others][:MOST_POINTS]}
    return tuple(point for point in chain(*short) if point in chosen)


def _points_by_category(candidates: Iterable[Point]) -> list[list[Point]]:
    """The points of each category; of those that say the same only the first."""
    points: list[list[Point]] = [[] for _ in CATEGORIES]
    known: list[set[str]] = []
    for point in candidates:
        sentence = point.sentence
        text = _labelled(sentence) if sentence.opens else plain(sentence.text)
        words = _long_words(text)
        if any(_say_the_same(words, others) for others in known):
            continue
        if len(known) == MOST_CONSIDERED:
            break
        category = next(n for n, topic in enumerate(CATEGORIES) if topic in sentence.states)
        points[category].append(point)
        known.append(_long_words(_labelled(sentence)))
    return points


def _candidates(monograph: Monograph, table: TopicTable) -> Iterator[Point]:
    for name, body in _bodies(monograph):
        for sentence in sentences(body):
            states = sentence.states.intersection(CATEGORIES)
            if states and not any(applies(sentence, table) for applies in REJECTIONS.values()):
                yield Point(name, sentence)


def _bodies(monograph: Monograph) -> Iterator[tuple[Text, Body]]:
    """What points are taken from, with the drug's name: first the text right below that."""
    yield from ((group.name, group.intro) for group in monograph.groups)
    for key in SECTIONS:
        for group in monograph.groups:
            for section in group.sections:
                if section.key == key and not section.qualifier:
                    yield group.name, section.body


def _may_limit(heading: str, sentence: str, table: TopicTable) -> bool:
    """Whether a sentence may not hold for all without a heading above it.

    A contraindication that itself says for whom it is needs only a heading about other people.
    """
    if says(table, "for-whom", sentence) and PEOPLE in table:
        return not words_of(table, PEOPLE, heading) <= words_of(table, PEOPLE, sentence)
    limits = any(may_say(table, topic, heading) for topic in (LIMITS, PEOPLE, "narrows"))
    return limits or not says(table, "neutral", heading)


def _labelled(sentence: Sentence) -> str:
    """The sentence as it reads after its label."""
    label = plain(sentence.label).rstrip(":")
    return f"{label}: {plain(sentence.text)}" if label else plain(sentence.text)


def _length(point: Point) -> int:
    return len(plain(point.name)) + len(_labelled(point.sentence))


def _long_words(text: str) -> set[str]:
    return {*_LONG_WORD.findall(text.lower())}


_LONG_WORD = re.compile(r"[\w\u064b-\u0652\u0900-\u0903\u093a-\u094f]{4,}")
"""Four letters or more; the vowel signs of Arabic and Devanagari count."""


def _say_the_same(words: set[str], others: set[str]) -> bool:
    """Whether two sentences share most of their longer words."""
    return len(words & others) >= SAME_SHARE * min(len(words), len(others))
