"""One alias table: the headings that authors write → the sections of a monograph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from leaflet.monograph.model import Text
from leaflet.monograph.text import cut, plain, strip, unmark

SECTIONS: dict[str, tuple[str, ...]] = {
    "generic-name": (
        "generic name",
        "generic names",
        "generic name(s)",
        "active ingredient",
        "active ingredients",
        "active substance",
    ),
    "usage": (
        "usage",
        "uses",
        "use",
        "indications",
        "indications and usage",
        "indications and use",
        "therapeutic indications",
        "medical uses",
        "what it is used for",
    ),
    "dosage": (
        "dosage",
        "dose",
        "doses",
        "dosing",
        "dosage and administration",
        "dosing and administration",
        "posology",
        "posology and method of administration",
        "how to take it",
    ),
    "side-effects": (
        "side effects",
        "side-effects",
        "possible side effects",
        "adverse effects",
        "adverse reactions",
        "adverse drug reactions",
        "undesirable effects",
    ),
    "how-it-works": (
        "how it works",
        "mechanism of action",
        "mode of action",
        "mechanism",
    ),
    "precautions": (
        "precautions",
        "warnings",
        "warnings and precautions",
        "precautions and warnings",
        "special warnings and precautions for use",
        "contraindications and precautions",
    ),
    "faqs": (
        "faqs",
        "faq",
        "frequently asked questions",
        "frequently asked questions (faqs)",
        "common questions",
        "questions and answers",
    ),
    "brand-names": (
        "brand names",
        "brand name",
        "brands",
        "trade names",
        "popular brand names",
    ),
}
"""The sections that leaflet knows, each with every name it goes by; a variant is one more row."""

CLINICAL = ("usage", "dosage", "side-effects", "how-it-works", "precautions", "faqs")
"""The six sections that make a text a monograph."""

_KEY_OF = {alias: key for key, aliases in SECTIONS.items() for alias in aliases}
_ALIAS = "|".join(sorted((re.escape(a) for a in _KEY_OF), key=len, reverse=True))
_FORMS = (
    re.compile(rf"(?P<alias>{_ALIAS})\s*:?", re.I),
    re.compile(rf"(?P<alias>{_ALIAS})\s*\((?P<qualifier>[^()]+(?:\([^()]*\)[^()]*)*)\)\s*:?", re.I),
    re.compile(
        rf"(?P<alias>{_ALIAS})\s*(?:\((?P<qualifier>[^()]+)\)\s*)?(?::|\s[–—-])\s*(?P<rest>.+)",
        re.I | re.DOTALL,
    ),
    re.compile(rf"(?P<name>.{{2,80}}?)\s*(?:[:–—-]\s*|\s)(?P<alias>{_ALIAS})\s*:?", re.I),
    re.compile(r"(?P<name>.+?)\s*\((?P<alias>generic name)\)\s*:?", re.I),
)
_NUMBER = re.compile(r"\s*(?:\d{1,2}[.)]\s+)")


@dataclass(frozen=True, slots=True)
class Title:
    """What a heading says: the section's key, and what the author put beside its name.

    ``qualifier`` is text in brackets, ``name`` a drug that the heading begins with, ``rest``
    text after a colon (a name for generic-name, else the body that stands in the heading).
    """

    key: str
    qualifier: str = ""
    name: str = ""
    rest: Text = ()


def recognise(heading: Text, medicine: str) -> Title | None:
    """The section that a heading names, or None for a heading of the author's own.

    ``medicine`` is the monograph's title: ``Cefalexin Usage`` is the section Usage only where
    Cefalexin is the medicine, so that ``Off-label Usage`` stays what it is.
    """
    text = strip(heading)
    if number := _NUMBER.match(plain(text)):
        text = cut(text, number.end())
    words = plain(text)
    for form in _FORMS:
        found = form.fullmatch(words)
        if not found:
            continue
        part = found.groupdict()
        name = part.get("name") or ""
        if name and not _names(name, medicine):
            continue
        rest = strip(cut(text, found.start("rest"))) if part.get("rest") else ()
        key = _KEY_OF[part["alias"].lower()]
        return Title(key, part.get("qualifier") or "", name, unmark(rest, "strong"))
    return None


def covered(heading: Text) -> frozenset[str]:
    """The sections that a combined heading lists, ``Dosage, Side Effects, and Precautions``."""
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+|:", plain(heading).lower())
    return frozenset(_KEY_OF[p.strip()] for p in parts if p.strip() in _KEY_OF)


def names_a_component(text: str, medicine: str) -> bool:
    """Whether a line names the medicine, or one of the drugs that it is made of."""
    return _names(text, medicine)


def _names(text: str, medicine: str) -> bool:
    """Whether any longer word of ``text`` is, but for its spelling, a word of the medicine."""
    return any(
        SequenceMatcher(None, ours, theirs).ratio() >= 0.8
        for ours in _long_words(text)
        for theirs in _long_words(medicine)
    )


def _long_words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W\d_]{4,}", text.lower())
