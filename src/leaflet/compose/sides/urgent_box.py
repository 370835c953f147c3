"""The box of effects that need help, with what the author says to do about them."""

from dataclasses import dataclass, replace

from leaflet.compose.measure.estimate import blocks_height
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.closing import opening, split_closing
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.urgency import UrgencyGroup, by_urgency
from leaflet.compose.outline.urgent_rows import urgent_rows
from leaflet.compose.sides.cells import WIDE
from leaflet.compose.sides.headings import merge_label
from leaflet.kinds.model import Sides
from leaflet.monograph.instructions import EMERGENCY
from leaflet.monograph.sentences import sentences
from leaflet.section_key import SectionKey

Parts = tuple[FilledPart, ...]

HIGHEST_URGENT = 26.0
"""Em that effects that need help may take; beyond it only those of the first rank stay."""


@dataclass(frozen=True, slots=True)
class UrgentBox:
    """The effects that need help, if there are any, and the parts without them.

    ``action`` is repeated: what to do at once about any effect, and the rows of a table that say
    so and cannot be taken out of it.
    """

    groups: tuple[UrgencyGroup, ...]
    action: Body
    parts: Parts


def urgent_box(parts: Parts, sides: Sides) -> UrgentBox:
    """The box of the first side, and what follows it."""
    groups, parts = _with_own_sections(*_urgent(parts, sides), sides)
    part = next((part for part in parts if part.key == sides.urgent), None)
    effects = (
        one.body for one in (part.passages if part else ()) if one.key == SectionKey.SIDE_EFFECTS
    )
    body = next(effects, ())
    rows = tuple(urgent_rows(body, sides.alarms.names))
    group = UrgencyGroup(part.ranks[0].heading if part and part.ranks else "", rows)
    if rows and sum(map(_height, (group, *groups))) > HIGHEST_URGENT:
        rows = ()
    if rows and not groups:
        groups = (replace(group, body=()),)
    return UrgentBox(groups, (*rows, *_action(body)) if groups else (), parts)


def _action(body: Body) -> Body:
    """What to do at once about any of the effects that follow, in the author's words.

    It holds for those of the first side too, where a reader in need looks first.
    """
    begin = opening(body)
    _, _, closing = split_closing(body[len(begin) :])
    return tuple(
        block
        for block in (*begin, *closing)
        if any(EMERGENCY in sentence.states for sentence in sentences((block,)))
    )


def _urgent(parts: Parts, sides: Sides) -> tuple[tuple[UrgencyGroup, ...], Parts]:
    """The effects that need help. What is about any effect stands after all of them."""
    part = next((part for part in parts if part.key == sides.urgent), None)
    effects = [
        each
        for each in (part.passages if part else ())
        if each.key == SectionKey.SIDE_EFFECTS and not (each.headed or each.qualifier)
    ]
    if not part or len(effects) != 1:
        return (), parts
    (passage,) = effects
    body, serious, closing = split_closing(passage.body)
    groups = by_urgency((*body, *serious), part.ranks)
    alarms = [rank.heading for rank in part.ranks if {*sides.alarms.names} & {*rank.topics}]
    urgent = [group for group in groups if group.heading in alarms]
    while len(urgent) > 1 and sum(_height(each) for each in urgent) > HIGHEST_URGENT:
        urgent.pop()
    if not urgent:
        return (), parts
    left = [group for group in groups if group not in urgent]
    remaining = tuple(block for group in left for block in group.body)
    remaining += closing if remaining else ()
    last = part.ranks[-1].heading
    kept = replace(
        part,
        heading=last if {group.heading for group in left} <= {last} else part.heading,
        passages=tuple(
            replace(each, body=remaining) if each is passage else each
            for each in part.passages
            if each is not passage or remaining
        ),
    )
    headings = [rank.heading for rank in part.ranks]
    urgent = [merge_label(group, headings) for group in urgent]
    if not left:
        urgent[-1] = replace(urgent[-1], body=(*urgent[-1].body, *closing))
    others = (kept if each is part else each for each in parts)
    return tuple(urgent), tuple(each for each in others if each.passages or each.note)


def _with_own_sections(
    urgent: tuple[UrgencyGroup, ...], parts: Parts, sides: Sides
) -> tuple[tuple[UrgencyGroup, ...], Parts]:
    """The effects that need help, and the author's own words on emergencies after the first.

    Those are sections, and questions whose answer says what to do at once.

    What the side has no room for stays where it is.
    """
    part = next((part for part in parts if part.key == sides.urgent), None)
    asked = ("", SectionKey.FAQS)
    own = [
        each
        for each in (part.passages if part else ())
        if each.key in asked and not (each.headed or each.slot)
    ]
    group = UrgencyGroup("", tuple(block for each in own for block in each.body))
    if not part or not own or sum(map(_height, (group, *urgent))) > HIGHEST_URGENT:
        return urgent, parts
    ranks = (rank for rank in part.ranks if {*sides.alarms.names} & {*rank.topics})
    group = replace(group, heading=next(rank.heading for rank in ranks))
    if urgent and urgent[0].heading == group.heading and not urgent[0].label:
        group, urgent = replace(group, body=(*urgent[0].body, *group.body)), urgent[1:]
    kept = replace(part, passages=tuple(each for each in part.passages if each not in own))
    others = (kept if each is part else each for each in parts)
    return (group, *urgent), tuple(each for each in others if each.passages or each.note)


def _height(group: UrgencyGroup) -> float:
    return blocks_height(group.body, WIDE)
