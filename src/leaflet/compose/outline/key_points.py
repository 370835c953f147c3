"""The most important points: up to six sentences of the source, word for word, on page one.

They are chosen where the front matter has no boxed warning. A sentence qualifies if it

- states a danger, that is, a topic of the ``CATEGORIES``;
- can stand alone, that is, none of the ``REJECTIONS`` applies. A label stays with the sentences of
  its statement, and with one that refers to others of it also these.

What a label calls a boxed warning comes first, all of it. Of each other category two sentences come
first, then others in the order of the categories; sentences that repeat earlier ones in other words
are skipped. No point has more than 200 characters, unless it is a boxed warning, or there is no
shorter one. Maximum doses, of which each may be for other people, are chosen all or not at all.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from leaflet.compose.outline.gist import Gist, gist, long_words, says_the_same
from leaflet.compose.outline.groups import EFFECT_GROUP, Body
from leaflet.compose.outline.sentence_label import EXCEPTION
from leaflet.monograph.instructions import EMERGENCY, SAYS_WHEN
from leaflet.monograph.model import Monograph, Span, Text
from leaflet.monograph.sentences import Sentence, sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.assign import own_names
from leaflet.topics.table import LIMITS, PEOPLE, TopicTable
from leaflet.topics.wording import may_say, says, words_of

MOST_POINTS = 6

LONGEST_POINT = 200
"""Characters of a point with its label."""

MOST_CONSIDERED = 100
"""Points among which those printed are chosen: the first ones of the text."""

FIRST_OF_EACH = 2
"""Points of one category before the other categories have had their turn."""

SECTIONS = (
    *(SectionKey.PRECAUTIONS, SectionKey.USAGE, SectionKey.DOSAGE),
    *(SectionKey.SIDE_EFFECTS, SectionKey.OTHER, SectionKey.FAQS),
)
"""The sections that points are taken from, in this order."""


BOXED, MAXIMUM = "boxed-warning", "maximum-dose"

CATEGORIES = (BOXED, "contraindication", "danger", MAXIMUM, SAYS_WHEN)
"""The topics that a point must state, the gravest first; it belongs to the first that it states."""

_NO_POINT = frozenset({"missed-dose", "storage", "order-to-clinician", "any-effect"})
"""Topics of sentences that are no point, whatever they state besides."""

REFERS = "it refers to another sentence"

REJECTIONS: Mapping[str, Callable[[Sentence, TopicTable], object]] = {
    "it is about something else": lambda sentence, _: (
        _NO_POINT & (sentence.states | sentence.about)
    ),
    "its label belongs to another sentence": lambda sentence, table: (
        not sentence.opens and may_say(table, "opens-sentence", plain(sentence.label))
    ),
    "a heading above it may limit it": lambda sentence, table: any(
        _may_limit(plain(heading), sentence, table) for heading in sentence.under
    ),
    "it is not a whole sentence": lambda sentence, _: not _is_whole(sentence),
    REFERS: lambda sentence, _: (
        "dependent" in sentence.states and not (sentence.label and sentence.opens)
    ),
    "it is about the monograph": lambda sentence, _: "about-text" in sentence.states,
}
"""Why a sentence cannot stand alone, and the test for it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One of the most important points; ``name`` is the drug's if a document holds several."""

    name: Text
    sentence: Sentence
    category: str


def find_points(monograph: Monograph, table: TopicTable) -> tuple[Point, ...]:
    """The sentences of a monograph that may be points; of those that say the same the first.

    ``table`` is that of its language: what it has no words for may limit a sentence. There is no
    maximum dose among them if another one cannot stand alone: theirs would seem to be for all.
    """
    points: list[Point] = []
    known: list[Gist] = []
    for point in _candidates(monograph, table):
        sentence = point.sentence
        whole = gist(_labelled(sentence), table)
        words = whole.words if sentence.opens else long_words(sentence.words)
        if not any(says_the_same(replace(whole, words=words), other) for other in known):
            points.append(point)
            known.append(whole)
        if len(points) == MOST_CONSIDERED:
            break
    if any(point.category == MAXIMUM for point in points) and _hides_a_maximum(monograph, table):
        return tuple(point for point in points if point.category != MAXIMUM)
    return tuple(points)


def choose_points(points: Sequence[Point], most: int = MOST_POINTS) -> tuple[Point, ...]:
    """At most this many of the points, in the order of their categories; all of a boxed warning."""
    by_category = [[point for point in points if point.category == each] for each in CATEGORIES]
    boxed, *others = by_category
    short = [[point for point in each if _length(point) <= LONGEST_POINT] for each in others]
    if not boxed and not any(short):
        return tuple(sorted(chain(*others), key=_length)[:1])
    first = [point for each in short for point in each[:FIRST_OF_EACH]]
    more = [point for each in short for point in each[FIRST_OF_EACH:]]
    chosen = [*first, *more][: max(most - len(boxed), 0)]
    lacking = [p for p in chain(*others) if p.category == MAXIMUM and p not in chosen]
    if lacking:
        chosen = [point for point in chosen if point.category != MAXIMUM]
    return (*boxed, *(point for point in chain(*short) if point in chosen))


def _candidates(monograph: Monograph, table: TopicTable) -> Iterator[Point]:
    names = own_names(monograph)
    for name, heading, body in _bodies(monograph):
        above: Sentence | None = None
        bare = (_without_names(each, names) for each in sentences(body))
        found = tuple(_below(heading, each, table) for each in bare)
        for sentence, after in zip(found, (*found[1:], None), strict=False):
            together = _together(above, sentence, table)
            category = next((each for each in CATEGORIES if each in _states(sentence)), "")
            if after and EXCEPTION in after.states:
                category = ""  # not without what takes a part of it back
            category = BOXED if BOXED in sentence.about else category
            reasons = _reasons(sentence, table)
            if category and (BOXED in sentence.about or not reasons):
                yield Point(name, sentence, category)
            elif category not in ("", MAXIMUM) and reasons == [REFERS] and together:
                yield Point(name, together, category)
            above = together or (sentence if sentence.label and sentence.opens else None)


def _without_names(sentence: Sentence, names: re.Pattern[str]) -> Sentence:
    """An emergency without the headings above it that name the medicine, or a part of it."""
    if SAYS_WHEN not in _states(sentence) or MAXIMUM in sentence.states:
        return sentence
    under = (each for each in sentence.under if not names.fullmatch(plain(each).rstrip(": ")))
    return replace(sentence, under=tuple(under))


def _hides_a_maximum(monograph: Monograph, table: TopicTable) -> bool:
    """Whether a maximum dose is no point, since it needs what is above it."""
    return any(
        MAXIMUM in sentence.states
        and not _NO_POINT & (sentence.states | sentence.about)
        and _reasons(sentence, table) not in ([], [REFERS])
        for _, heading, body in _bodies(monograph)
        for sentence in (_below(heading, each, table) for each in sentences(body))
    )


def _states(sentence: Sentence) -> frozenset[str]:
    """The topics that a sentence states; below a label, "Chest pain: call 112", that says when."""
    says_when = sentence.label and sentence.opens and EMERGENCY in sentence.states
    return frozenset({*sentence.states, *((SAYS_WHEN,) if says_when else ())})


def _together(above: Sentence | None, sentence: Sentence, table: TopicTable) -> Sentence | None:
    """A sentence with those of its statement above it; None if they cannot stand alone."""
    if above is None or sentence.opens or above.label != sentence.label or _reasons(above, table):
        return None
    return replace(sentence, text=(*above.text, Span(" "), *sentence.text), opens=True)


def _reasons(sentence: Sentence, table: TopicTable) -> list[str]:
    return [reason for reason, applies in REJECTIONS.items() if applies(sentence, table)]


def _below(heading: Text, sentence: Sentence, table: TopicTable) -> Sentence:
    """A sentence of an own section, with the heading as its label if that may limit it."""
    if not heading or not _may_limit(plain(heading), sentence, table):
        return sentence
    if sentence.label or sentence.under:
        return replace(sentence, under=(heading, *sentence.under))
    return replace(sentence, label=heading)


def _bodies(monograph: Monograph) -> Iterator[tuple[Text, Text, Body]]:
    """What points are taken from, with the drug's name and the heading of an own section.

    First comes the text right below the drug's name.
    """
    yield from ((group.name, (), group.intro) for group in monograph.groups)
    for key in SECTIONS:
        for group in monograph.groups:
            for section in group.sections:
                if section.key == key and not section.qualifier:
                    yield group.name, () if key else section.heading, section.body


def _may_limit(heading: str, sentence: Sentence, table: TopicTable) -> bool:
    """Whether a sentence may not hold for all without a heading above it.

    A contraindication that itself says for whom it is needs only a heading about other people, and
    an emergency none that says how common it is.
    """
    words = _labelled(sentence)
    if says(table, "for-whom", words) and PEOPLE in table:
        return not words_of(table, PEOPLE, heading) <= words_of(table, PEOPLE, words)
    limits = any(may_say(table, topic, heading) for topic in (LIMITS, PEOPLE, "narrows"))
    neutral = ("neutral", EFFECT_GROUP) if SAYS_WHEN in _states(sentence) else ("neutral",)
    return limits or not any(says(table, topic, heading) for topic in neutral)


def _is_whole(sentence: Sentence) -> bool:
    """Whether a sentence ends as one, or says what to do at once: "Chest pain – call 999"."""
    words = plain(sentence.text).rstrip(" \"')")
    urgent = SAYS_WHEN in _states(sentence) and EMERGENCY in sentence.states
    return (
        words.endswith((".", "!", "।"))
        or (urgent and not words.endswith(":"))
        or bool(sentence.steps)
    )


def _labelled(sentence: Sentence) -> str:
    """The sentence as it reads after its label."""
    label = plain(sentence.label).rstrip(":")
    return f"{label}: {sentence.words}" if label else sentence.words


def _length(point: Point) -> int:
    return len(plain(point.name)) + len(_labelled(point.sentence))
