"""What the tests of ``structure`` begin with: the nodes, or the blocks, of a body in Markdown."""

from leaflet.config.section_names import shipped_names
from leaflet.monograph.markdown.nodes import Heading, Node
from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import read_tree
from leaflet.monograph.model import Block, Subheading
from leaflet.monograph.structure.headings import Headings


def read_nodes(body: str) -> tuple[Node, ...]:
    """The headings and blocks of a body whose first line is line 1."""
    return read_tree(normalise(body, 1, "examplin.md")[0])


def headings(medicine: str) -> Headings:
    """What reads the headings of a monograph of the medicine."""
    return Headings(medicine, shipped_names())


def read_blocks(body: str) -> list[Block]:
    """The blocks of a body that is one section, its headings as subheadings."""
    return [
        Subheading(node.text, node.line) if isinstance(node, Heading) else node
        for node in read_nodes(body)
    ]
