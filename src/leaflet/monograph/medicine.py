"""A monograph → the medicine that it is about, as the catalogue lists it."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import shorten

from leaflet.job import Medicine
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Monograph, Paragraph
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

LONGEST_USE = 200
"""Characters of what a medicine is for."""


def describe(monograph: Monograph) -> Medicine:
    """The medicine, from the front matter, and what it is for from its sections on use."""
    front = monograph.front
    return Medicine(
        name=monograph.name,
        generic_name=front.generic_name,
        brands=front.brand_names,
        drug_class=front.drug_class,
        lang=front.lang,
        version=front.version,
        reviewed=_iso(front.reviewed),
        review_due=_iso(front.review_due),
        use=shorten(" ".join(_use(monograph)), LONGEST_USE, placeholder=" …"),
    )


def _use(monograph: Monograph) -> Iterator[str]:
    for group in monograph.groups:
        for section in group.sections:
            if section.key == SectionKey.USAGE:
                yield from _words(section.body)


def _words(body: Iterable[Block | ListItem]) -> Iterator[str]:
    for block in body:
        match block:
            case Paragraph(text):
                yield plain(text)
            case Entry(label, inner):
                yield f"{plain(label)}:"
                yield from _words(inner)
            case Bullets(items):
                yield from _words(items)
            case ListItem(inner):
                yield from _words(inner)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
