"""Orders the statements of a part by the author's labels, where the kind defines an order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from leaflet.compose.outline.chapter import Passage
from leaflet.compose.outline.groups import Body, groups, label_of
from leaflet.compose.outline.labels import says
from leaflet.monograph.model import Block, Bullets, Entry, ListItem
from leaflet.topics.table import Ranked, Where

_WHERE = (Where.LABEL, Where.DOSE_LABEL, Where.SENTENCE, Where.ORDER)
"""Phrases of all these count: labels are of doses, or read like sentences."""


def put_in_order(passages: Sequence[Passage], order: Ranked) -> list[Passage]:
    """The statements of passages in the order of the phrases that their labels have.

    Statements whose label has none follow in the author's order, and text before the
    first label stays in front. Passages from the first one with a heading on are not moved, since
    what follows may belong under that heading.
    """
    loose = list(takewhile(lambda passage: not passage.headed and not passage.qualifier, passages))
    fixed = [replace(one, body=_ordered(one.body, order)) for one in passages[len(loose) :]]
    divided = [
        replace(passage, body=_ordered(tuple(group), order))
        for passage in loose
        for _, group in groups(passage.body)
        if group
    ]
    return [*sorted(divided, key=lambda passage: _rank(passage.body, order)), *fixed]


def _ordered(body: Body, order: Ranked) -> Body:
    """The body with its groups in order, and the statements within each of them."""
    inner = groups(tuple(_ordered_within(block, order) for block in body))
    ranked = sorted((tuple(group) for _, group in inner), key=lambda group: _rank(group, order))
    return tuple(block for group in ranked for block in group)


def _ordered_within(block: Block, order: Ranked) -> Block:
    """An entry or a list with its statements in order; a numbered list keeps its own."""
    match block:
        case Entry(_, body):
            return replace(block, body=_ordered(body, order))
        case Bullets(items) if not block.ordered:
            ranked = sorted(items, key=lambda item: _first_match(label_of(item), order))
            return replace(block, items=tuple(ranked))
    return block


def _rank(group: Sequence[Block], order: Ranked) -> int:
    """The position of a group: by its own label, else by the first in order of those within it."""
    own = _first_match(label_of(group[0]), order) if group else len(order)
    if own < len(order):
        return own
    return min((_first_match(label, order) for label in _labels(group)), default=-1)


def _labels(blocks: Sequence[Block | ListItem]) -> Iterator[str]:
    for block in blocks:
        if label := label_of(block):
            yield label
        match block:
            case Bullets(items):
                yield from _labels(items)
            case Entry(_, body):
                yield from _labels(body)


def _first_match(label: str, order: Ranked) -> int:
    """The rank of the first phrases that a label has; the number of ranks if none."""
    return next(
        (
            rank
            for rank, phrases in enumerate(order)
            if any(says(label, phrases, w) for w in _WHERE)
        ),
        len(order),
    )
