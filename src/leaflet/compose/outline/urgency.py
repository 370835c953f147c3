"""Orders side effects by urgency: those that need help at once come before the frequent ones.

leaflet's headings only add an order. Each group keeps the label that its author gave it, and a
group without a label stays in front of all headings, so it never appears under the wrong one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.closing import CLOSING, split_closing
from leaflet.compose.outline.groups import (
    Body,
    groups,
    introduces,
    lead_in,
    sentence_topics,
)
from leaflet.compose.outline.labels import says
from leaflet.compose.outline.urgent_rows import rows_apart
from leaflet.kinds.model import Rank
from leaflet.monograph.instructions import EMERGENCY, SAYS_WHEN, steps_of
from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Subheading, Table, Text

_GRAVE = frozenset({EMERGENCY, "serious-effect"})
"""The topics of the ranks after which a sentence about serious effects stands."""

_REFERS = frozenset({"dependent", "continues"})


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
    share a heading. What closes the body stays last: after the serious effects if it is about
    those, else after all. If all groups have the last rank there is nothing to order, and no
    heading.
    """
    apart = rows_apart(body, _GRAVE)
    effects, serious, closing = split_closing(apart.body)
    by_rank: dict[Rank | None, list[Block]] = {}
    for table in apart.urgent:
        stated = frozenset(topic.name for topic in table.topics)
        rank = next((rank for rank in ranks if stated & {*rank.topics}), None)
        by_rank.setdefault(rank, []).append(table)
    for label, group in groups(tuple(_with_lists_opened(effects))):
        end = len(group) if label else _end_of_opening(group)
        by_rank.setdefault(_rank(label, group[:end], ranks), []).extend(group[:end])
        if group[end:]:
            by_rank.setdefault(ranks[-1], []).extend(group[end:])
    if by_rank.keys() <= {None, *ranks[-1:]}:
        return (UrgencyGroup("", body),)
    grave = [rank for rank in by_rank if rank and {*rank.topics} & _GRAVE]
    if grave:
        by_rank[max(grave, key=ranks.index)].extend(serious)
    else:
        closing = (*serious, *closing)
    by_heading = {"": by_rank.get(None, [])}
    for each in ranks:
        by_heading.setdefault(each.heading, []).extend(by_rank.pop(each, []))
    last = next(heading for heading, blocks in reversed(by_heading.items()) if blocks)
    by_heading[last].extend(closing)
    return tuple(
        UrgencyGroup(heading, tuple(blocks)) for heading, blocks in by_heading.items() if blocks
    )


def _end_of_opening(group: Sequence[Block]) -> int:
    """Where text without a label ends that stands in front of all effects.

    The rows of a table that need no help, and what follows them, stand after those that do.
    """
    tables = [block for block in group if isinstance(block, Table)]
    if any(topic.name in _GRAVE for table in tables for topic in table.topics):
        return len(group)
    rests = (n for n, one in enumerate(group) if isinstance(one, Table) and one.repeats_head)
    return next(rests, len(group))


def _rank(label: str, group: Sequence[Block], ranks: Sequence[Rank]) -> Rank | None:
    """The rank of a group; None without a label."""
    if not label or not group:
        return None
    by_label = next((rank for rank in ranks if says(label, rank.phrases)), ranks[-1])
    stated = frozenset(_stated(group, is_grave=by_label is not ranks[-1]))
    by_text = next((rank for rank in ranks if stated & {*rank.topics}), ranks[-1])
    return min(by_label, by_text, key=ranks.index)


def _stated(group: Sequence[Block], *, is_grave: bool) -> Iterator[str]:
    """The topics of the sentences that are about all of a group.

    A sentence about any effect is not, nor is one that says for which of them to get help, unless
    it refers to those above it, or all of them are grave.
    """
    if steps_of(group[0], group[1] if len(group) > 1 else None):
        yield EMERGENCY
    for paragraph, begin in _paragraphs(group, is_grave=is_grave):
        for number, topics in enumerate(sentence_topics(paragraph)):
            is_other = number and not is_grave and not topics & _REFERS and SAYS_WHEN in topics
            if number >= begin and CLOSING not in topics and not is_other:
                yield from topics


def _paragraphs(group: Sequence[Block], *, is_grave: bool) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs about all of a group, each with the number of its first sentence that is.

    What follows a list may be about something else, unless the group is grave.
    """
    first, *others = group
    if isinstance(first, Entry):
        yield from ((block, 0) for block in first.body if isinstance(block, Paragraph))
    elif isinstance(first, Paragraph):
        above_list = introduces(first) and any(isinstance(each, Bullets) for each in others[:1])
        yield first, lead_in(first)[0] if above_list else 0
    is_bare = isinstance(first, Subheading) or (isinstance(first, Entry) and not first.body)
    for block in others:
        if isinstance(block, Paragraph) and (is_bare or is_grave):
            yield block, 0
        elif not is_grave:
            break


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
