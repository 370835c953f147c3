"""Turns tables that are too wide for the page into lists.

Each row becomes a list item, and each of its cells a line that begins with the head of its column.
"""

from dataclasses import dataclass, replace

from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.groups import Body, map_bodies
from leaflet.monograph.model import Block, Bullets, Group, Monograph, Table


@dataclass(frozen=True, slots=True)
class StackedTable(Table):
    """A table that is set row by row, as a list, unless it ``fits_across`` in a wide box."""

    fits_across: bool = False

    def unstacked(self) -> Table:
        """The table as its author drew it."""
        return Table(self.head, self.rows, self.line, self.topics, self.repeats_head)


def stack_tables(monograph: Monograph, space: TableSpace) -> Monograph:
    """The monograph with each table that does not fit into ``space`` as a ``StackedTable``."""
    return replace(
        monograph,
        preamble=_body(monograph.preamble, space),
        groups=tuple(_group(group, space) for group in monograph.groups),
        disclaimers=_body(monograph.disclaimers, space),
    )


def _group(group: Group, space: TableSpace) -> Group:
    sections = (replace(section, body=_body(section.body, space)) for section in group.sections)
    return replace(group, intro=_body(group.intro, space), sections=tuple(sections))


def _body(body: Body, space: TableSpace) -> Body:
    return tuple(_block(block, space) for block in body)


def _block(block: Block, space: TableSpace) -> Block:
    if isinstance(block, Table):
        if space.fits(block):
            return block
        across = space.across().fits(block)
        return StackedTable(block.head, block.rows, block.line, block.topics, fits_across=across)
    inner = space.in_list() if isinstance(block, Bullets) else space
    return map_bodies(block, lambda body: _body(body, inner))
