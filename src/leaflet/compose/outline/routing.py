"""Decides to which part the text of each section goes.

The labels of statements and questions decide, and the headings of the author's own sections; the
text below them never does. The medicine's own name in a label is ignored: cetyl alcohol is not
about drinking.
"""

import re
from collections.abc import Collection, Iterator

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels import Wanted, claim, fixed_labels
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.monograph.model import Entry, Monograph, Section
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

RoutedText = tuple[Part, Section, Body]
"""A part or slot, the section that its text is from, and the text."""


def route(
    sections: tuple[Section, ...], kind: Kind, names: re.Pattern[str]
) -> Iterator[RoutedText]:
    """Each block of the sections that the kind prints, with exactly one part.

    ``names`` matches the medicine's names. A section of the author's own follows the one before it,
    unless its heading sends it elsewhere. A section with a qualifier ("Outdated") stays whole,
    since the qualifier holds for all of it.
    """
    parts = {key: part for part in kind.all_parts for key in part.sections}
    rest = next(part for part in kind.parts if part.key == kind.rest)
    current = rest
    for section in sections:
        if section.key in kind.leaves_out:
            continue
        if section.key:
            current = parts.get(section.key, rest)
        elif part := _part_for_heading(section, kind, names):
            yield part, section, (Entry(section.heading, section.body, section.line),)
            continue
        body = section.body
        if not section.qualifier:
            for part in kind.claimants:
                claimed, body = _claim(body, part, section.key, names)
                if claimed:
                    yield part, section, claimed
        if body or section.qualifier or not section.key:
            yield current, section, body


def own_names(monograph: Monograph) -> re.Pattern[str]:
    """A pattern of the medicine's names within a label: whole names, and their components."""
    whole = (monograph.name, monograph.front.generic_name, *monograph.front.brand_names)
    names = {part.strip() for name in whole for part in (name, *re.split(r"[+/,]", name))}
    longest = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile("|".join(longest) or r"(?!)", re.IGNORECASE)


def _part_for_heading(section: Section, kind: Kind, names: re.Pattern[str]) -> Part | None:
    heading = names.sub("", plain(section.heading))
    parts = (part for part in kind.claimants if OWN in part.topics)
    return next((part for part in parts if part.topics[OWN].search(heading)), None)


def _claim(body: Body, part: Part, key: str, names: re.Pattern[str]) -> tuple[Body, Body]:
    """The statements of a section that a part claims by its topics, and what remains."""
    topic = part.topics.get(key)
    if topic is None or key in part.sections:
        return (), body
    fixed = fixed_labels(body) if key == SectionKey.DOSAGE else ()
    return claim(body, _is_about(topic, names, fixed))


def _is_about(topic: re.Pattern[str], names: re.Pattern[str], fixed: Collection[str]) -> Wanted:
    return lambda label: label not in fixed and bool(topic.search(names.sub("…", label)))
