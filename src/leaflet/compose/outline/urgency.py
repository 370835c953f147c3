"""Orders side effects by urgency: those that need help at once come before the frequent ones.

leaflet's headings only add an order. Each group keeps the label that its author gave it, and a
group without a label stays in front of all headings, so it never appears under the wrong one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.groups import Body, groups, introduces
from leaflet.compose.outline.labels import says, split_closing
from leaflet.kinds.model import Rank
from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Text
from leaflet.monograph.text import plain
from leaflet.topics.table import Where


@dataclass(frozen=True, slots=True)
class UrgencyGroup:
    """Effects under a heading of leaflet's; those without a heading come first.

    ``label`` is the author's, where it is printed instead of that heading.
    """

    heading: str
    body: Body
    label: Text = ()


def by_urgency(body: Body, ranks: tuple[Rank, ...]) -> tuple[UrgencyGroup, ...]:
    """The groups of effects in the order of ``ranks``, each once, those of a rank together.

    A group has the first rank that its label, or a sentence about all of it, speaks of; ranks may
    share a heading. What closes the body, about side effects of any kind, stays last. If all groups
    have the last rank there is nothing to order, and no heading.
    """
    effects, closing = split_closing(body)
    by_rank: dict[Rank | None, list[Block]] = {}
    for label, group in groups(tuple(_with_lists_opened(effects))):
        by_rank.setdefault(_rank(label, group, ranks), []).extend(group)
    if by_rank.keys() <= {None, *ranks[-1:]}:
        return (UrgencyGroup("", body),)
    by_heading = {"": by_rank.get(None, [])}
    for each in ranks:
        by_heading.setdefault(each.heading, []).extend(by_rank.pop(each, []))
    last = next(heading for heading, blocks in reversed(by_heading.items()) if blocks)
    by_heading[last].extend(closing)
    return tuple(
        UrgencyGroup(heading, tuple(blocks)) for heading, blocks in by_heading.items() if blocks
    )


def _rank(label: str, group: Sequence[Block], ranks: Sequence[Rank]) -> Rank | None:
    """The rank of a group; None without a label."""
    if not label:
        return None
    own = group[0].body if isinstance(group[0], Entry) else ()
    texts = [plain(block.text) for block in own if isinstance(block, Paragraph)]
    return next(
        (
            rank
            for rank in ranks
            if not (rank.topics or rank.labels)
            or says(label, rank.phrases)
            or any(says(text, rank.phrases, Where.SENTENCE) for text in texts)
        ),
        ranks[-1],
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
