"""A label that begins a sentence, "Not for: children", and what goes on with that sentence."""

from collections.abc import Sequence

from leaflet.compose.outline.groups import label_of
from leaflet.monograph.model import Block, Entry, ListItem, Paragraph
from leaflet.topics.table import Phrases, Where

EXCEPTION = "exception"
"""The topic of sentences that take back a part of the one before them."""

_GOES_ON = frozenset({EXCEPTION, "contraindication", "continues", "dependent"})
"""The topics of a sentence that goes on with the contraindication above it."""


def begins_sentence(block: Block, phrases: Sequence[Phrases]) -> bool:
    """Whether a label has one of the phrases and begins the sentence that stands on its line."""
    if not isinstance(block, Entry) or not block.body or block.body[0].line != block.line:
        return False
    return any(each.search(label_of(block), Where.WORDS) for each in phrases)


def is_new(block: Block) -> bool:
    """Whether a block is a paragraph that does not go on with the statement above it."""
    if not isinstance(block, Paragraph):
        return False
    states = {topic.name for topic in block.topics if topic.sentence == 0}
    return states.isdisjoint(_GOES_ON)


def is_exception(item: ListItem | Entry) -> bool:
    """Whether an item without a label takes back a part of the one above it."""
    match item:
        case ListItem((Paragraph(_, _, topics), *_)):
            return any(topic.name == EXCEPTION and topic.sentence == 0 for topic in topics)
    return False
