"""The title of a sheet, and what repeats it."""

from collections.abc import Sequence
from dataclasses import replace

from leaflet.compose.outline.chapter import FilledPart
from leaflet.monograph.model import Block, Monograph, Paragraph, Section
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey


def sheet_title(monograph: Monograph, alike: Sequence[str]) -> str:
    """The name of a medicine as clinicians write it.

    That is in tall man letters, if it is ``alike`` to others; in small letters, if it is a generic
    name, by the monograph's own account, in a language that writes such names so. It has one word,
    or is a combination of such names: others may have a proper name in them ("Ringer Lactate").
    """
    name, front = monograph.name, monograph.front
    if alike and alike[0].casefold() == name.casefold():
        return alike[0]
    if front.generic_name and front.generic_name.casefold() == name.casefold():
        return front.generic_name
    is_generic = any(is_name_of(monograph, section) for section in monograph.groups[0].sections)
    small = front.lang.partition("-")[0] in _SMALL_GENERIC_NAMES
    words = all(one.isalpha() and one.capitalize() == one for one in name.split(" + "))
    return name.lower() if is_generic and small and words else name


def is_name_of(monograph: Monograph, section: Section) -> bool:
    """Whether a section says nothing but the name of the medicine, as a generic name."""
    return section.key == SectionKey.GENERIC_NAME and _is_only(section.body, monograph.name)


def without_title(part: FilledPart, title: str) -> FilledPart:
    """The part without the title of the sheet above what its author says of the generic name."""
    passages = (
        replace(one, body=one.body[1:])
        if one.key == SectionKey.GENERIC_NAME and one.body[1:] and _is_only(one.body[:1], title)
        else one
        for one in part.passages
    )
    return replace(part, passages=tuple(passages))


def _is_only(body: Sequence[Block], name: str) -> bool:
    match body:
        case (Paragraph(text),):
            return plain(text).strip(" .").casefold() == name.casefold()
    return False


_SMALL_GENERIC_NAMES = ("en", "fr", "es")
