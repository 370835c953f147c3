"""Decides to which part the text of each section goes.

The topics of statements and questions decide, and those of the author's own sections; see
:mod:`leaflet.topics`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels import Wanted, claim, fixed_labels, refers_elsewhere
from leaflet.compose.outline.lift import CONTRAINDICATION
from leaflet.compose.outline.loose_text import labels_above_others
from leaflet.config.value_types import TopicChoice
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.monograph.model import Entry, Section, Topics
from leaflet.monograph.structure.headings import WHOLE, is_mixed
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.table import Where
from leaflet.topics.wording import says

_GRAVEST = (
    *(SectionKey.DOSAGE, SectionKey.PRECAUTIONS, SectionKey.SIDE_EFFECTS, SectionKey.USAGE),
    *(SectionKey.FAQS, SectionKey.HOW_IT_WORKS, SectionKey.BRAND_NAMES, SectionKey.GENERIC_NAME),
)
"""Of the sections that a heading lists, the one in whose part a reader must not miss its text."""

_IN_TEXT = (Where.LABEL, Where.SENTENCE)

WARNINGS = SectionKey.PRECAUTIONS
"""The section in whose part a text does no harm: nobody takes it for a dose or an indication."""

RoutedText = tuple[Part, Section, Body]
"""A part or slot, the section that its text is from, and the text."""


def route(sections: tuple[Section, ...], kind: Kind) -> Iterator[RoutedText]:
    """Each block of the sections that the kind prints, with exactly one part.

    A section of the author's own follows the one before it, unless its heading sends it elsewhere
    or lists sections, as "Indications and dose" does; after one that is left out it opens the part
    ``rest``, and after what the medicine is for the one with the precautions: "Heart failure" there
    would be an indication. A section with a qualifier ("Outdated") stays whole, since the qualifier
    holds for all of it.
    """
    parts = {key: part for part in kind.all_parts for key in part.sections}
    rest = next(part for part in kind.parts if part.key == kind.rest)
    current = rest
    for section in sections:
        if kind.omits(section.key, plain(section.heading)):
            current = rest
            continue
        known = _part_of_section(section, parts, rest)
        part = part_for_heading(section, kind) if section.heading and not known else None
        if part and not points_elsewhere(section.body):
            yield part, section, (Entry(section.heading, section.body, section.line),)
            continue
        if not known and section.heading and SectionKey.USAGE in current.sections:
            known = current if is_whole(section) else parts.get(WARNINGS, rest)
        current = known or current
        here = (_part_for_mixed(kind) if is_mixed(section.topics) else None) or current
        body = section.body
        if not section.qualifier:
            for part in kind.claimants:
                claimed, body = _claim(body, part, section.key, kind)
                if claimed:  # its own labels say what it is about
                    yield part, replace(section, topics=()), claimed
        if body or section.qualifier or not section.key:
            yield here, section, body


def _part_of_section(section: Section, parts: Mapping[str, Part], rest: Part) -> Part | None:
    """The part of a known section, or of the gravest of those that its heading lists."""
    if section.key or is_mixed(section.topics):
        return parts.get(section.key or WARNINGS, rest)
    return next((parts[key] for key in _GRAVEST if key in section.covers & parts.keys()), None)


def part_for_heading(section: Section, kind: Kind) -> Part | None:
    """The part to which its heading sends a section of the author's own; None if it sends none."""
    if is_mixed(section.topics):
        return _part_for_mixed(kind)
    parts = (part for part in kind.claimants if OWN in part.topics)
    heading = plain(section.heading)
    return next((part for part in parts if _fits(part.topics[OWN], heading, section.topics)), None)


def _part_for_mixed(kind: Kind) -> Part | None:
    """The part of a section on contraindications and others: under its author's heading.

    That is the part with the precautions, if the one with the contraindications refers to it.
    """
    with_own = (part for part in kind.all_parts if part.lifts and not part.refers)
    return next((part for part in with_own if CONTRAINDICATION in part.lifts), None) or next(
        (part for part in kind.all_parts if WARNINGS in part.sections), None
    )


def points_elsewhere(body: Body) -> bool:
    """Whether all of a text refers to what is outside of it, "those listed above": it stays."""
    return len(body) == 1 and refers_elsewhere(body[0])


def is_whole(section: Section) -> bool:
    """Whether the heading of a section says that it is about the whole: "Key facts"."""
    return any(topic.name == WHOLE for topic in section.topics)


def _claim(body: Body, part: Part, key: str, kind: Kind) -> tuple[Body, Body]:
    """The statements of a section that a part claims by its topics, and what remains."""
    choice = part.topics.get(key)
    if choice is None or key in part.sections:
        return (), body
    fixed = fixed_labels(body) if key == SectionKey.DOSAGE else frozenset[str]()
    if CONTRAINDICATION not in part.lifts:  # these stand in their box, whatever follows them
        fixed |= {*labels_above_others(body, _about(choice, kind))}
    ends = kind.phrases.get("opens-sentence", ()) if CONTRAINDICATION in part.lifts else ()
    return claim(body, _wanted(choice, fixed), ends)


def _about(choice: TopicChoice, kind: Kind) -> Callable[[Entry, str], bool]:
    """Whether a text has words of one of the topics for which a part takes a label."""

    def is_about(entry: Entry, text: str) -> bool:
        if choice.pattern:
            return bool(choice.pattern.search(text))
        names = [topic.name for topic in entry.topics if topic.name in choice.names]
        phrases = (each for name in names for each in kind.phrases.get(name, ()))
        return any(each.search(text, where) for each in phrases for where in _IN_TEXT) or any(
            says(kind.phrases, f"mention-{name}", text) for name in names
        )

    return is_about


def _wanted(choice: TopicChoice, fixed: Collection[str]) -> Wanted:
    return lambda label, topics: label not in fixed and _fits(choice, label, topics)


def _fits(choice: TopicChoice, label: str, topics: Topics) -> bool:
    """Whether a part with this choice takes a statement: by its topics, or by the pattern."""
    if choice.pattern:
        return bool(choice.pattern.search(label))
    return any(topic.name in choice.names for topic in topics)
