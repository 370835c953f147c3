"""The words of a heading → as the table of names has them: ``how should I take Examplin?`` → ``how to
take it``.

What differs between languages is in ``locale/LANGUAGE/sections.toml``, under ``[words]``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leaflet.config.section_names import SectionNames
from leaflet.section_key import SectionKey

_ENGLISH = (
    (re.compile(r"\b(?:should|do|can|must|does) (?:i|you|we|one)\b"), "to"),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r"\bwhat's\b"), "what is"),
)
_STRENGTH = r"(?: \d[\w.,/%]*(?: ?(?:mg|g|mcg|µg|ml|iu|%)(?:/ ?\w+)?)?)?"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The ways to word the headings of one medicine."""

    names: SectionNames
    it: re.Pattern[str]
    """The medicine, by name or otherwise, perhaps with strength and form."""
    of_it: re.Pattern[str]
    """What says that a name is that of the medicine's section: ``of it``, ``it's``."""
    joins: re.Pattern[str]
    people: tuple[re.Pattern[str], ...]

    def variants(self, words: str) -> Iterator[str]:
        """The plainer wordings of a heading, one of which may be a name of a section."""
        phrase = self._plainer(words)
        yield phrase
        shorter = self.of_it.sub("", phrase)
        yield shorter
        section_of = self.names.section_of
        first, *others = self.parted(shorter)
        if others and all(section_of.get(each) == section_of.get(first) for each in others):
            yield first

    def parted(self, words: str) -> Sequence[str]:
        """The names that a heading lists."""
        return [
            each for each in self.joins.split(self.of_it.sub("", self._plainer(words))) if each
        ] or [""]

    def dose_of_people(self, phrase: str) -> str:
        """The name of the dose's section in ``adult dose`` or ``dose in children``; else empty."""
        found = next(filter(None, (each.fullmatch(phrase) for each in self.people)), None)
        return found["alias"] if found else ""

    def _plainer(self, words: str) -> str:
        phrase = self.it.sub("it", " ".join(words.lower().split()).strip(" :?؟।!…"))
        for pattern, plainer in _ENGLISH:
            phrase = pattern.sub(plainer, phrase)
        return phrase


@lru_cache(maxsize=64)
def phrasing(called: tuple[str, ...], names: SectionNames) -> Phrasing:
    """The ways to word the headings of a medicine that is called by these names."""
    beside = names.beside
    medicine = {part for name in called for part in _parts(name.lower())}
    it = f"(?:{_any((*medicine, *beside.medicine))}){_STRENGTH}(?: (?:{_any(beside.forms)}))?"
    joined = [each for each in beside.joins if len(each) == 1 and not each.isascii()]
    joins = [each for each in beside.joins if each not in joined]
    people = _any(beside.people)
    several = rf"(?:{people})(?:(?:,? (?:{_any(joins)}) |, ?|/)(?:{people}))*"
    whom, dose = _any(beside.whom), _any(names.of.get(SectionKey.DOSAGE, ()))
    return Phrasing(
        names,
        re.compile(rf"(?<!\w)(?:{it})(?!\w)"),
        re.compile(rf" (?:{_any(beside.of)}) ?it$|^it ?(?:{_any(beside.of)}) (?=\w)"),
        re.compile(
            rf"\s*[/:]\s*|,\s*(?:(?:{_any(joins)})\s+)?|\s+(?:{_any(joins)})\s+"
            rf"|\s+(?:{_any(joined)})(?=\w)"
        ),
        (
            re.compile(rf"(?:{several})[ :–—-]+(?:(?:{whom}) )?(?P<alias>{dose})"),
            re.compile(rf"(?P<alias>{dose})[ :–—-]*\(?(?:(?:{whom}) ?)?(?:{several})\)?"),
        ),
    )


def _parts(name: str) -> Iterator[str]:
    """A name, its components and its first word."""
    yield from filter(None, (name, *re.split(r"\s*[+/,]\s*", name), *name.split()[:1]))


def _any(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
