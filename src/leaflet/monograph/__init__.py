"""Bytes of a Markdown file → Monograph: the first stage of the pipeline.

``read`` decodes the file, ``markdown`` makes blocks of the text, and ``structure`` finds in them
sections, drugs, labels, questions and disclaimers.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from leaflet.config.limits import HIGHEST, USUAL, Limits
from leaflet.config.markup import REFUSED, MarkupChoice
from leaflet.config.section_names import (
    SectionNames,
    section_names,
    shipped_names,
)
from leaflet.diagnostics import Diagnostic, Severity, has_errors
from leaflet.errors import MonographRefused
from leaflet.monograph.checks.characters import examine
from leaflet.monograph.checks.markup import left_over
from leaflet.monograph.checks.printed import (
    PrintedText,
    examine_printed,
    printed,
    printed_blocks,
    printed_front,
)
from leaflet.monograph.frontmatter.fields import check_front
from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import read_tree
from leaflet.monograph.model import Block, FrontMatter, Group, Monograph, Section, Source
from leaflet.monograph.read import read
from leaflet.monograph.structure.acceptance import template_variables, too_few_sections
from leaflet.monograph.structure.disclaimers import lift_disclaimers
from leaflet.monograph.structure.drugs import DrugSections, group, unnamed
from leaflet.monograph.structure.entries import find_entries
from leaflet.monograph.structure.faq_end import end_questions
from leaflet.monograph.structure.headings import Headings, is_mixed
from leaflet.monograph.structure.missing_dosage import dose_elsewhere
from leaflet.monograph.structure.questions import find_questions
from leaflet.monograph.structure.sections import RawSection, split_sections
from leaflet.monograph.structure.title import tidy, with_title
from leaflet.section_key import SectionKey

_MOST = 20
"""Findings of a monograph that is refused, and errors about its characters, at most."""

__all__ = ["interpret", "parse", "parts_of", "read", "section_names", "sections_of"]


def parse(
    data: bytes,
    name: str,
    limits: Limits = USUAL,
    names: SectionNames | None = None,
    markup: MarkupChoice = REFUSED,
) -> Monograph:
    """Read a monograph from the bytes of its file; messages call the file ``name``.

    ``names`` are those that headings may give to the sections, otherwise the ones that leaflet
    ships; ``markup`` is what happens to markup that leaflet does not read. Raises
    MonographRefused, with every fault that was found, if the bytes are not text,
    exceed the ``limits``, have front matter that cannot be used, or are not a monograph that can be
    printed safely. Lesser findings are in ``diagnostics``.
    """
    return interpret(*read(data, name, limits, markup), limits, names)


def interpret(
    source: Source,
    values: dict[str, Any],
    limits: Limits = USUAL,
    names: SectionNames | None = None,
) -> Monograph:
    """A monograph of a decoded text and its front matter. Raises MonographRefused as ``parse``."""
    values, titled = with_title(source, values, names or shipped_names())
    front, found = check_front(source, values)
    medicine = front.title if front else str(values.get("title", ""))
    called, lang = ((front.generic_name, *front.brand_names), front.lang) if front else ((), "")
    headings = Headings(medicine, names or shipped_names(), called)
    sections, faults = _sections(source, headings, limits)
    # What exceeds a limit in the file is not reported again for the page.
    most = HIGHEST if source.excess else limits
    texts = _printed(sections, front, source)
    diagnostics: tuple[Diagnostic, ...] = (
        *(*source.excess, *source.stripped, *titled, *found),
        *examine(source.text, source.name),
        *template_variables(source),
        *too_few_sections(sections, source, headings),
        *dose_elsewhere(sections, source, headings),
        *faults,
        *islice(_markup(sections, texts, source), _MOST),
        *islice(examine_printed(texts, source, lang, most), _MOST),
    )
    if front is None or has_errors(diagnostics):
        raise MonographRefused(_reported(diagnostics))
    sections, disclaimers = lift_disclaimers(sections)
    preamble, drugs = group(sections, medicine, headings.names.beside.wholes)
    return Monograph(
        source=source,
        front=front,
        name=tidy(medicine),
        preamble=find_entries(preamble),
        groups=tuple(_group(drug) for drug in drugs),
        disclaimers=find_entries(disclaimers),
        section_names=headings.names,
        diagnostics=(*diagnostics, *unnamed(drugs, source)),
    )


def sections_of(
    source: Source, medicine: str, limits: Limits, names: SectionNames
) -> tuple[Section, ...]:
    """The sections of a text in their order, even of one that ``parse`` refuses.

    Raises MonographRefused if the text exceeds the limits.
    """
    return parts_of(source, medicine, limits, names)[1]


def parts_of(
    source: Source, medicine: str, limits: Limits, names: SectionNames
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The same, with the blocks before the first section."""
    sections, _ = _sections(source, Headings(medicine, names), limits)
    named = tuple(_section(section) for section in sections if section.line)
    return find_entries(sections[0].body), named


def _sections(
    source: Source, headings: Headings, limits: Limits
) -> tuple[list[RawSection], tuple[Diagnostic, ...]]:
    markdown, faults = normalise(source.body, source.body_line, source.name, limits)
    known = {each.line for each in source.excess}
    faults = tuple(each for each in faults if each.code != "limit" or each.line not in known)
    if source.excess or _is_excess(faults):
        markdown, beyond = normalise(source.body, source.body_line, source.name, HIGHEST)
        if _is_excess(beyond):
            raise MonographRefused(_reported([*source.excess, *faults]))
    return split_sections(read_tree(markdown), headings), faults


def _is_excess(faults: Iterable[Diagnostic]) -> bool:
    return any(each.code == "limit" for each in faults)


def _markup(
    sections: list[RawSection], texts: list[PrintedText], source: Source
) -> Iterator[Diagnostic]:
    """What is left of markup in the texts of a page."""
    # The name of a known section is read without its marks, and printed without them.
    named = {printed(each.heading, each.line) for each in sections if each.key}
    yield from left_over([text for text in texts if text not in named], source)


def _reported(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """What is reported of a text that is refused: of very many findings the first errors."""
    if len(diagnostics) <= _MOST:
        return diagnostics
    return [each for each in diagnostics if each.severity is Severity.ERROR][:_MOST]


def _printed(
    sections: list[RawSection], front: FrontMatter | None, source: Source
) -> list[PrintedText]:
    """All texts that a document may print."""
    texts = list(printed_front(front, source)) if front else []
    for section in sections:
        texts += [printed(section.heading, section.line), *printed_blocks(section.body)]
    return texts


def _group(drug: DrugSections) -> Group:
    sections = tuple(each for raw in drug.sections for each in end_questions(_section(raw)))
    line = sections[0].line if sections else 0
    return Group(drug.name, sections, find_entries(drug.intro), line)


def _section(raw: RawSection) -> Section:
    find = find_questions if raw.key is SectionKey.FAQS else find_entries
    covers = frozenset() if raw.key else raw.covers
    topics = raw.topics if not raw.key or is_mixed(raw.topics) else ()
    return Section(raw.key, raw.name, find(raw.body), raw.qualifier, raw.line, topics, covers)
