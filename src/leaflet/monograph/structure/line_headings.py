"""Lines that authors use as headings, ``**Usage:** For pain.``, where real headings are missing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from leaflet.monograph.markdown.nodes import Heading, Node
from leaflet.monograph.model import Block, Bullets, Paragraph, Text
from leaflet.monograph.structure.headings import Headings
from leaflet.monograph.text import cut, leading, plain, strip, unmark
from leaflet.section_key import SectionKey

_CERTAIN = 3
"""As many different sections, named by lines that are not even bold, are no coincidence."""


_APART = frozenset({"contraindication", "interaction", "missed-dose", "overdose", "storage"})
"""The topics of labels that no dose has below it; "Children" may be whom one is for."""


def promote_lines(nodes: Sequence[Node], headings: Headings) -> list[Node]:
    """The nodes with such lines turned into headings.

    Lines are searched below a heading of the author's own (a drug's name, or none at all), and
    below a generic name that holds the whole monograph.
    """
    result: list[Node] = []
    for heading, blocks in _stretches(nodes):
        section = headings.recognise(heading.text) if heading else None
        result += [heading] if heading else []
        if section is None or section.key is SectionKey.GENERIC_NAME:
            result += _promoted(blocks, headings, heading, _CERTAIN if section else 2)
        else:
            result += blocks
    return result


def _stretches(nodes: Sequence[Node]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """Each heading with the blocks below it; the first stretch has no heading."""
    heading: Heading | None = None
    blocks: list[Block] = []
    for node in nodes:
        if isinstance(node, Heading):
            yield heading, blocks
            heading, blocks = node, []
        else:
            blocks.append(node)
    yield heading, blocks


def _promoted(
    blocks: list[Block], headings: Headings, above: Heading | None, fewest: int
) -> Sequence[Node]:
    """The blocks with lines turned into headings, if these name ``fewest`` different sections.

    Bold lines are tried first, then any lines, of which there must be three.
    """
    level = above.level + 1 if above else 2
    for split, needed in ((_split_after_bold, fewest), (_split_at_colon, _CERTAIN)):
        style = _LineStyle(split, headings)
        lines = [line for block in blocks for line in style.unlisted(block)]
        if len(style.sections(lines)) >= needed:
            nodes = [node for line in lines for node in style.as_heading(line, level)]
            return _with_topics(nodes, headings, level)
    return blocks


def _with_topics(nodes: list[Node], headings: Headings, level: int) -> list[Node]:
    """The nodes with bold lines such as ``**Interactions**`` turned into headings.

    That is done with all of them if the topic of each is known: below one of them, any other bold
    line would look like a part of its section. So it is done with one, or with a label such as
    ``**Do not use:** in asthma.``, that is no part of a dose, and has no such line below it.
    """
    lines = [node for node in nodes if isinstance(node, Paragraph)]
    bold = [line for line in lines if _is_bold(line.text)]
    if not all(headings.topics(unmark(each.text, "strong")) for each in bold):
        bold = []
    found: list[Node] = []
    is_clear = True
    for node in reversed(nodes):
        label = _split_after_bold(node.text)[0] if isinstance(node, Paragraph) else ()
        if isinstance(node, Paragraph) and label:
            is_clear = node in bold or (is_clear and _is_apart(label, headings))
            found += reversed(_as_heading(node, level) if is_clear else [node])
        else:
            is_clear = is_clear or isinstance(node, Heading)
            found.append(node)
    return found[::-1]


def _is_apart(label: Text, headings: Headings) -> bool:
    """Whether a label begins a text that no dose needs."""
    return any(topic.name in _APART for topic in headings.topics(label))


def _as_heading(line: Paragraph, level: int) -> list[Node]:
    """A line with a bold heading, and the rest of it as a paragraph."""
    heading, rest = _split_after_bold(line.text)
    heading = cut(heading, 0, len(plain(heading).rstrip(" :")))
    promoted = Heading(level, heading, line.line)
    return [promoted, Paragraph(rest, line.line)] if rest else [promoted]


def _is_bold(text: Text) -> bool:
    return leading(text, "strong") == len(plain(text))


@dataclass(frozen=True, slots=True)
class _LineStyle:
    """A way to write headings as lines: ``split`` parts a line into its heading and the rest."""

    split: Callable[[Text], tuple[Text, Text]]
    headings: Headings

    def section(self, block: Block) -> SectionKey:
        """The section that a line names."""
        heading, _ = self.split(block.text) if isinstance(block, Paragraph) else ((), ())
        found = self.headings.recognise(heading) if heading else None
        return found.key if found else SectionKey.OTHER

    def sections(self, lines: Sequence[Block]) -> set[SectionKey]:
        """The sections that lines name, except the generic name, which is often just a label."""
        return set(map(self.section, lines)) - {SectionKey.OTHER, SectionKey.GENERIC_NAME}

    def unlisted(self, block: Block) -> Sequence[Block]:
        """The blocks in a list whose items name at least three sections, else the block itself.

        A number before a line that names a section, ``2. DOSAGE``, makes no list of it.
        """
        if not isinstance(block, Bullets):
            return (block,)
        lines = [line for item in block.items for line in item.body]
        if block.ordered and len(lines) == 1 and self.section(lines[0]):
            return lines
        return lines if len(self.sections(lines)) >= _CERTAIN else (block,)

    def as_heading(self, block: Block, level: int) -> list[Node]:
        """A line that names a section as a heading and the rest of the line; others unchanged."""
        if not isinstance(block, Paragraph) or not self.section(block):
            return [block]
        heading, rest = self.split(block.text)
        promoted = Heading(level, heading, block.line)
        return [promoted, Paragraph(rest, block.line)] if rest else [promoted]


def _split_after_bold(text: Text) -> tuple[Text, Text]:
    """Split after leading bold, if that is all of the text or a colon ends it."""
    end = leading(text, "strong")
    heading, rest = cut(text, 0, end), strip(cut(text, end))
    if plain(rest).startswith(":"):
        rest = strip(cut(rest, 1))
    elif plain(rest) and not plain(heading).rstrip().endswith(":"):
        return (), text
    return unmark(heading, "strong"), rest


def _split_at_colon(text: Text) -> tuple[Text, Text]:
    """Split at the first colon; a text without one may be a heading as a whole."""
    heading, colon, _ = plain(text).partition(":")
    if not colon:
        return text, ()
    return cut(text, 0, len(heading)), strip(cut(text, len(heading) + 1))
