"""What a tree is read as beside blocks: headings, and boxes, whose label says where they end."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, or a bold line used as one; ``level`` counts from 1."""

    level: int
    text: Text
    line: int


Node = Heading | Block


@dataclass(frozen=True, slots=True)
class BoxLabel:
    """The first paragraph of a box, which begins with its label; ``last`` is its last line."""

    text: Text
    line: int
    last: int


def with_boxes(nodes: Iterable[Node | BoxLabel]) -> Iterator[Node]:
    """The nodes with each box as one boxed entry, whose label is still in its first paragraph.

    A heading ends a box, since it begins a section, and so may a list that goes on below the box.
    """
    left = deque(nodes)
    while left:
        node = left.popleft()
        if not isinstance(node, BoxLabel):
            yield node
            continue
        inside: list[Node | BoxLabel] = []
        while left and not isinstance(left[0], Heading) and 0 < left[0].line <= node.last:
            within, below = _divided(left.popleft(), node.last)
            inside.append(within)
            if below:
                left.appendleft(below)
                break
        body = (Paragraph(node.text, node.line), *with_boxes(inside))
        blocks = tuple(each for each in body if not isinstance(each, Heading))
        yield Entry((), blocks, node.line, boxed=True)


def _divided(node: Node | BoxLabel, last: int) -> tuple[Node | BoxLabel, Block | None]:
    """A node as far as it is in a box that ends with the line ``last``, and the rest of it."""
    if not isinstance(node, Bullets):
        return node, None
    items = [item for item in node.items if item.line <= last]
    others = node.items[len(items) :]
    if not others:
        return node, None
    start = node.start + len(items) if node.ordered else node.start
    below = replace(node, items=others, start=start, line=others[0].line)
    return replace(node, items=tuple(items)), below
