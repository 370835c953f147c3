"""Where the text of each section goes: to the part that is its home, or where its label sends it.

Labels and questions decide, and the headings of the author's own sections; text never does. A
medicine's own name in a label decides nothing: cetyl alcohol is not about drinking.
"""

import re
from collections.abc import Callable, Iterator

from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels import bound, claim
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.monograph.model import Entry, Monograph, Section
from leaflet.monograph.text import plain

Placed = tuple[Part, Section, Body]
"""A part or slot, the section that its text is from, and the text."""


def route(sections: tuple[Section, ...], kind: Kind, names: re.Pattern[str]) -> Iterator[Placed]:
    """Each block of the sections that the kind prints, in exactly one place.

    A section of the author's own follows the one before it, unless its heading sends it elsewhere.
    One with a qualifier ("Outdated") stays whole, since the qualifier holds for all of it.
    """
    homes = {key: place for place in kind.all_parts for key in place.sections}
    rest = next(part for part in kind.parts if part.key == kind.rest)
    home = rest
    for section in sections:
        if section.key in kind.leaves_out:
            continue
        if not section.key and (place := _place_of(section, kind, names)):
            yield place, section, (Entry(section.heading, section.body, section.line),)
            continue
        home = homes.get(section.key, rest) if section.key else home
        body = section.body
        if not section.qualifier:
            for place in kind.claimants:
                claimed, body = _claim(body, place, section.key, names)
                if claimed:
                    yield place, section, claimed
        if body or section.qualifier or not section.key:
            yield home, section, body


def own_names(monograph: Monograph) -> re.Pattern[str]:
    """What matches the medicine's names within a label: whole, and by component."""
    whole = (monograph.name, monograph.front.generic_name, *monograph.front.brand_names)
    names = {part.strip() for name in whole for part in (name, *re.split(r"[+/,]", name))}
    longest = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile("|".join(longest) or r"(?!)", re.IGNORECASE)


def _place_of(section: Section, kind: Kind, names: re.Pattern[str]) -> Part | None:
    said = names.sub("", plain(section.heading))
    calling = (place for place in kind.claimants if OWN in place.topics)
    return next((place for place in calling if place.topics[OWN].search(said)), None)


def _claim(body: Body, place: Part, key: str, names: re.Pattern[str]) -> tuple[Body, Body]:
    topic = place.topics.get(key)
    if topic is None or key in place.sections:
        return (), body
    fits = _fits(topic, names)
    if key == "dosage":
        tied = bound(body)
        return claim(body, lambda label: fits(label) and label not in tied)
    return claim(body, fits)


def _fits(topic: re.Pattern[str], names: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda label: bool(topic.search(names.sub("…", label)))
