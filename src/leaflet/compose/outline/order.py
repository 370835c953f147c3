"""In which order the statements of a part stand, where its kind says so: by the author's labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from leaflet.compose.outline.chapter import Passage
from leaflet.compose.outline.groups import Body, groups, label_of
from leaflet.monograph.model import Block, Bullets, Entry, ListItem

Order = Sequence[re.Pattern[str]]
"""What labels say, the one whose statements come first in front."""


def put_in_order(passages: Sequence[Passage], order: Order) -> list[Passage]:
    """The statements of passages in the order of the patterns that their labels match.

    Those whose label matches none follow in the author's order, and text before the first label
    stays in front. From a passage with a heading on, each keeps its place, since what follows may
    belong under that heading.
    """
    loose = list(takewhile(lambda passage: not passage.headed and not passage.qualifier, passages))
    kept = [replace(one, body=_body(one.body, order)) for one in passages[len(loose) :]]
    apart = [
        replace(passage, body=_body(tuple(group), order))
        for passage in loose
        for _, group in groups(passage.body)
        if group
    ]
    return [*sorted(apart, key=lambda one: _rank(one.body, order)), *kept]


def _body(body: Body, order: Order) -> Body:
    """The body with its groups in order, and what stands within each of them."""
    inner = groups(tuple(_within(block, order) for block in body))
    ranked = sorted((tuple(group) for _, group in inner), key=lambda group: _rank(group, order))
    return tuple(block for group in ranked for block in group)


def _within(block: Block, order: Order) -> Block:
    """An entry or a list with its own statements in order; a numbered list is a sequence."""
    match block:
        case Entry(_, body):
            return replace(block, body=_body(body, order))
        case Bullets(items) if not block.ordered:
            ranked = sorted(items, key=lambda item: _place(label_of(item), order))
            return replace(block, items=tuple(ranked))
    return block


def _rank(group: Sequence[Block], order: Order) -> int:
    """The place of a group: its label's, else the foremost of the labels within it."""
    own = _place(label_of(group[0]), order) if group else len(order)
    if own < len(order):
        return own
    within = [_place(label, order) for label in _labels(group)]
    return min(within, default=-1)


def _labels(blocks: Sequence[Block | ListItem]) -> Iterator[str]:
    for block in blocks:
        if said := label_of(block):
            yield said
        match block:
            case Bullets(items):
                yield from _labels(items)
            case Entry(_, body):
                yield from _labels(body)


def _place(label: str, order: Order) -> int:
    """Which of the patterns a label matches first; the number of them where it matches none."""
    return next((n for n, said in enumerate(order) if label and said.search(label)), len(order))
