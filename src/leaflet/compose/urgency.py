"""Side effects by urgency: what needs help at once before what is frequent.

Our headings only order: each group keeps the label that its author gave it, and a group without a
label stays in front of all headings, so that it is never filed under one that is not its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.compose.labels import Body, groups
from leaflet.kind import Rank
from leaflet.monograph.model import Block, Bullets, Entry


@dataclass(frozen=True, slots=True)
class Urgency:
    """Groups of effects under a heading of ours; without one they stand in front of all others."""

    heading: str
    body: Body


def by_urgency(body: Body, ranks: tuple[Rank, ...]) -> tuple[Urgency, ...]:
    """The groups of effects in the order of ``ranks``, each once, those of a rank together.

    A group goes to the first rank that its label fits. Where all groups are of the last rank there
    is nothing to order, and no heading.
    """
    front: list[Block] = []
    ranked: list[list[Block]] = [[] for _ in ranks]
    for label, group in groups(tuple(_opened(body))):
        fit = (blocks for rank, blocks in zip(ranks, ranked, strict=True) if _fits(rank, label))
        (next(fit, front) if label else front).extend(group)
    if not any(ranked[:-1]):
        return (Urgency("", body),)
    headed = (
        Urgency(rank.heading, tuple(blocks)) for rank, blocks in zip(ranks, ranked, strict=True)
    )
    return tuple(group for group in (Urgency("", tuple(front)), *headed) if group.body)


def _fits(rank: Rank, label: str) -> bool:
    return bool(rank.labels.search(label))


def _opened(body: Body) -> Iterator[Block]:
    """The body with each list that holds labelled groups only taken apart into those groups."""
    for block in body:
        if isinstance(block, Bullets) and all(isinstance(item, Entry) for item in block.items):
            yield from (item for item in block.items if isinstance(item, Entry))
        else:
            yield block
