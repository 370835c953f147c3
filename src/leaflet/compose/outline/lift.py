"""Finds the sentences that state a topic, each under the labels and the words above that it needs.

A contraindication that stands under "Liver disease" is one all the same. Where a monograph has no
section for them, such sentences are repeated, word for word, in the part about their topic.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from leaflet.compose.outline.groups import Body, introduces, sentence_topics, topics_of
from leaflet.compose.outline.sentence_label import EXCEPTION, is_exception
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Subheading,
    Table,
    Text,
)
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import plain
from leaflet.topics.instructions import REFERENCE

CONTINUES = "continues"
"""The topic of sentences that begin with a word for something in the one before them."""

CONTRAINDICATION, DENIAL = "contraindication", "no-contraindication"
"""The topics of sentences that say who must not have it, and that deny this or advise caution."""

_REFERS = frozenset({CONTINUES, "dependent"})


def only_denies(body: Body) -> bool:
    """Whether a text denies contraindications, or only advises caution."""
    paragraphs = [block for block in body if isinstance(block, Paragraph)]
    stated = [topics for each in paragraphs for topics in sentence_topics(each)]
    return (
        len(paragraphs) == len(body)
        and any(DENIAL in topics for topics in stated[:1])
        and all(topics & {DENIAL, *_REFERS} for topics in stated)
        and not any(CONTRAINDICATION in topics for topics in stated)
    )


def lift(body: Body, topics: Collection[str]) -> Body:
    """The statements of a body on one of the topics; empty if there is none, or they deny it.

    Each stays under its label, under the subheading or the label without text above it, and under
    the lead-in of its list. A sentence that refers to the one before it brings that one along.
    """
    return tuple(_lift(body, topics))


def _lift(body: Body, topics: Collection[str]) -> Iterator[Block]:
    heading: Text = ()
    whole = taken = False
    for above, block, below in zip((None, *body), body, (*body[1:], None), strict=False):
        if isinstance(block, Subheading) or (isinstance(block, Entry) and not block.body):
            heading = block.text if isinstance(block, Subheading) else block.label
            whole = any(topic.name in topics for topic in topics_of(block))
            continue
        if taken:  # by the sentence above it
            taken = False
            continue
        holds = whole and not only_denies((block,))
        found: Body = (block,) if holds else tuple(_statements(block, topics))
        if found and isinstance(block, Paragraph) and isinstance(below, Bullets | Table):
            last = found[-1]
            taken = isinstance(last, Paragraph) and (introduces(last) or _refers(last))
            found += (below,) if taken else ()
        if found and not taken and _refers(found[-1]):  # "those listed above": it stays there
            found = found[:-1]
        if found and isinstance(below, Paragraph) and EXCEPTION in _first_states(below):
            found, taken = (*found, below), True
        if found and isinstance(block, Bullets) and isinstance(above, Paragraph) and not whole:
            found = (*_lead_in(above), *found)
        if found and heading:
            yield Entry(heading, found, block.line)
        else:
            yield from found


def _refers(block: Block) -> bool:
    """Whether a sentence says only with what is above or below it what it is about.

    One that also says so itself, "in renal failure (see below)", does not.
    """
    if not isinstance(block, Paragraph) or "(" in plain(block.text):
        return False
    return any(topic.name == REFERENCE for topic in block.topics)


def _lead_in(above: Paragraph) -> Iterator[Paragraph]:
    if introduces(above):
        yield replace(above, text=split_sentences(above.text)[-1])


def _statements(block: Block, topics: Collection[str]) -> Iterator[Block]:
    """What a block states on the topics; ``block`` is no heading."""
    denies = isinstance(block, Entry) and only_denies(block.body)
    if any(topic.name in topics for topic in topics_of(block)) and not denies:
        yield block
        return
    match block:
        case Paragraph(text, _, stated):
            numbers = {topic.sentence for topic in stated if topic.name in topics}
            back = {topic.sentence for topic in stated if topic.name == CONTINUES}
            on = {topic.sentence for topic in stated if topic.name == EXCEPTION}
            for number, sentence in _sentences(text, numbers, back, on):
                own = (each._replace(sentence=0) for each in stated if each.sentence == number)
                yield replace(block, text=sentence, topics=tuple(own))
        case Entry(label, inner) | Question(label, inner):
            if found := lift(inner, topics):
                yield Entry(label, found, block.line)
        case Bullets(items):
            lifted = [*_of_list(items, topics)]
            if len(lifted) > 1 or any(isinstance(item, ListItem) for item in lifted):
                yield Bullets(tuple(lifted), line=block.line)
            else:
                yield from (item for item in lifted if isinstance(item, Entry))
        case Table(_, _, _, stated) if any(topic.name in topics for topic in stated):
            yield block


def _of_list(
    items: Sequence[ListItem | Entry], topics: Collection[str]
) -> Iterator[ListItem | Entry]:
    """The items of a list that state a topic, each with the exceptions in the items below it."""
    taken = False
    for item in items:
        found = [*_items(item, topics)]
        goes_on = taken and not found and is_exception(item)
        yield from [item] if goes_on else found
        taken = bool(found) or goes_on


def _items(item: ListItem | Entry, topics: Collection[str]) -> Iterator[ListItem | Entry]:
    if isinstance(item, ListItem):
        if found := lift(item.body, topics):
            # What is below a statement may limit it.
            yield item if found[0] == item.body[0] else replace(item, body=found)
        return
    yield from (found for found in _statements(item, topics) if isinstance(found, Entry))


def _first_states(block: Paragraph) -> frozenset[str]:
    """The topics that the first sentence of a paragraph states."""
    return frozenset(topic.name for topic in block.topics if topic.sentence == 0)


def _sentences(
    text: Text, numbers: Collection[int], back: Collection[int], on: Collection[int]
) -> Iterator[tuple[int, Text]]:
    """The sentences with these numbers, those before them that they refer ``back`` to, and after.

    The latter go ``on`` with an exception.
    """
    sentences = split_sentences(text)
    wanted = {number for number in numbers if number < len(sentences)}
    for number in range(len(sentences) - 1, 0, -1):
        if number in wanted and number in back:
            wanted.add(number - 1)
    for number in range(1, len(sentences)):
        if number in on and number - 1 in wanted:
            wanted.add(number)
    yield from ((number, sentences[number]) for number in sorted(wanted))
