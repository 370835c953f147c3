"""Blocks with headings → sections: real headings, or bold lines where there are no real ones."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from leaflet.monograph.markdown.tree import Heading, Node, ThematicBreak
from leaflet.monograph.model import Block, Bullets, Paragraph, Subheading, Text
from leaflet.monograph.structure.headings import Title, recognise
from leaflet.monograph.text import cut, plain, strip, unmark

_CERTAIN = 3
"""So many sections named by lines that are not even bold are no accident."""

Lead = Callable[[Text], tuple[Text, Text]]
"""How a line is cut into what may be a heading and the text that follows it."""


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
    sections that names none of them, or one that has a higher heading elsewhere, stays in its
    section as a subheading.
    """
    nodes = _without_title(nodes, medicine)
    parts = list(_cut(_promoted(nodes, medicine), medicine))
    return [replace(p, body=_with_rest(p)) for p in parts]


def _without_title(nodes: Sequence[Node], medicine: str) -> Sequence[Node]:
    """The nodes without a leading heading that only repeats the title."""
    rest: list[Node] = [n for n in nodes if not isinstance(n, ThematicBreak)]
    if rest and isinstance(rest[0], Heading) and _same(plain(rest[0].text), medicine):
        return rest[1:]
    return rest


def _same(one: str, other: str) -> bool:
    def bare(text: str) -> str:
        return " ".join(text.replace('"', "").split()).casefold()

    return bare(one) == bare(other)


def _cut(nodes: Sequence[Node], medicine: str) -> Iterator[Part]:
    part = Part((), None, 0)
    tops = _top_levels(nodes, medicine)
    for node in nodes:
        if isinstance(node, ThematicBreak):
            continue
        if not isinstance(node, Heading):
            part.body.append(node)
            continue
        title = recognise(node.text, medicine)
        if _stays_within(part, node, title, tops):
            part.body.append(Subheading(node.text, node.line, node.level))
            continue
        yield part
        part = Part(node.text, title, node.line, node.level)
    yield part


def _top_levels(nodes: Sequence[Node], medicine: str) -> dict[str, int]:
    """The highest level at which each section has a heading; 1 is the highest."""
    tops: dict[str, int] = {}
    for node in nodes:
        if isinstance(node, Heading) and (title := recognise(node.text, medicine)):
            tops[title.key] = min(node.level, tops.get(title.key, node.level))
    return tops


def _stays_within(part: Part, node: Heading, title: Title | None, tops: dict[str, int]) -> bool:
    """Whether a heading is a subheading of the section that is open."""
    if part.key == "faqs" and node.level >= part.level and plain(node.text).endswith("?"):
        return True
    if not part.line or node.level <= part.level:
        return False
    return title is None or (bool(part.key) and node.level > tops[title.key])


def _with_rest(part: Part) -> list[Block]:
    """The body, with what the author wrote into the heading itself put before it."""
    if part.title and part.title.rest:
        return [Paragraph(part.title.rest, part.line), *part.body]
    return part.body


def _promoted(nodes: Sequence[Node], medicine: str) -> list[Node]:
    """The nodes with pseudo-headings made headings, where no real ones do their work.

    A stretch between two real headings is searched if its heading is the author's own (a drug's
    name, or none), or a generic name that holds the whole monograph.
    """
    result: list[Node] = []
    for heading, stretch in _stretches(nodes):
        title = recognise(heading.text, medicine) if heading else None
        result += [heading] if heading else []
        if title is None or title.key == "generic-name":
            result += _searched(stretch, medicine, heading, 3 if title else 2)
        else:
            result += stretch
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


def _searched(stretch: list[Node], medicine: str, above: Heading | None, wanted: int) -> list[Node]:
    """A stretch with its pseudo-headings made headings, if it has as many as ``wanted``.

    Bold lines are looked for first, then lines that are not even bold, of which there must be
    three, as there must be in a list that is opened for the headings in its items.
    """
    for lead, fewest in ((_bold_lead, wanted), (_plain_lead, _CERTAIN)):
        lines = [line for node in stretch for line in _opened(node, lead, medicine)]
        if len(_named(lines, lead, medicine)) >= fewest:
            return [new for line in lines for new in _promote(line, lead, medicine, above)]
    return stretch


def _opened(node: Node, lead: Lead, medicine: str) -> Sequence[Node]:
    """A list whose items name sections as the blocks in its items, any other node as it is."""
    if not isinstance(node, Bullets):
        return (node,)
    lines = [block for item in node.items for block in item.body]
    return lines if len(_named(lines, lead, medicine)) >= _CERTAIN else (node,)


def _named(lines: Sequence[Node], lead: Lead, medicine: str) -> set[str]:
    """The sections that lines name, but for the generic name, which is a label elsewhere too."""
    titles = (_pseudo(line, lead, medicine) for line in lines)
    return {title.key for title in titles if title} - {"generic-name"}


def _pseudo(node: Node, lead: Lead, medicine: str) -> Title | None:
    """The section that a line names, ``**Usage:** text`` or ``**Usage**`` alone."""
    if not isinstance(node, Paragraph):
        return None
    name, _ = lead(node.text)
    return recognise(name, medicine) if name else None


def _bold_lead(text: Text) -> tuple[Text, Text]:
    """A paragraph cut after its leading bold words, if they are all of it or a colon ends them."""
    end = 0
    for span in text:
        if "strong" not in span.marks:
            break
        end += len(span.text)
    name, rest = cut(text, 0, end), strip(cut(text, end))
    if plain(rest).startswith(":"):
        rest = strip(cut(rest, 1))
    elif plain(rest) and not plain(name).rstrip().endswith(":"):
        return (), text
    return unmark(name, "strong"), rest


def _plain_lead(text: Text) -> tuple[Text, Text]:
    """A paragraph cut at its first colon, if it has one."""
    name, colon, _ = plain(text).partition(":")
    if not colon:
        return text, ()
    return cut(text, 0, len(name)), strip(cut(text, len(name) + 1))


def _promote(node: Node, lead: Lead, medicine: str, above: Heading | None) -> list[Node]:
    if not isinstance(node, Paragraph) or _pseudo(node, lead, medicine) is None:
        return [node]
    name, rest = lead(node.text)
    heading = Heading(above.level + 1 if above else 2, name, node.line)
    return [heading, Paragraph(rest, node.line)] if rest else [heading]
