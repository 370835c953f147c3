"""The labels of the statements of a body that are about some topics."""

from collections.abc import Callable, Collection, Iterable, Iterator

from leaflet.compose.outline.groups import Body, label_of
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Subheading,
    Table,
    Topics,
)
from leaflet.monograph.sentences import sentences
from leaflet.monograph.text import plain

_INSTRUCTIVE = frozenset(
    {"adjustment", "avoidance", "caution", "contraindication", "danger", "maximum-dose"}
)
"""The topics of a sentence that says what to do."""


def labels_about(
    body: Iterable[Block | ListItem],
    topics: Collection[str],
    above: str,
    says_so: Callable[[str], bool] = lambda _: False,
) -> Iterator[str]:
    """The labels of the statements on one of the topics; ``above`` is that of the whole body.

    A label that itself ``says_so`` is about them, too, whatever it is in its section.
    """
    label = above
    for block in body:
        match block:
            case Paragraph(_, _, stated) | Table(_, _, _, stated):
                if states(stated, topics):
                    yield label
            case Bullets(items):
                yield from labels_about(items, topics, label, says_so)
            case ListItem(inner):
                yield from labels_about(inner, topics, label, says_so)
            case Subheading(text):
                label = plain(text)
                if states(block.topics, topics) or says_so(label):
                    yield label
            case Entry(_, inner) | Question(_, inner):
                own = label_of(block)
                if states(block.topics, topics) or says_so(own):
                    yield own
                else:
                    yield from labels_about(inner, topics, own, says_so)


def instructions(body: Body, topics: frozenset[str], above: str) -> Iterator[str]:
    """The labels of the sentences that are about one of the topics and say what to do.

    ``above`` is the label of the whole body.
    """
    for sentence in sentences(body):
        about = sentence.states | sentence.about
        if not about.isdisjoint(topics) and sentence.states & _INSTRUCTIVE - topics:
            yield plain(sentence.label) or above


def states(stated: Topics, topics: Collection[str]) -> bool:
    """Whether some of the topics that are stated are among others."""
    return any(topic.name in topics for topic in stated)
