"""The names of drugs in a monograph about several: in headings, in bold lines, as generic names."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from leaflet.monograph.model import Block, Paragraph, Span, Subheading, Text
from leaflet.monograph.structure.entries import split_label
from leaflet.monograph.structure.headings import names_component
from leaflet.monograph.structure.sections import RawSection
from leaflet.monograph.text import cut, plain, strip
from leaflet.section_key import SectionKey

_LONGEST_NAME = 80
_NUMBER = re.compile(r"\d{1,2}[.)]\s+")
_SUMMARY = re.compile(
    r"(in\s+)?(summary|conclusion)|zusammenfassung|fazit|en\s+r[ée]sum[ée]|r[ée]sum[ée]|en\s+resumen"
    r"|resumen|(en\s+)?conclusi[óo]n|الخلاصة|ملخص|सारांश|निष्कर्ष",
    re.IGNORECASE,
)
"""A label after several drugs below which is said what holds for all of them."""


class CutBody(NamedTuple):
    """A body cut at a line that names a drug; without such a line all of it is ``before``."""

    before: tuple[Block, ...]
    name: Text = ()
    after: tuple[Block, ...] = ()


def own_name(section: RawSection) -> Text:
    """The drug that a section names: in its heading, or as a short generic name."""
    if section.qualifier:
        return (Span(section.qualifier),)
    first = section.body[0] if section.body else None
    if section.key is SectionKey.GENERIC_NAME and isinstance(first, Paragraph):
        return first.text if len(plain(first.text)) <= _LONGEST_NAME else ()
    return ()


def cut_at_name(body: Sequence[Block], medicine: str, within: bool = True) -> CutBody:
    """Cut a body at a bold line that names a drug, at its last line or anywhere ``within``."""
    for position, block in enumerate(body):
        name, intro = _bold_line(block)
        last = position == len(body) - 1
        if not name or not (within or last):
            continue
        if names_component(plain(name), medicine) or (last and position):
            return CutBody(tuple(body[:position]), name, (*intro, *body[position + 1 :]))
    return CutBody(tuple(body))


def cut_at_summary(body: Sequence[Block]) -> CutBody:
    """Cut a body at a line whose label or subheading is that of a summary, which stays with it."""
    for position, block in enumerate(body):
        parts = split_label(block.text, followed=True) if isinstance(block, Paragraph) else None
        label = block.text if isinstance(block, Subheading) else parts.label if parts else ()
        if _SUMMARY.fullmatch(plain(label).strip(" :.")):
            return CutBody(tuple(body[:position]), (), tuple(body[position:]))
    return CutBody(tuple(body))


def drugs_named(body: Sequence[Block], medicine: str) -> list[Text]:
    """The drugs of the medicine that bold lines of a body name."""
    names = (_bold_line(block)[0] for block in body)
    return [name for name in names if names_component(plain(name), medicine)]


def _bold_line(block: Block) -> tuple[Text, tuple[Block, ...]]:
    """A short line that is bold as a whole, or numbered, as a name and the text that follows it."""
    if isinstance(block, Subheading):
        return _unnumbered(block.text), ()
    parts = split_label(block.text, followed=True) if isinstance(block, Paragraph) else None
    if parts is None or len(plain(parts.label)) > _LONGEST_NAME:
        return (), ()
    if not parts.rest:
        return _unnumbered(parts.label), ()
    if _NUMBER.match(plain(parts.label)):
        return _unnumbered(parts.label), (Paragraph(parts.rest, block.line),)
    return (), ()


def _unnumbered(name: Text) -> Text:
    number = _NUMBER.match(plain(name))
    return strip(cut(name, number.end() if number else 0))
