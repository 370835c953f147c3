"""Emergency instructions of several sentences: "If your throat swells: Stop. Call 999."

Its orders mean nothing without the sentence that they follow, and that says little without them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from leaflet.monograph.instructions import EMERGENCY, GOES_ON, SAYS_WHEN, are_urgent
from leaflet.monograph.model import Block, Bullets, Paragraph, Text, Topic
from leaflet.monograph.text import plain
from leaflet.topics.table import TopicTable
from leaflet.topics.wording import says

REFERENCE = "reference"
"""The topic of a statement that refers to what is above or below it."""

_ANY_EFFECT = "any-effect"
_OF_ITS_OWN = frozenset({SAYS_WHEN, _ANY_EFFECT, "danger", "contraindication", "maximum-dose"})
"""The topics of an order that itself says what it is about, and needs no sentence before it."""


def with_instructions(
    sentences: Sequence[str], topics_of: Callable[[str], Iterator[Topic]]
) -> Iterator[Topic]:
    """The topics that sentences state; an emergency instruction has its own from its first one.

    Orders are marked as going on with the sentence before them only in such an instruction.
    """
    stated = [tuple(topics_of(sentence)) for sentence in sentences]
    for first, end in _stretches([frozenset(each.name for each in one) for one in stated]):
        is_urgent = end > first + 1 and any(
            topic.name == EMERGENCY
            for topics in (*stated[first:end], topics_of(" ".join(sentences[first:end])))
            for topic in topics
        )
        for number in range(first, end):
            for topic in stated[number]:
                if topic.name != GOES_ON or (is_urgent and number > first):
                    yield topic._replace(sentence=number)
        if is_urgent:
            known = {topic.name for topic in stated[first]}
            added = {EMERGENCY} if GOES_ON in known else {EMERGENCY, SAYS_WHEN}
            yield from (Topic(name, sentence=first) for name in sorted(added - known))


def of_cell(head: Text, cell: Text, table: TopicTable) -> Iterator[Topic]:
    """What a cell of a table says by its place: the number to call, "999", below "What to do".

    "Same" refers to the cell above it.
    """
    words = plain(cell)
    if says(table, "emergency-number", words) and says(table, "what-to-do", plain(head)):
        yield Topic(EMERGENCY, words)
    if says(table, "ditto", words):
        yield Topic(REFERENCE, words)


def _stretches(stated: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The numbers of sentences that belong together: one, and the orders right after it."""
    bounds = [
        number
        for number, names in enumerate(stated)
        if not number or GOES_ON not in names or names & _OF_ITS_OWN
    ]
    yield from pairwise([*bounds, len(stated)])


def answers_emergency(answer: tuple[Block, ...]) -> Iterator[Topic]:
    """The topic of an answer that begins with what to do in an emergency, "Call 112".

    An answer about effects of any kind is none.
    """
    match answer:
        case (Paragraph(_, _, topics), *_):
            first = [topic for topic in topics if not topic.sentence]
            if not any(topic.name == _ANY_EFFECT for topic in first):
                yield from (topic for topic in first if topic.name == EMERGENCY)
        case (Bullets(ordered=True) as steps, *_) if are_urgent(steps):
            yield Topic(EMERGENCY)
