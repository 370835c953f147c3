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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from leaflet.compose.outline.groups import POPULATIONS, Body
from leaflet.monograph.model import Monograph, Text
from leaflet.monograph.sentences import Sentence, sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

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


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


CATEGORIES = ("contraindication", "danger", "maximum-dose", "when-to-get-help")
"""The topics that a point must state, the gravest first; it belongs to the first that it states."""

_NO_POINT = frozenset({"missed-dose", "storage", "order-to-clinician", "any-effect"})
"""Topics of sentences that are no point, whatever they state besides."""

_STARTS_A_SENTENCE = _pattern(
    r"^(do|never|avoid|if|when|who|how|what|stop|tell|ask|you|the)\b|\bnot\b"
)
"""A label that begins a sentence, "Do not take it if", belongs to that sentence only."""

_LIMITS = _pattern(
    rf"""\b(in|with|for|during|while|unless|until|before|patients?|pets?)\b | {POPULATIONS}
      | \bif\b(?!.*\?) | (?<!^)\bwhen\b | \b(do\ not|don't|never|avoid|tell|ask|stop)\b"""
)
"""Words that limit a statement to some people or situations, as in "Precautions in children"."""

_PEOPLE = _pattern(POPULATIONS)

_NEUTRAL = _pattern(
    r"""\b(contra-?indications?|warnings?|precautions?|cautions?|important|general|safety
      | reactions? | side\ effects | miss\w* | forg[eo]t\w* | overdose | too\ much | signs)\b"""
)
"""A heading without which a point still means the same: "Warnings", "What if I miss a dose?"."""

_SAYS_FOR_WHOM = _pattern(r"\bcontra-?indicated\b.*\b(in|if|during|for|with)\b")

REJECTIONS: Mapping[str, Callable[[Sentence], object]] = {
    "it is about something else": lambda sentence: _NO_POINT & (sentence.states | sentence.about),
    "its label belongs to another sentence": lambda sentence: (
        not sentence.opens and _STARTS_A_SENTENCE.search(plain(sentence.label))
    ),
    "a heading above it may limit it": lambda sentence: any(
        _may_limit(heading, _labelled(sentence)) for heading in sentence.under
    ),
    "it is not a whole sentence": lambda sentence: (
        not plain(sentence.text).rstrip(" \"')").endswith((".", "!"))
    ),
    "it refers to another sentence": lambda sentence: (
        not sentence.label and "dependent" in sentence.states
    ),
    "it is about the monograph": lambda sentence: "about-text" in sentence.states,
}
"""Why a sentence cannot stand alone, and the test for it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One of the most important points; ``name`` is the drug's if a document holds several."""

    name: Text
    sentence: Sentence


def choose_points(monograph: Monograph) -> tuple[Point, ...]:
    """The most important points of a monograph, in the order of their categories."""
    points = _points_by_category(monograph)
    short = [[point for point in each if _length(point) <= LONGEST_POINT] for each in points]
    if not any(short):
        return tuple(sorted(chain(*points), key=_length)[:1])
    first = [point for each in short for point in each[:FIRST_OF_EACH]]
    others = [point for each in short for point in each[FIRST_OF_EACH:]]
    chosen = {*[*first, *others][:MOST_POINTS]}
    return tuple(point for point in chain(*short) if point in chosen)


def _points_by_category(monograph: Monograph) -> list[list[Point]]:
    """The points of each category; of those that say the same only the first."""
    points: list[list[Point]] = [[] for _ in CATEGORIES]
    known: list[set[str]] = []
    for point in _candidates(monograph):
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


def _candidates(monograph: Monograph) -> Iterator[Point]:
    for name, body in _bodies(monograph):
        for sentence in sentences(body):
            states = sentence.states.intersection(CATEGORIES)
            if states and not any(applies(sentence) for applies in REJECTIONS.values()):
                yield Point(name, sentence)


def _bodies(monograph: Monograph) -> Iterator[tuple[Text, Body]]:
    """What points are taken from, with the drug's name: first the text right below that."""
    yield from ((group.name, group.intro) for group in monograph.groups)
    for key in SECTIONS:
        for group in monograph.groups:
            for section in group.sections:
                if section.key == key and not section.qualifier:
                    yield group.name, section.body


def _may_limit(heading: Text, sentence: str) -> bool:
    """Whether a sentence may not hold for all without a heading above it.

    A contraindication that itself says for whom it is needs only a heading about other people.
    """
    above = plain(heading)
    if _SAYS_FOR_WHOM.search(sentence):
        people = {found.lower() for found in _PEOPLE.findall(above)}
        return not people <= {found.lower() for found in _PEOPLE.findall(sentence)}
    return bool(_LIMITS.search(above) or not _NEUTRAL.search(above))


def _labelled(sentence: Sentence) -> str:
    """The sentence as it reads after its label."""
    label = plain(sentence.label).rstrip(":")
    return f"{label}: {plain(sentence.text)}" if label else plain(sentence.text)


def _length(point: Point) -> int:
    return len(plain(point.name)) + len(_labelled(point.sentence))


def _long_words(text: str) -> set[str]:
    return {*re.findall(r"\w{4,}", text.lower())}


def _say_the_same(words: set[str], others: set[str]) -> bool:
    """Whether two sentences share most of their longer words."""
    return len(words & others) >= SAME_SHARE * min(len(words), len(others))
