"""Sections whose heading says nothing that leaflet knows: they may be about anything.

Such a section stands under its own heading after the section that its author put it below. So a
document says so to the author, and denies nothing that the section may state.
"""

from collections.abc import Iterator, Sequence

from leaflet.compose.outline.routing import is_whole, part_for_heading, points_elsewhere
from leaflet.diagnostics import Diagnostic
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph, Section
from leaflet.monograph.structure.headings import Headings
from leaflet.monograph.structure.near_names import misspelt
from leaflet.monograph.text import plain

_USUAL = "Contraindications, Interactions, Overdose, Missed dose, Storage and the like"


def unplaced(sections: Sequence[Section], kind: Kind) -> Iterator[Section]:
    """The sections of the author's own that no part of the kind is about, or that refer to others.

    They stand below the section above them.
    """
    for section in sections:
        is_own = not section.key and not section.covers and bool(section.heading and section.body)
        is_printed = is_own and not kind.omits(section.key, plain(section.heading))
        stays = part_for_heading(section, kind) is None or points_elsewhere(section.body)
        if is_printed and stays:
            yield section


def unknown_headings(monograph: Monograph, kind: Kind) -> Iterator[Diagnostic]:
    """The warnings for the headings of such sections, each with the name that may be meant."""
    front = monograph.front
    called = (front.generic_name, *front.brand_names)
    headings = Headings(monograph.name, monograph.section_names, called)
    for group in monograph.groups:
        for section in unplaced(group.sections, kind):
            if is_whole(section) or part_for_heading(section, kind):
                continue
            near = misspelt(section.heading, headings)
            meant = f'did you mean "{near}"? ' if near else ""
            yield Diagnostic.warning(
                "heading-unknown",
                f'"{plain(section.heading)}" names no section that leaflet knows; its text stays '
                "under it, with the section above or with the warnings",
                file=monograph.source.name,
                line=section.line,
                hint=f"{meant}where the text is about one of them, use a usual name: {_USUAL}; "
                "locale/LANGUAGE/sections.toml lists them all, and your project may add others",
            )
