"""Side effects by urgency: what needs help at once before what is frequent.

Our headings only order: each group keeps the label that its author gave it, and a group without a
label stays in front of all headings, so that it is never filed under one that is not its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.compose.outline.groups import Body, groups, introduces
from leaflet.kinds.model import Rank
from leaflet.monograph.model import Block, Bullets, Entry


@dataclass(frozen=True, slots=True)
class Urgency:
    """Groups of effects under a heading of ours; without one they stand in front of all others."""

    heading: str
    body: Body


def by_urgency(body: Body, ranks: tuple[Rank, ...]) -> tuple[Urgency, ...]:
    """The groups of effects in the order of ``ranks``, each once, those of a rank together.

    A group goes to the first rank that its label fits; ranks may share a heading. Where all groups
    are of the last rank there is nothing to order, and no heading.
    """
    front: list[Block] = []
    ranked: list[list[Block]] = [[] for _ in ranks]
    for label, group in groups(tuple(_opened(body))):
        fit = (blocks for rank, blocks in zip(ranks, ranked, strict=True) if _fits(rank, label))
        (next(fit, front) if label else front).extend(group)
    if not any(ranked[:-1]):
        return (Urgency("", body),)
    headed: dict[str, list[Block]] = {"": front}
    for rank, blocks in zip(ranks, ranked, strict=True):
        headed.setdefault(rank.heading, []).extend(blocks)
    return tuple(Urgency(heading, tuple(blocks)) for heading, blocks in headed.items() if blocks)


def _fits(rank: Rank, label: str) -> bool:
    return bool(rank.labels.search(label))


def _opened(body: Body) -> Iterator[Block]:
    """The body with each list of nothing but labelled groups taken apart into those groups.

    A list that a sentence or heading leads to belongs to it and stays whole: what is labelled there
    are effects, not groups of them.
    """
    for before, block in zip((None, *body), body, strict=False):
        if isinstance(block, Bullets) and not introduces(before) and _is_of_groups(block):
            yield from (item for item in block.items if isinstance(item, Entry))
        else:
            yield block


def _is_of_groups(bullets: Bullets) -> bool:
    return all(isinstance(item, Entry) for item in bullets.items)
