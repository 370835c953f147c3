"""A heading as its author wrote it → the section that it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from leaflet.monograph.model import Text
from leaflet.monograph.structure.section_names import SECTION_NAMES
from leaflet.monograph.text import cut, plain, strip, unmark
from leaflet.section_key import SectionKey

_KEY_OF = {name: key for key, names in SECTION_NAMES.items() for name in names}
_ALIAS = "|".join(sorted(map(re.escape, _KEY_OF), key=len, reverse=True))
_FORMS = tuple(
    re.compile(form, re.I | re.A | re.DOTALL)
    for form in (
        rf"(?P<alias>{_ALIAS})\s*\((?P<qualifier>[^()]+(?:\([^()]*\)[^()]*)*)\)\s*:?",
        rf"(?P<alias>{_ALIAS})\s*(?:\((?P<qualifier>[^()]+)\)\s*)?(?::|\s[–—-])\s*(?P<rest>.+)",
        rf"(?P<drug>[^,:]{{2,80}}?)\s*(?:[:–—-]\s*|\s)(?P<alias>{_ALIAS})\s*:?",
        r"(?P<drug>.+?)\s*\((?P<alias>generic name)\)\s*:?",
    )
)
_NUMBER = re.compile(r"[^\w(]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,4}[.)]|[A-Z][.)])\s+)?")
_PHRASES = (
    (re.compile(r"\b(?:should|do|can|must|does) (?:i|you|we|one)\b"), "to"),
    (re.compile(r"\b(?:this|the) (?:medicine|medication|drug)\b"), "it"),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r" (?:of|with|from) it$"), ""),
)
_ALIKE = 0.8
"""Words this similar are one name in two spellings, as Amoxycillin and Amoxicillin are."""


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading that names a section, taken apart."""

    key: SectionKey
    alias: str
    """The name by which the heading calls the section, in lower case."""
    qualifier: str = ""
    """Text in brackets beside the name."""
    drug: str = ""
    """The drug that the heading begins with."""
    rest: Text = ()
    """Text after a colon: the name in a generic name, else the beginning of the section's body."""


def recognise(heading: Text, medicine: str) -> SectionHeading | None:
    """The section that a heading names, or None for a heading of the author's own.

    ``medicine`` is the monograph's title. ``Cefalexin Usage`` is the section Usage only in a
    monograph of Cefalexin, so ``Off-label Usage`` is a heading of the author's own.
    """
    number = _NUMBER.match(plain(heading))
    text = strip(cut(heading, number.end() if number else 0))
    words = plain(text).replace("\xa0", " ")
    if (alias := _simplified(words, medicine)) in _KEY_OF:
        return SectionHeading(_KEY_OF[alias], alias)
    for form in _FORMS:
        found = form.fullmatch(words)
        part = found.groupdict(default="") if found else {}
        drug = part.get("drug", "")
        if found and (not drug or names_component(drug, medicine)):
            alias, qualifier = part["alias"].lower(), part.get("qualifier", "")
            rest = strip(cut(text, found.start("rest"))) if part.get("rest") else ()
            rest = unmark(rest, "strong")
            return SectionHeading(_KEY_OF[alias], alias, qualifier, drug, rest)
    return None


def rank(heading: SectionHeading) -> int:
    """The position of a heading's name among the names of its section; the best known is 0."""
    return SECTION_NAMES[heading.key].index(heading.alias)


def covered(heading: Text) -> frozenset[SectionKey]:
    """The sections that a combined heading lists, ``Dosage, Side Effects, and Precautions``."""
    names = re.split(r",\s*(?:and\s+)?|\s+and\s+|:", plain(heading).lower())
    return frozenset(_KEY_OF[name.strip()] for name in names if name.strip() in _KEY_OF)


def names_component(text: str, medicine: str) -> bool:
    """Whether a text names the medicine, or one of the drugs that it is made of.

    It does if any of its longer words is, apart from the spelling, a word of the medicine's name.
    """
    return any(
        SequenceMatcher(None, word, name).ratio() >= _ALIKE
        for word in _long_words(text)
        for name in _long_words(medicine)
    )


def _simplified(words: str, medicine: str) -> str:
    """``How should I take Examplin?`` as the table of names has it: ``how to take it``."""
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


def _long_words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W\d_]{4,}", text.lower())
