"""Tables that do not go into their place, set row by row.

Each row becomes an item of a list, and each cell a line of it that begins with the head of its
column.
"""

from dataclasses import dataclass, replace

from leaflet.compose.measure.table_room import Place
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Group,
    ListItem,
    Monograph,
    Question,
    Table,
)


@dataclass(frozen=True, slots=True)
class Stack(Table):
    """A table that is set row by row."""


def stack(monograph: Monograph, place: Place) -> Monograph:
    """The monograph with each table that its place cannot hold as a ``Stack``."""
    return replace(
        monograph,
        preamble=_stacked(monograph.preamble, place),
        groups=tuple(_group(group, place) for group in monograph.groups),
        disclaimers=_stacked(monograph.disclaimers, place),
    )


def _group(group: Group, place: Place) -> Group:
    sections = (replace(section, body=_stacked(section.body, place)) for section in group.sections)
    return replace(group, intro=_stacked(group.intro, place), sections=tuple(sections))


def _stacked(body: tuple[Block, ...], place: Place) -> tuple[Block, ...]:
    return tuple(_block(block, place) for block in body)


def _block(block: Block, place: Place) -> Block:
    match block:
        case Table(head, rows, line):
            return block if place.holds(block) else Stack(head, rows, line)
        case Bullets(items):
            within = place.within_list()
            return replace(block, items=tuple(_item(item, within) for item in items))
        case Entry(_, body):
            return replace(block, body=_stacked(body, place))
        case Question(_, answer):
            return replace(block, answer=_stacked(answer, place))
        case _:
            return block


def _item(item: ListItem | Entry, place: Place) -> ListItem | Entry:
    return replace(item, body=_stacked(item.body, place))
