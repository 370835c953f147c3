"""Decides to which part the text of each section goes.

The topics of statements and questions decide, and those of the author's own sections; see
:mod:`leaflet.topics`.
"""

from collections.abc import Collection, Iterator

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels import Wanted, claim, fixed_labels
from leaflet.config.value_types import TopicChoice
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.monograph.model import Entry, Section, Topics
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

_GRAVEST = (
    *(SectionKey.DOSAGE, SectionKey.PRECAUTIONS, SectionKey.SIDE_EFFECTS, SectionKey.USAGE),
    *(SectionKey.FAQS, SectionKey.HOW_IT_WORKS, SectionKey.BRAND_NAMES, SectionKey.GENERIC_NAME),
)
"""Of the sections that a heading lists, the one in whose part a reader must not miss its text."""

RoutedText = tuple[Part, Section, Body]
"""A part or slot, the section that its text is from, and the text."""


def route(sections: tuple[Section, ...], kind: Kind) -> Iterator[RoutedText]:
    """Each block of the sections that the kind prints, with exactly one part.

    A section of the author's own follows the one before it, unless its heading sends it elsewhere
    or lists sections, as "Indications and dose" does; after one that is left out it opens the part
    ``rest``. A section with a qualifier ("Outdated")
    stays whole, since the qualifier holds for all of it.
    """
    parts = {key: part for part in kind.all_parts for key in part.sections}
    rest = next(part for part in kind.parts if part.key == kind.rest)
    current = rest
    for section in sections:
        if kind.omits(section.key, plain(section.heading)):
            current = rest
            continue
        if section.key:
            current = parts.get(section.key, rest)
        elif listed := [parts[key] for key in _GRAVEST if key in section.covers & parts.keys()]:
            current = listed[0]
        elif section.heading and (part := _part_for_heading(section, kind)):
            yield part, section, (Entry(section.heading, section.body, section.line),)
            continue
        body = section.body
        if not section.qualifier:
            for part in kind.claimants:
                claimed, body = _claim(body, part, section.key)
                if claimed:
                    yield part, section, claimed
        if body or section.qualifier or not section.key:
            yield current, section, body


def _part_for_heading(section: Section, kind: Kind) -> Part | None:
    parts = (part for part in kind.claimants if OWN in part.topics)
    heading = plain(section.heading)
    return next((part for part in parts if _fits(part.topics[OWN], heading, section.topics)), None)


def _claim(body: Body, part: Part, key: str) -> tuple[Body, Body]:
    """The statements of a section that a part claims by its topics, and what remains."""
    choice = part.topics.get(key)
    if choice is None or key in part.sections:
        return (), body
    fixed = fixed_labels(body) if key == SectionKey.DOSAGE else ()
    return claim(body, _wanted(choice, fixed))


def _wanted(choice: TopicChoice, fixed: Collection[str]) -> Wanted:
    return lambda label, topics: label not in fixed and _fits(choice, label, topics)


def _fits(choice: TopicChoice, label: str, topics: Topics) -> bool:
    """Whether a part with this choice takes a statement: by its topics, or by the pattern."""
    if choice.pattern:
        return bool(choice.pattern.search(label))
    return any(topic.name in choice.names for topic in topics)
