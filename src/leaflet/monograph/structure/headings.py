"""One alias table: the headings that authors write → the sections of a monograph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from leaflet.monograph.model import Text
from leaflet.monograph.structure.heading_translations import ABROAD
from leaflet.monograph.text import cut, plain, strip, unmark

_ENGLISH: dict[str, tuple[str, ...]] = {
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
        "indication",
        "uses and indications",
        "therapeutic uses",
        "clinical uses",
        "medical uses",
        "what it is used for",
        "what is it used for",
        "what it is and what it is used for",
        "what is it and what is it used for",
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
        "posology and administration",
        "recommended dosage",
        "dosage information",
        "dosing information",
        "how to take it",
        "how to use it",
        "how to take",
        "how to use",
        "directions for use",
        "administration",
        "method of administration",
    ),
    "side-effects": (
        "side effects",
        "side-effects",
        "possible side effects",
        "adverse effects",
        "adverse reactions",
        "adverse drug reactions",
        "adverse events",
        "undesirable effects",
        "unwanted effects",
        "what are the side effects",
    ),
    "how-it-works": (
        "how it works",
        "mechanism of action",
        "mode of action",
        "mechanism",
        "how does it work",
        "pharmacodynamics",
        "pharmacodynamic properties",
    ),
    "precautions": (
        "precautions",
        "warnings",
        "warnings and precautions",
        "precautions and warnings",
        "special warnings and precautions for use",
        "special warnings and precautions",
        "contraindications and precautions",
        "precautions and contraindications",
        "contraindications and warnings",
        "warnings and contraindications",
        "what you need to know before you take it",
        "what you need to know before you use it",
        "before you take it",
        "before you use it",
        "before taking it",
        "before using it",
    ),
    "faqs": (
        "faqs",
        "faq",
        "frequently asked questions",
        "frequently asked questions (faqs)",
        "common questions",
        "questions",
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
"""The names of sections in English; a variant is one more row."""

SECTIONS: dict[str, tuple[str, ...]] = {
    key: tuple(dict.fromkeys((*names, *chain.from_iterable(ABROAD[key].values()))))
    for key, names in _ENGLISH.items()
}
"""The sections that leaflet knows, each with every name it goes by, whatever the language.

Where a monograph has two sections of one kind, as Warnings and Precautions, the name that stands
first here is the section. ``it`` in a name stands for the medicine's name as well.
"""

CLINICAL = ("usage", "dosage", "side-effects", "how-it-works", "precautions", "faqs")
"""The six sections that make a text a monograph."""

_KEY_OF = {alias: key for key, aliases in SECTIONS.items() for alias in aliases}
_ALIAS = "|".join(sorted((re.escape(a) for a in _KEY_OF), key=len, reverse=True))
_FORMS = tuple(
    re.compile(form, re.I | re.A | re.DOTALL)
    for form in (
        rf"(?P<alias>{_ALIAS})\s*\((?P<qualifier>[^()]+(?:\([^()]*\)[^()]*)*)\)\s*:?",
        rf"(?P<alias>{_ALIAS})\s*(?:\((?P<qualifier>[^()]+)\)\s*)?(?::|\s[–—-])\s*(?P<rest>.+)",
        rf"(?P<name>[^,:]{{2,80}}?)\s*(?:[:–—-]\s*|\s)(?P<alias>{_ALIAS})\s*:?",
        r"(?P<name>.+?)\s*\((?P<alias>generic name)\)\s*:?",
    )
)
_NUMBER = re.compile(r"[^\w(]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,4}[.)]|[A-Z][.)])\s+)?")
_PHRASES = (
    (re.compile(r"\b(?:should|do|can|must|does) (?:i|you|we|one)\b"), "to"),
    (re.compile(r"\b(?:this|the) (?:medicine|medication|drug)\b"), "it"),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r" (?:of|with|from) it$"), ""),
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a heading says: the section's key, and what the author put beside its name.

    ``alias`` is the name it goes by, in small letters; ``qualifier`` is text in brackets, ``name``
    a drug that the heading begins with, ``rest`` text after a colon (a name for generic-name, else
    the body that stands in the heading).
    """

    key: str
    alias: str
    qualifier: str = ""
    name: str = ""
    rest: Text = ()


def recognise(heading: Text, medicine: str) -> Title | None:
    """The section that a heading names, or None for a heading of the author's own.

    ``medicine`` is the monograph's title: ``Cefalexin Usage`` is the section Usage only where
    Cefalexin is the medicine, so that ``Off-label Usage`` stays what it is.
    """
    number = _NUMBER.match(plain(heading))
    text = strip(cut(heading, number.end() if number else 0))
    words = plain(text).replace("\xa0", " ")
    if (alias := _everyday(words, medicine)) in _KEY_OF:
        return Title(_KEY_OF[alias], alias)
    for form in _FORMS:
        found = form.fullmatch(words)
        if not found:
            continue
        part = found.groupdict()
        name = part.get("name") or ""
        if name and not _names(name, medicine):
            continue
        rest = strip(cut(text, found.start("rest"))) if part.get("rest") else ()
        alias = part["alias"].lower()
        return Title(
            _KEY_OF[alias], alias, part.get("qualifier") or "", name, unmark(rest, "strong")
        )
    return None


def rank(title: Title) -> int:
    """How far down the names of its section a title's name stands."""
    return SECTIONS[title.key].index(title.alias)


def _everyday(words: str, medicine: str) -> str:
    """``How should I take Examplin?`` as the table has it: ``how to take it``."""
    phrase = words.lower().strip(" :?؟।\u202f")
    for name in filter(None, (medicine, *medicine.split()[:1])):
        phrase = re.sub(rf"\b{re.escape(name.lower())}(?!\w)", "it", phrase)
    for pattern, plainer in _PHRASES:
        phrase = pattern.sub(plainer, phrase)
    if phrase in _KEY_OF:
        return phrase
    first, *others = re.split(r"\s*/\s*|\s+and\s+|,\s*", phrase)
    same = all(_KEY_OF.get(other) == _KEY_OF.get(first) for other in others)
    return first if same and others else phrase


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
