"""Sections whose heading says nothing that leaflet knows: they may be about anything.

Such a section stands under its own heading after the section that its author put it below. So a
document says so to the author, and denies nothing that the section may state.
"""

from collections.abc import Iterator, Sequence

from leaflet.compose.outline.routing import is_whole, part_for_heading, points_elsewhere
from leaflet.compose.outline.unplaced_labels import unplaced_labels
from leaflet.diagnostics import Diagnostic
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Group, Monograph, Section
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


def unplaced_names(monograph: Monograph, group: Group, kind: Kind) -> Iterator[str]:
    """The headings of such sections, and the labels that may be headings."""
    for section in unplaced(group.sections, kind):
        yield plain(section.heading)
    for each in unplaced_labels(monograph, group.sections, kind, _headings(monograph)):
        yield each.label


def _headings(monograph: Monograph) -> Headings:
    front = monograph.front
    called = (front.generic_name, *front.brand_names)
    return Headings(monograph.name, monograph.section_names, called)


def unknown_headings(monograph: Monograph, kind: Kind) -> Iterator[Diagnostic]:
    """The warnings for such headings and labels, each with the name that may be meant."""
    headings = _headings(monograph)
    for group in monograph.groups:
        for each in unplaced_labels(monograph, group.sections, kind, headings):
            near = each.meant if each.meant not in ("", each.label) else ""
            meant = f'did you mean "{near}"? ' if near else ""
            yield Diagnostic.warning(
                "heading-unknown",
                f'"{each.label}" may be a heading; its text stays under it in the section above',
                file=monograph.source.name,
                line=each.line,
                hint=f'{meant}if it is one, write it as "## {near or each.label}", and the others '
                "with # as well",
            )
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
