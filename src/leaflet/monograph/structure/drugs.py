"""Sections → groups: several drugs in one file stay apart, each under its own name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Block, Paragraph, Source, Span, Subheading, Text
from leaflet.monograph.structure.entries import split_label
from leaflet.monograph.structure.headings import covered, names_a_component, rank
from leaflet.monograph.structure.sections import Part
from leaflet.monograph.text import cut, plain, strip

_LONGEST_NAME = 80
_NUMBER = re.compile(r"\d{1,2}[.)]\s+")


@dataclass(slots=True)
class Cluster:
    """The parts that speak about one drug, while they are being sorted."""

    name: Text = ()
    intro: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def holds(self, key: str) -> bool:
        """Whether the drug has this section already."""
        return any(part.key == key for part in self.parts)


def group(parts: Sequence[Part], medicine: str) -> tuple[list[Block], list[Cluster]]:
    """Sort the parts of a monograph by drug, as (preamble, clusters).

    A file speaks of several drugs if a known section stands in it twice. They are told apart by
    the names beside the sections (``Usage (Cetrimide)``), else by what stands before the section
    that comes again: a heading of its own, a bold line, or ``Generic Name: X``.
    """
    preamble, rest = list(parts[0].body), _one_name_each(parts[1:])
    keys = [part.key for part in rest if part.key]
    if len(keys) == len(set(keys)):
        return preamble, [Cluster(parts=rest)]
    if _named_beside(rest):
        return preamble, _by_name(rest, medicine)
    return _in_turn(preamble, rest, medicine)


def unnamed(clusters: Sequence[Cluster], source: Source) -> list[Diagnostic]:
    """The warning for sections that come again without a word about which drug they are of."""
    return [
        Diagnostic.warning(
            "repeated-section",
            f"{plain(cluster.parts[0].heading)} comes again, and nothing says of which drug",
            file=source.name,
            line=cluster.parts[0].line,
            hint="put a heading with the drug's name above its sections",
        )
        for cluster in clusters[1:]
        if not cluster.name and cluster.parts
    ]


def _one_name_each(parts: Sequence[Part]) -> list[Part]:
    """The parts with at most one name for each section: Precautions, where there are Warnings too.

    Of two names for one section the better known keeps it, the other becomes a heading of the
    author's own, unless they may be the same section of different drugs.
    """
    times = Counter((part.key, part.title.alias) for part in parts if part.title)
    drugs = max(times.values(), default=0)
    best: dict[str, int] = {}
    for part in parts:
        if part.title and times[part.key, part.title.alias] == drugs:
            best[part.key] = min(rank(part.title), best.get(part.key, rank(part.title)))
    return [
        replace(part, title=None)
        if part.title and rank(part.title) != best.get(part.key, rank(part.title))
        else part
        for part in parts
    ]


def _beside(part: Part) -> str:
    """The drug named beside a section's name."""
    return (part.title.qualifier or part.title.name) if part.title else ""


def _named_beside(parts: Sequence[Part]) -> bool:
    """Whether every section that comes more than once has a name beside it each time."""
    for key in {part.key for part in parts if part.key}:
        names = [_beside(part).casefold() for part in parts if part.key == key]
        if len(names) > 1 and (not all(names) or len(set(names)) < len(names)):
            return False
    return True


def _by_name(parts: Sequence[Part], medicine: str) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    for part in parts:
        name = _beside(part)
        if name and part.title:
            part = replace(part, title=replace(part.title, qualifier="", name=""))  # noqa: PLW2901
        elif clusters and not (len(clusters) == 1 and "" in clusters):
            # What has no name beside it, after those that have, is about the whole medicine.
            name = medicine
        text = (Span(name),) if name else ()
        clusters.setdefault(name.casefold(), Cluster(text)).parts.append(part)
    return list(clusters.values())


def _in_turn(
    preamble: list[Block], parts: Sequence[Part], medicine: str
) -> tuple[list[Block], list[Cluster]]:
    preamble, name, intro = _cut_at_name(preamble, medicine)
    clusters = [Cluster(name, intro)]
    for at, part in enumerate(parts):
        current = clusters[-1]
        if part.key:
            if current.holds(part.key):
                clusters.append(Cluster(_own_name(part)))
            elif not current.parts and not current.name:
                current.name = _own_name(part)
            clusters[-1].parts.append(part)
            ends = _may_end_within(part, clusters[-1], parts[at + 1 :], medicine)
            body, name, intro = _cut_at_name(part.body, medicine, ends)
            clusters[-1].parts[-1] = replace(part, body=body)
        elif _belongs_here(part, parts[at + 1 :], current, medicine):
            current.parts.append(part)
            continue
        else:
            body, name, intro = _cut_at_name(part.body, medicine)
            clusters.append(Cluster(part.heading, body))
        if name:
            clusters.append(Cluster(name, intro))
    return preamble, [c for c in clusters if c.name or c.intro or c.parts]


def _belongs_here(part: Part, following: Sequence[Part], current: Cluster, medicine: str) -> bool:
    """Whether a heading of the author's own is one more section about the current drug."""
    if not current.parts or names_a_component(plain(part.heading), medicine):
        return False
    if covered(part.heading):
        return True
    after = _next_key(following)
    return bool(after) and not current.holds(after)


def _next_key(following: Sequence[Part]) -> str:
    return next((part.key for part in following if part.key), "")


def _own_name(part: Part) -> Text:
    """The drug that a section names itself: in its heading, or as a short generic name."""
    if beside := _beside(part):
        return (Span(beside),)
    if part.key == "generic-name" and part.body and isinstance(part.body[0], Paragraph):
        text = part.body[0].text
        return text if len(plain(text)) <= _LONGEST_NAME else ()
    return ()


def _may_end_within(part: Part, current: Cluster, following: Sequence[Part], medicine: str) -> bool:
    """Whether a name within a section begins the next drug, or only labels what drugs share.

    It begins the next if a section follows that the current drug has already, or if no other drug
    is named; questions about each drug stay together.
    """
    if current.holds(_next_key(following)):
        return True
    names = [name for block in part.body if (name := _bold_line(block)[0])]
    drugs = [name for name in names if names_a_component(plain(name), medicine)]
    return part.key != "faqs" and len(drugs) == 1


def _cut_at_name(
    body: Sequence[Block], medicine: str, within: bool = True
) -> tuple[list[Block], Text, list[Block]]:
    """Cut a body at a bold line that names a drug: (before, name, after).

    If not ``within``, only at its last line.
    """
    for at, block in enumerate(body):
        name, intro = _bold_line(block)
        last = at == len(body) - 1
        if not name or not (within or last):
            continue
        if names_a_component(plain(name), medicine) or (last and at):
            return list(body[:at]), name, [*intro, *body[at + 1 :]]
    return list(body), (), []


def _bold_line(block: Block) -> tuple[Text, list[Block]]:
    """A short line that is bold from end to end, or numbered, as a name, and what follows it."""
    if isinstance(block, Subheading):
        return _unnumbered(block.text), []
    parts = split_label(block.text, followed=True) if isinstance(block, Paragraph) else None
    if parts is None or len(plain(parts[0])) > _LONGEST_NAME:
        return (), []
    label, rest = parts
    if not rest:
        return _unnumbered(label), []
    if _NUMBER.match(plain(label)):
        return _unnumbered(label), [Paragraph(rest, block.line)]
    return (), []


def _unnumbered(name: Text) -> Text:
    number = _NUMBER.match(plain(name))
    return strip(cut(name, number.end())) if number else strip(name)
