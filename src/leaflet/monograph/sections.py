"""Blocks with headings → sections: real headings, or bold lines where there are no real ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from leaflet.monograph.headings import Title, recognise
from leaflet.monograph.model import Block, Paragraph, Subheading, Text
from leaflet.monograph.text import cut, plain, strip, unmark
from leaflet.monograph.tree import Heading, Node, Rule


@dataclass(slots=True)
class Part:
    """A stretch of the source under one heading; the first part of a file may have none."""

    heading: Text
    title: Title | None
    line: int
    level: int = 0
    body: list[Block] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key of the section, empty for a heading of the author's own."""
        return self.title.key if self.title else ""


def split_sections(nodes: Sequence[Node], medicine: str) -> list[Part]:
    """Cut a monograph at its headings.

    The first part holds what stands before the first heading. A heading below the level of the
    sections that names none of them stays in its section, as a subheading.
    """
    nodes = _without_title(nodes, medicine)
    parts = list(_cut(_promoted(nodes, medicine), medicine))
    return [replace(p, body=_with_rest(p)) for p in parts]


def _without_title(nodes: Sequence[Node], medicine: str) -> Sequence[Node]:
    """The nodes without a leading heading that only repeats the title."""
    rest: list[Node] = [n for n in nodes if not isinstance(n, Rule)]
    if rest and isinstance(rest[0], Heading) and _same(plain(rest[0].text), medicine):
        return rest[1:]
    return rest


def _same(one: str, other: str) -> bool:
    def bare(text: str) -> str:
        return " ".join(text.replace('"', "").split()).casefold()

    return bare(one) == bare(other)


def _cut(nodes: Sequence[Node], medicine: str) -> Iterator[Part]:
    part = Part((), None, 0)
    depth = 0
    for node in nodes:
        if isinstance(node, Rule):
            continue
        if not isinstance(node, Heading):
            part.body.append(node)
            continue
        title = recognise(node.text, medicine)
        if title is None and part.line and node.level > depth:
            part.body.append(Subheading(node.text, node.line))
            continue
        yield part
        depth = node.level
        part = Part(node.text, title, node.line, node.level)
    yield part


def _with_rest(part: Part) -> list[Block]:
    """The body, with what the author wrote into the heading itself put before it."""
    if part.title and part.title.rest:
        return [Paragraph(part.title.rest, part.line), *part.body]
    return part.body


def _promoted(nodes: Sequence[Node], medicine: str) -> list[Node]:
    """The nodes with bold pseudo-headings made headings, where no real ones do their work.

    A stretch between two real headings is searched if its heading is the author's own (a drug's
    name, or none), or a generic name that holds the whole monograph.
    """
    result: list[Node] = []
    for heading, stretch in _stretches(nodes):
        title = recognise(heading.text, medicine) if heading else None
        pseudo = {t.key for n in stretch if (t := _pseudo(n, medicine)) and t.key != "generic-name"}
        wanted = 3 if title else 2
        search = len(pseudo) >= wanted and (title is None or title.key == "generic-name")
        result += [heading] if heading else []
        for node in stretch:
            result += _promote(node, medicine, heading) if search else [node]
    return result


def _stretches(nodes: Sequence[Node]) -> Iterator[tuple[Heading | None, list[Node]]]:
    heading: Heading | None = None
    stretch: list[Node] = []
    for node in nodes:
        if isinstance(node, Heading):
            yield heading, stretch
            heading, stretch = node, []
        else:
            stretch.append(node)
    yield heading, stretch


def _pseudo(node: Node, medicine: str) -> Title | None:
    """The section that a bold line names, ``**Usage:** text`` or ``**Usage**`` alone."""
    if not isinstance(node, Paragraph) or not node.text or "strong" not in node.text[0].marks:
        return None
    lead, rest = _lead(node.text)
    if plain(rest) and not plain(lead).rstrip().endswith(":") and not plain(rest).startswith(":"):
        return None
    return recognise(unmark(lead, "strong"), medicine)


def _lead(text: Text) -> tuple[Text, Text]:
    """A paragraph cut after its leading bold words."""
    end = 0
    for span in text:
        if "strong" not in span.marks:
            break
        end += len(span.text)
    return cut(text, 0, end), strip(cut(text, end))


def _promote(node: Node, medicine: str, above: Heading | None) -> list[Node]:
    title = _pseudo(node, medicine)
    if title is None or not isinstance(node, Paragraph):
        return [node]
    lead, rest = _lead(node.text)
    if plain(rest).startswith(":"):
        rest = strip(cut(rest, 1))
    level = above.level + 1 if above else 2
    heading = Heading(level, unmark(lead, "strong"), node.line)
    return [heading, Paragraph(rest, node.line)] if rest else [heading]
