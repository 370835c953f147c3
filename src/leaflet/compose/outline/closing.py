"""What opens or closes the text on side effects, and is about effects of any kind."""

from itertools import takewhile

from leaflet.compose.outline.groups import Body, sentence_topics, topics_of
from leaflet.monograph.model import Block, Entry, Paragraph, Subheading

CLOSING = "any-effect"
"""The topic of a closing sentence about side effects of any kind."""

_SERIOUS = "serious-reaction"
_NAMES_GRAVE = frozenset({_SERIOUS, "emergency"})
"""The topics of sentences about serious effects."""

_GRAVE_LABELS = frozenset({"serious-effect", "emergency"})


def split_closing(body: Body) -> tuple[Body, Body, Body]:
    """The body, and what closes it: what is about serious effects only, and about any effect.

    What is below a heading stays below it.
    """
    end = len(body)
    is_headed = any(isinstance(block, Subheading) for block in body)
    while end > 1 and not is_headed and _closes(body[end - 1]) and not _heads(body[end - 2]):
        end -= 1
    serious = tuple(block for block in body[end:] if _is_about_serious(block))
    return body[:end], serious, tuple(block for block in body[end:] if block not in serious)


def opening(body: Body) -> Body:
    """What opens a body and is about effects of any kind, as what closes it may be."""
    return tuple(takewhile(_closes, body))


def _closes(block: Block) -> bool:
    """Whether a paragraph or a labelled note is about effects of any kind, and of no other.

    One that also says which effects are serious, or need help, is about those.
    """
    if any(topic.name in _GRAVE_LABELS for topic in topics_of(block)):
        return False
    paragraphs = _paragraphs(block)
    sentences = [topics for each in paragraphs for topics in sentence_topics(each)]
    others = [topics for topics in sentences if CLOSING not in topics]
    return len(others) < len(sentences) and not any(topics & _NAMES_GRAVE for topics in others)


def _is_about_serious(block: Block) -> bool:
    first, *others = [topics for each in _paragraphs(block) for topics in sentence_topics(each)]
    about = {CLOSING, _SERIOUS}
    return about <= first and all(about <= each or "dependent" in each for each in others)


def _paragraphs(block: Block) -> list[Paragraph]:
    """The text of a paragraph or of a labelled statement; none if it has anything else."""
    blocks = block.body if isinstance(block, Entry) else (block,)
    paragraphs = [each for each in blocks if isinstance(each, Paragraph)]
    return paragraphs if len(paragraphs) == len(blocks) else []


def _heads(block: Block) -> bool:
    return isinstance(block, Subheading) or (isinstance(block, Entry) and not block.body)
