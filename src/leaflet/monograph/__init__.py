"""Markdown text → Monograph: the first stage of the line.

``read`` decodes, ``lines`` and ``tree`` make blocks, ``sections`` and ``groups`` sort them,
``entries`` and ``questions`` find the labels and questions within.
"""

from typing import Any

from leaflet.config.limits import USUAL, Limits
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.errors import MonographRefused
from leaflet.monograph.checks.characters import examine
from leaflet.monograph.frontmatter.fields import check_front
from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import read_tree
from leaflet.monograph.model import Block, Group, Monograph, Section, Source
from leaflet.monograph.read import read
from leaflet.monograph.structure.acceptance import template_variables, too_few_sections
from leaflet.monograph.structure.disclaimers import lift_disclaimers
from leaflet.monograph.structure.drugs import Cluster, group, unnamed
from leaflet.monograph.structure.entries import find_entries
from leaflet.monograph.structure.questions import find_questions
from leaflet.monograph.structure.sections import Part, split_sections
from leaflet.monograph.structure.title import tidy

__all__ = ["interpret", "parse", "read", "sections_of"]


def parse(data: bytes, name: str, limits: Limits = USUAL) -> Monograph:
    """Read a monograph from the bytes of its file.

    ``name`` is how messages call the file. Raises MonographRefused, with every fault that was
    found, if the bytes are not text, hold more than the ``limits`` allow, the front matter cannot
    be used, or the text is not a monograph that can be printed without risk; lesser findings travel
    in ``diagnostics``.
    """
    return interpret(*read(data, name, limits), limits)


def interpret(source: Source, values: dict[str, Any], limits: Limits = USUAL) -> Monograph:
    """A text that was read, and the values of its front matter, as a monograph.

    Raises MonographRefused as ``parse`` does.
    """
    front, found = check_front(source, values)
    medicine = front.title if front else str(values.get("title", ""))
    parts, faults = _parts(source, medicine, limits)
    diagnostics: tuple[Diagnostic, ...] = (
        *found,
        *examine(source.text, source.name),
        *template_variables(source),
        *too_few_sections(parts, source),
        *faults,
    )
    if front is None or has_errors(diagnostics):
        raise MonographRefused(diagnostics)
    disclaimers = lift_disclaimers(parts)
    preamble, clusters = group(parts, medicine)
    return Monograph(
        source=source,
        front=front,
        name=tidy(medicine),
        preamble=find_entries(preamble),
        groups=tuple(_group(cluster) for cluster in clusters),
        disclaimers=find_entries(disclaimers),
        diagnostics=(*diagnostics, *unnamed(clusters, source)),
    )


def sections_of(source: Source, medicine: str, limits: Limits = USUAL) -> tuple[Section, ...]:
    """The sections of a text in their order, be it a monograph or one that parse refuses.

    Raises MonographRefused where it has more of anything than the limits allow.
    """
    parts, _ = _parts(source, medicine, limits)
    return tuple(_section(part) for part in parts if part.line)


def _parts(
    source: Source, medicine: str, limits: Limits
) -> tuple[list[Part], tuple[Diagnostic, ...]]:
    markdown, faults = normalise(source.body, source.body_line, source.name, limits)
    if has_errors(each for each in faults if each.code == "limit"):
        raise MonographRefused(faults)
    return split_sections(read_tree(markdown), medicine), faults


def _group(cluster: Cluster) -> Group:
    sections = tuple(_section(part) for part in cluster.parts)
    line = sections[0].line if sections else 0
    return Group(cluster.name, sections, find_entries(cluster.intro), line)


def _section(part: Part) -> Section:
    title = part.title
    body: tuple[Block, ...] = tuple(part.body)
    found = find_questions(body) if part.key == "faqs" else find_entries(body)
    qualifier = (title.qualifier or title.name) if title else ""
    return Section(part.key, part.heading, found, qualifier, part.line)
