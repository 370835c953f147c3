"""Sections → drugs: several drugs in one file are kept apart, each under its own name."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Block, Source, Span, Text
from leaflet.monograph.structure.drug_names import (
    CutBody,
    cut_at_name,
    cut_at_summary,
    drugs_named,
    own_name,
)
from leaflet.monograph.structure.headings import names_component
from leaflet.monograph.structure.sections import RawSection
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey


@dataclass(frozen=True, slots=True)
class DrugSections:
    """The sections about one drug; ``intro`` is the text below its name.

    ``level`` is that of the heading with its name, or 0.
    """

    name: Text = ()
    intro: tuple[Block, ...] = ()
    sections: tuple[RawSection, ...] = ()
    level: int = 0

    def has(self, key: SectionKey) -> bool:
        """Whether the drug has this section already."""
        return any(section.key == key for section in self.sections)

    def plus(self, section: RawSection) -> "DrugSections":
        """The drug with one more section."""
        return replace(self, sections=(*self.sections, section))


def group(
    sections: Sequence[RawSection], medicine: str, wholes: Collection[str] = ()
) -> tuple[tuple[Block, ...], list[DrugSections]]:
    """Sort the sections of a monograph by drug, as (preamble, drugs).

    A file is about several drugs if it has a known section twice. They are distinguished by the
    names beside the sections (``Usage (Cetrimide)``), or else by what precedes the repeated
    section: a heading of its own, a bold line, or ``Generic Name: X``. Headings with the words of
    ``wholes`` name no drug.
    """
    preamble, rest = sections[0].body, _one_name_each(sections[1:])
    keys = [section.key for section in rest if section.key]
    if len(keys) == len(set(keys)):
        return preamble, [DrugSections(sections=tuple(rest))]
    if _all_qualified(rest):
        return preamble, _by_qualifier(rest, medicine)
    return _in_sequence(preamble, rest, medicine, wholes)


def unnamed(drugs: Sequence[DrugSections], source: Source) -> list[Diagnostic]:
    """The warnings for repeated sections without the name of a drug."""
    return [
        Diagnostic.warning(
            "repeated-section",
            f"{plain(drug.sections[0].heading)} comes again, and nothing says of which drug",
            file=source.name,
            line=drug.sections[0].line,
            hint="put a heading with the drug's name above its sections",
        )
        for drug in drugs[1:]
        if not drug.name and drug.sections
    ]


def _one_name_each(sections: Sequence[RawSection]) -> list[RawSection]:
    """The sections with one name for each: Precautions, where there are Warnings too.

    The better known name keeps the section and the other becomes a heading of the author's own,
    of that section, unless they may be the same section of different drugs.
    """
    named = [section.recognised for section in sections if section.recognised]
    times = Counter((heading.key, heading.alias) for heading in named)
    drugs = max(times.values(), default=0)
    best: dict[SectionKey, int] = {}
    for heading in named:
        if times[heading.key, heading.alias] == drugs:
            best[heading.key] = min(heading.rank, best.get(heading.key, heading.rank))
    outranked = {h for h in named if h.rank != best.get(h.key, h.rank)}
    return [
        replace(section, recognised=None, covers=frozenset({section.key}))
        if section.recognised in outranked
        else section
        for section in sections
    ]


def _all_qualified(sections: Sequence[RawSection]) -> bool:
    """Whether each repeated section has a different qualifier every time."""
    for key in {section.key for section in sections if section.key}:
        names = [section.qualifier.casefold() for section in sections if section.key == key]
        if len(names) > 1 and (not all(names) or len(set(names)) < len(names)):
            return False
    return True


def _by_qualifier(sections: Sequence[RawSection], medicine: str) -> list[DrugSections]:
    drugs: dict[str, DrugSections] = {}
    for section in sections:
        name = section.qualifier
        if name and section.recognised:
            recognised = replace(section.recognised, qualifier="", drug="")
            section = replace(section, recognised=recognised)  # noqa: PLW2901
        elif drugs.keys() - {""}:
            # A section without a qualifier after one that has it is about the whole medicine.
            name = medicine
        text = (Span(name),) if name else ()
        key = name.casefold()
        drugs[key] = drugs.get(key, DrugSections(text)).plus(section)
    return list(drugs.values())


def _in_sequence(
    preamble: Sequence[Block],
    sections: Sequence[RawSection],
    medicine: str,
    wholes: Collection[str],
) -> tuple[tuple[Block, ...], list[DrugSections]]:
    """Sort sections by the names that precede them."""
    opening = cut_at_name(preamble, medicine)
    drugs = [DrugSections(opening.name, opening.after)]
    for position, section in enumerate(sections):
        if not section.key and plain(section.heading).strip(" :").casefold() in wholes:
            drugs[-1] = drugs[-1].plus(section)
        else:
            drugs[-1:] = _continued(drugs[-1], section, sections[position + 1 :], medicine)
    drugs = [d for d in drugs if d.name or d.intro or d.sections]
    return opening.before, [*drugs[:-1], *_without_summary(drugs[-1], medicine)]


def _without_summary(last: DrugSections, medicine: str) -> Iterator[DrugSections]:
    """The last of several drugs, and what is said of all of them at the end of one of its sections.

    Questions after that are about all of them, too.
    """
    for number, section in enumerate(last.sections):
        cut = cut_at_summary(section.body)
        if cut.after:
            ended = replace(section, body=cut.before)
            yield replace(last, sections=(*last.sections[:number], ended))
            yield DrugSections((Span(medicine),), cut.after, last.sections[number + 1 :])
            return
    yield last


def _continued(
    drug: DrugSections, section: RawSection, following: Sequence[RawSection], medicine: str
) -> list[DrugSections]:
    """A drug with its next section, and the drugs that begin with that section or within it."""
    if section.key and _is_about_all(drug, section):
        return [drug, DrugSections((Span(medicine),), sections=(section,))]
    if section.key:
        finished = [drug] if drug.has(section.key) else []
        if finished:
            drug = DrugSections(own_name(section))
        elif not drug.sections and not drug.name:
            drug = replace(drug, name=own_name(section))
        within = _may_end_within(section, drug.plus(section), following, medicine)
        body = cut_at_name(section.body, medicine, within)
        return [*finished, drug.plus(replace(section, body=body.before)), *_next_drug(body)]
    if _belongs_to(drug, section, following, medicine):
        return [drug.plus(section)]
    body = cut_at_name(section.body, medicine)
    named = DrugSections(section.heading, body.before, level=section.level)
    return [drug, named, *_next_drug(body)]


def _is_about_all(drug: DrugSections, section: RawSection) -> bool:
    """Whether a section is beside the name of a drug, while the drug's own ones are below it."""
    own = drug.sections[0].level if drug.sections else 0
    return section.level <= drug.level < own


def _next_drug(body: CutBody) -> list[DrugSections]:
    return [DrugSections(body.name, body.after)] if body.name else []


def _belongs_to(
    drug: DrugSections, section: RawSection, following: Sequence[RawSection], medicine: str
) -> bool:
    """Whether a heading of the author's own is one more section about the same drug."""
    if not drug.sections or names_component(plain(section.heading), medicine):
        return False
    after = _next_key(following)
    known = bool(section.covers or section.topics) or _is_below_name(drug, section, following)
    return known or (bool(after) and not drug.has(after))


def _is_below_name(
    drug: DrugSections, section: RawSection, following: Sequence[RawSection]
) -> bool:
    """Whether a section with text is below the heading that names the drug, as its others are."""
    begins = bool(following and following[0].key) and drug.has(following[0].key)
    return 0 < drug.level < section.level and bool(section.body) and not begins


def _next_key(following: Sequence[RawSection]) -> SectionKey:
    return next((section.key for section in following if section.key), SectionKey.OTHER)


def _may_end_within(
    section: RawSection, drug: DrugSections, following: Sequence[RawSection], medicine: str
) -> bool:
    """Whether a name within a section begins the next drug, rather than labelling shared text.

    It does if a section follows that the drug already has, or if it names the only other drug.
    Questions about each drug stay together.
    """
    if drug.has(_next_key(following)):
        return True
    return section.key is not SectionKey.FAQS and len(drugs_named(section.body, medicine)) == 1
