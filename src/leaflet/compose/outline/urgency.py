"""Orders side effects by urgency: those that need help at once come before the frequent ones.

leaflet's headings only add an order. Each group keeps the label that its author gave it, and a
group without a label stays in front of all headings, so it never appears under the wrong one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.compose.outline.groups import Body, groups, introduces
from leaflet.kinds.model import Rank
from leaflet.monograph.model import Block, Bullets, Entry


@dataclass(frozen=True, slots=True)
class UrgencyGroup:
    """Effects under a heading of leaflet's; those without a heading come first."""

    heading: str
    body: Body


def by_urgency(body: Body, ranks: tuple[Rank, ...]) -> tuple[UrgencyGroup, ...]:
    """The groups of effects in the order of ``ranks``, each once, those of a rank together.

    A group has the first rank whose pattern its label matches; ranks may share a heading. If all
    groups have the last rank there is nothing to order, and no heading.
    """
    by_rank: dict[Rank | None, list[Block]] = {}
    for label, group in groups(tuple(_with_lists_opened(body))):
        rank = next((each for each in ranks if label and each.labels.search(label)), None)
        by_rank.setdefault(rank, []).extend(group)
    if by_rank.keys() <= {None, *ranks[-1:]}:
        return (UrgencyGroup("", body),)
    by_heading = {"": by_rank.get(None, [])}
    for each in ranks:
        by_heading.setdefault(each.heading, []).extend(by_rank.pop(each, []))
    return tuple(
        UrgencyGroup(heading, tuple(blocks)) for heading, blocks in by_heading.items() if blocks
    )


def _with_lists_opened(body: Body) -> Iterator[Block]:
    """The body with each list of labelled groups replaced by those groups.

    A list that a sentence or heading introduces stays whole: its labels are effects, not groups.
    """
    for above, block in zip((None, *body), body, strict=False):
        if isinstance(block, Bullets) and not introduces(above):
            entries = [item for item in block.items if isinstance(item, Entry)]
            yield from entries if len(entries) == len(block.items) else (block,)
        else:
            yield block
