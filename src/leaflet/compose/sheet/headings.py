"""The headings of a sheet: its title, and the author's label instead of one that says the same."""

import re
from collections.abc import Sequence
from dataclasses import replace

from leaflet.compose.outline.chapter import FilledPart
from leaflet.monograph.model import (
    Block,
    Entry,
    Monograph,
    Paragraph,
    Section,
    Subheading,
    Text,
)
from leaflet.monograph.text import plain, unmark
from leaflet.section_key import SectionKey


def sheet_title(monograph: Monograph, alike: Sequence[str]) -> str:
    """The name of a medicine as clinicians write it.

    That is in tall man letters, if it is ``alike`` to others; in small letters, if it is a generic
    name of one word, by the monograph's own account, in a language that writes such names so.
    """
    name, front = monograph.name, monograph.front
    if alike and alike[0].casefold() == name.casefold():
        return alike[0]
    if front.generic_name and front.generic_name.casefold() == name.casefold():
        return front.generic_name
    is_generic = any(is_name_of(monograph, section) for section in monograph.groups[0].sections)
    small = front.lang.partition("-")[0] in _SMALL_GENERIC_NAMES and name.capitalize() == name
    return name.lower() if is_generic and small and name.isalpha() else name


def is_name_of(monograph: Monograph, section: Section) -> bool:
    """Whether a section says nothing but the name of the medicine, as a generic name."""
    match section.key, section.body:
        case SectionKey.GENERIC_NAME, (Paragraph(text),):
            return plain(text).strip(" .").casefold() == monograph.name.casefold()
    return False


_SMALL_GENERIC_NAMES = ("en", "fr", "es")

_WORD = re.compile(r"[^\W\d_]+")


def with_own_label(part: FilledPart) -> FilledPart:
    """The part under its first label, if that says the same as the heading.

    What it labels is the text of the part. Where that is all of the part, the label may have one
    more word: "Drug interactions:" stands for "Interactions".
    """
    match part.passages:
        case (passage, *others) if passage.body and not passage.headed and not passage.qualifier:
            label, body = _split(passage.body[0])
            more = 0 if others or passage.body[1:] else 1
            if label and not passage.repeats and _says(plain(label), part.heading, more):
                first = replace(passage, body=(*body, *passage.body[1:]))
                passages = (first, *others) if first.body else tuple(others)
                return replace(part, passages=passages, label=unmark(label, "strong"))
    return part


def _split(block: object) -> tuple[Text, tuple[Block, ...]]:
    match block:
        case Entry(label, body):
            return label, body
        case Subheading(text):
            return text, ()
    return (), ()


def _says(label: str, heading: str, more: int) -> bool:
    """Whether a label has all words of a heading, and at most so many ``more``."""
    wanted = {word.rstrip("s") for word in _WORD.findall(heading.casefold())}
    found = {word.rstrip("s") for word in _WORD.findall(label.casefold())}
    return wanted <= found and len(found) <= len(wanted) + more
