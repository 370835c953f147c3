"""Blocks with headings → sections."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.monograph.markdown.nodes import Heading, Node
from leaflet.monograph.model import Block, Paragraph, Subheading, Text, Topics
from leaflet.monograph.structure.drug_titles import drug_titles
from leaflet.monograph.structure.heading_marks import unmarked
from leaflet.monograph.structure.headings import Headings, SectionHeading
from leaflet.monograph.structure.line_headings import promote_lines
from leaflet.monograph.text import cut, plain
from leaflet.section_key import SectionKey


@dataclass(frozen=True, slots=True)
class RawSection:
    """A heading and the blocks up to the next one; the first of a file has no heading."""

    heading: Text = ()
    recognised: SectionHeading | None = None
    line: int = 0
    level: int = 0
    body: tuple[Block, ...] = ()
    covers: frozenset[SectionKey] = frozenset()
    """The sections that a combined heading lists."""
    topics: Topics = ()
    """What a heading of the author's own says that the section is about."""

    @property
    def key(self) -> SectionKey:
        """The section that the heading names."""
        return self.recognised.key if self.recognised else SectionKey.OTHER

    @property
    def name(self) -> Text:
        """The heading without the text of the section that may follow its name."""
        if not self.recognised or not self.recognised.rest:
            return self.heading
        words, rest = plain(self.heading), plain(self.recognised.rest)
        return cut(self.heading, 0, len(words[: words.rfind(rest)].rstrip(" :–—-")))

    @property
    def qualifier(self) -> str:
        """What the heading says beside the name of the section: text in brackets, or a drug."""
        return (self.recognised.qualifier or self.recognised.drug) if self.recognised else ""


def split_sections(nodes: Sequence[Node], headings: Headings) -> list[RawSection]:
    """Divide a monograph at its headings.

    The first section holds what is before the first heading. A heading deeper than the section's
    stays in the section as a subheading if it names no section, or one that has a higher heading
    elsewhere.
    """
    nodes = promote_lines(_without_title(nodes, headings), headings)
    return list(_with_heading_above(list(_divided(nodes, headings))))


def _without_title(nodes: Sequence[Node], headings: Headings) -> Sequence[Node]:
    """The nodes without a first heading that only repeats the title, and names no other drug."""
    first = nodes[0] if nodes else None
    if not isinstance(first, Heading):
        return nodes
    words = plain(first.text)
    start, end = unmarked(first.text, headings.names.beside.links)
    repeats = _bare(headings.medicine) in (_bare(words), _bare(words[start:end]))
    return nodes[1:] if repeats and not drug_titles(nodes, headings) else nodes


def _bare(title: str) -> str:
    return " ".join(title.replace('"', "").split()).casefold()


def _divided(nodes: Sequence[Node], headings: Headings) -> Iterator[RawSection]:
    section = RawSection()
    body: list[Block] = []
    levels = _highest_levels(nodes, headings)
    for node in nodes:
        if not isinstance(node, Heading):
            body.append(node)
            continue
        recognised = headings.recognise(node.text)
        if recognised and recognised.people and section.key is recognised.key:
            body.append(Subheading(node.text, node.line, node.level))
            continue
        if _is_subheading(node, recognised, section, levels):
            body.append(Subheading(node.text, node.line, node.level))
            continue
        yield replace(section, body=tuple(body))
        covers = frozenset() if recognised else headings.covered(node.text)
        topics = headings.topics(node.text)
        section = RawSection(
            node.text, recognised, node.line, node.level, covers=covers, topics=topics
        )
        body = list(_opening(node, recognised))
    yield replace(section, body=tuple(body))


def _with_heading_above(sections: Sequence[RawSection]) -> Iterator[RawSection]:
    """The sections, each with a heading in it that stood right above its own and above no other.

    ``For children`` above ``Dosage`` says for whom that dose is. Above sections that come again, it
    may be the name of a drug.
    """
    times = Counter(section.key for section in sections)
    carried: RawSection | None = None
    for at, section in enumerate(sections):
        after = sections[at + 1 : at + 3]
        alone = section.line and not section.key and not section.body and not section.covers
        if alone and after and _is_above_one(section, after) and times[after[0].key] == 1:
            carried = section
            continue
        if carried:
            heading = Subheading(carried.heading, carried.line, carried.level)
            section = replace(section, body=(heading, *section.body))  # noqa: PLW2901
            carried = None
        yield section


def _is_above_one(section: RawSection, after: Sequence[RawSection]) -> bool:
    """Whether the next section is one below this one, and the only one."""
    below = [each.level > section.level for each in after]
    return bool(after[0].key) and below[0] and not any(below[1:])


def _opening(node: Heading, recognised: SectionHeading | None) -> Iterator[Block]:
    """What of a section's heading is text of the section."""
    if recognised and recognised.people:
        yield Subheading(node.text, node.line, node.level)
    elif recognised and recognised.rest:
        yield Paragraph(recognised.rest, node.line)


def _highest_levels(nodes: Sequence[Node], headings: Headings) -> dict[SectionKey, int]:
    """The highest level at which each section has a heading; 1 is the highest."""
    levels: dict[SectionKey, int] = {}
    for node in nodes:
        if isinstance(node, Heading) and (found := headings.recognise(node.text)):
            levels[found.key] = min(node.level, levels.get(found.key, node.level))
    return levels


def _is_subheading(
    node: Heading,
    recognised: SectionHeading | None,
    section: RawSection,
    levels: dict[SectionKey, int],
) -> bool:
    """Whether a heading is one within the open section."""
    asks = node.level >= section.level and plain(node.text).endswith(("?", "؟"))
    if section.key is SectionKey.FAQS and asks:
        return True
    if not section.line or node.level <= section.level:
        return False
    return recognised is None or (bool(section.key) and node.level > levels[recognised.key])
