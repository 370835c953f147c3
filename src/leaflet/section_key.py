"""The names of the sections that leaflet recognises; light, for every command needs them."""

from enum import StrEnum


class SectionKey(StrEnum):
    """The sections that leaflet recognises by their headings, in any language."""

    GENERIC_NAME = "generic-name"
    USAGE = "usage"
    DOSAGE = "dosage"
    SIDE_EFFECTS = "side-effects"
    HOW_IT_WORKS = "how-it-works"
    PRECAUTIONS = "precautions"
    FAQS = "faqs"
    BRAND_NAMES = "brand-names"
    OTHER = ""
    """A section of the author's own, under a heading that leaflet does not know."""
