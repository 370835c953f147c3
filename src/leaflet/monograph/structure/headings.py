"""A heading as its author wrote it → the section that it names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase, whitespace

from leaflet.config.section_names import SectionNames
from leaflet.monograph.model import Text, Topic, Topics
from leaflet.monograph.structure.heading_marks import unmarked, without_wikilinks
from leaflet.monograph.structure.phrasing import Phrasing, phrasing
from leaflet.monograph.text import cut, plain, strip, unmark
from leaflet.section_key import SectionKey

_FORMS = (
    r"(?P<alias>ALIAS)\s*\((?P<qualifier>[^()]+(?:\([^()]*\)[^()]*)*)\)\s*:?",
    r"(?P<alias>ALIAS)\s*(?:\((?P<qualifier>[^()]+)\)\s*)?(?::|\s[–—-])\s*(?P<rest>.+)",
    r"(?P<drug>[^,:]{2,80}?)\s*(?:[:–—-]\s*|\s)(?P<alias>ALIAS)\s*:?",
    r"(?P<drug>.+?)\s*\((?P<alias>generic name)\)\s*:?",
)
_NUMBER = re.compile(
    r"[^\w(]*(?:(?:(?:section|§)?\s*\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,4}[.)]|[A-Za-z][.)])\s+)?"
    r"[^\w(]*",
    re.I,
)
_FOLDED = str.maketrans(ascii_uppercase, ascii_lowercase)

WHOLE = "whole"
"""The topic of a heading that says that its section is about all of the medicine.

"Overview" does, and so does the name of a product, "Examplin 5 mg tablets".
"""

_CONTRAINDICATION, _CAUTION = "contraindication", "caution"

_ALIKE = 0.8
"""Words this similar are one name in two spellings, as Amoxycillin and Amoxicillin are."""


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading that names a section, taken apart."""

    key: SectionKey
    alias: str
    """The name by which the heading calls the section, in lower case."""
    rank: int = 0
    """The position of that name among those of its section; the best known is 0."""
    qualifier: str = ""
    """Text in brackets beside the name."""
    drug: str = ""
    """The drug that the heading begins with."""
    rest: Text = ()
    """Text after a colon: the name in a generic name, else the beginning of the section's body."""
    people: bool = False
    """Whether it says whom the dose is for, so that no word of it may get lost."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Reads the headings of a monograph; ``medicine`` is its title, ``called`` its other names."""

    medicine: str
    names: SectionNames
    called: tuple[str, ...] = ()

    def recognise(self, heading: Text) -> SectionHeading | None:
        """The section that a heading names, or None for a heading of the author's own.

        ``Cefalexin Usage`` is the section Usage only in a monograph of Cefalexin, so ``Off-label
        Usage`` is a heading of the author's own.
        """
        start, end = unmarked(heading, self.names.beside.links)
        phrasing = self._phrasing
        phrase = phrasing.plainer(_unnumbered(without_wikilinks(plain(heading)[start:end])))
        if name := phrasing.name_in(phrase):
            return self._section(name)
        if name := phrasing.dose_of_people(phrase):
            return replace(self._section(name), people=True)
        phrase, form = phrasing.without_form(phrase)
        if form and (name := phrasing.name_in(phrase)):
            return replace(self._section(name), qualifier=form)
        words = _unnumbered(plain(heading)[start:end])
        start = end - len(words)
        for pattern in _forms(words, self.names):
            found = pattern.fullmatch(words)
            part = found.groupdict(default="") if found else {}
            drug = part.get("drug", "")
            if found and (not drug or names_component(drug, self.medicine)):
                section, qualifier = self._section(part["alias"].lower()), part.get("qualifier", "")
                rest = strip(cut(heading, start + found.start("rest"))) if part.get("rest") else ()
                rest = unmark(rest, "strong")
                return replace(section, qualifier=qualifier, drug=drug, rest=rest)
        return None

    def covered(self, heading: Text) -> frozenset[SectionKey]:
        """The sections that a combined heading lists, ``Dosage, Side Effects, and Precautions``."""
        names = self._phrasing.parted(self.phrase(heading))
        found = (self.names.section_of.get(name) for name in names)
        return frozenset(key for key in found if key)

    def is_clinical(self, heading: Text) -> bool:
        """Whether a heading of the author's own names a further clinical section: Interactions."""
        also, phrase = self.names.beside.also, self.phrase(heading)
        named = phrase in also or any(name in also for name in self._phrasing.parted(phrase))
        return named or any(topic.name != WHOLE for topic in self.topics(heading))

    def topics(self, heading: Text) -> Topics:
        """What a heading of the author's own says that its section is about; none if unknown."""
        phrase, topic_of = self.phrase(heading), self.names.topic_of
        if topic := topic_of.get(phrase):
            return (Topic(topic, plain(heading)),)
        if phrase in self.names.beside.wholes or self._phrasing.is_product(phrase):
            return (Topic(WHOLE, plain(heading)),)
        parts = self._phrasing.parted(phrase)
        found = dict.fromkeys(filter(None, map(topic_of.get, parts)))
        known = all(part in topic_of or part in self.names.section_of for part in parts)
        if _CONTRAINDICATION in found and any(topic_of.get(part) not in found for part in parts):
            known, found = True, {**found, _CAUTION: None}  # "Contraindications and anything else"
        return tuple(Topic(each, plain(heading)) for each in found) if known else ()

    def phrase(self, heading: Text) -> str:
        """A heading in lower case, without its number, with ``it`` for the medicine."""
        start, end = unmarked(heading, self.names.beside.links)
        return self._phrasing.plainer(_unnumbered(without_wikilinks(plain(heading)[start:end])))

    @property
    def _phrasing(self) -> Phrasing:
        return phrasing((self.medicine, *self.called), self.names)

    def _section(self, alias: str) -> SectionHeading:
        key = self.names.section_of[alias]
        return SectionHeading(key, alias, self.names.of[key].index(alias))


def _unnumbered(words: str) -> str:
    """The words without a number in front, with usual spaces and apostrophes."""
    number = _NUMBER.match(words)
    words = words[number.end() :] if number else words
    return words.replace("\xa0", " ").replace("\u202f", " ").replace("’", "'")


def _forms(words: str, names: SectionNames) -> Iterator[re.Pattern[str]]:
    """The forms of a heading, each with the names that it begins or ends with.

    To compile them with all of the thousand names takes longer than to read a monograph.
    """
    folded = words.translate(_FOLDED)
    tail = folded.removesuffix(":").rstrip(whitespace)
    first, last = _by_letter(names)
    found = {name for name in first.get(folded[:1], ()) if folded.startswith(name)}
    found |= {name for name in last.get(tail[-1:], ()) if tail.endswith(name)}
    if "(generic name)" in folded or found:
        longest_first = tuple(sorted(found, key=lambda name: (-len(name), name)))
        yield from (_form(form, longest_first) for form in _FORMS)


@lru_cache(maxsize=16)
def _by_letter(names: SectionNames) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The names by their first letter, and by their last one."""
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for name in names.section_of:
        first.setdefault(name[0], []).append(name)
        last.setdefault(name[-1], []).append(name)
    return first, last


@lru_cache(maxsize=1000)
def _form(form: str, names: tuple[str, ...]) -> re.Pattern[str]:
    alias = "|".join(map(re.escape, names)) or "(?!)"
    return re.compile(form.replace("ALIAS", alias), re.I | re.A | re.DOTALL)


def is_mixed(topics: Topics) -> bool:
    """Whether a heading names contraindications and other topics: "Contraindications, cautions"."""
    names = {topic.name for topic in topics}
    return _CONTRAINDICATION in names and len(names) > 1


def names_component(text: str, medicine: str) -> bool:
    """Whether a text names the medicine, or one of the drugs that it is made of.

    It does if any of its longer words is, apart from the spelling, a word of the medicine's name.
    """
    return any(
        SequenceMatcher(None, word, name).ratio() >= _ALIKE
        for word in _long_words(text)
        for name in _long_words(medicine)
    )


def _long_words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W\d_]{4,}", text.lower())
