"""The words of a heading as the table of names has them.

``How should I take Examplin?`` is ``how to take it``, ``Examplin's uses`` are ``uses``.
What differs between languages is in ``locale/LANGUAGE/sections.toml``, under ``[words]``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from leaflet.config.expression import Expression
from leaflet.config.section_names import SectionNames
from leaflet.section_key import SectionKey

_ENGLISH = (
    (re.compile(r"\b(?:should|do|can|must|does) (?:i|you|we|one)\b"), "to"),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r"\b(what|who|where|when|how)'s\b"), r"\1 is"),
    (re.compile(r"\b(you|they|we)'re\b"), r"\1 are"),
    (re.compile(r"\bcan't\b"), "cannot"),
    (re.compile(r"\b(do|does|is|are|should|must|could)n't\b"), r"\1 not"),
    (re.compile(r"\bit's (?=for|used|taken|given|not|about|made)"), "it is "),
)


_STRENGTH = r"[\d.,]+(?: ?[\w%µ]+(?:/[\d.]* ?\w+)?)?"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The ways to word the headings of one medicine."""

    names: SectionNames
    it: re.Pattern[str]
    """The medicine, by name or otherwise."""
    of_it: re.Pattern[str]
    """What says that a name is that of the medicine's section: ``of it``, ``it's``."""
    forms: re.Pattern[str]
    """The form of the medicine behind it, such as ``tablets``."""
    product: re.Pattern[str]
    """The medicine with strengths and forms, and nothing else."""
    joins: re.Pattern[str]
    people: tuple[Expression, ...]

    def plainer(self, words: str) -> str:
        """The words in lower case, with ``it`` for the medicine."""
        phrase = self.it.sub("it", " ".join(words.lower().split()).strip(" :?¿؟।!…"))
        for pattern, plainer in _ENGLISH:
            phrase = pattern.sub(plainer, phrase)
        return phrase

    def name_in(self, phrase: str) -> str:
        """The name of a section that a plainer phrase is another wording of; else empty."""
        section_of = self.names.section_of
        shorter = self.of_it.sub("", phrase)
        first, *others = self.parted(shorter)
        key = section_of.get(first)
        if not others or any(section_of.get(other) != key for other in others):
            first = ""
        return next((name for name in (phrase, shorter, first) if name in section_of), "")

    def without_form(self, phrase: str) -> tuple[str, str]:
        """The phrase without the form of the medicine, and that form."""
        found = self.forms.search(phrase)
        return (
            (phrase[: found.start(1)] + phrase[found.end() :], found[2]) if found else (phrase, "")
        )

    def is_product(self, phrase: str) -> bool:
        """Whether a plainer phrase is the full name of a product: ``it 5 mg coated tablets``."""
        return bool(self.product.fullmatch(phrase))

    def parted(self, phrase: str) -> Sequence[str]:
        """The names that a plainer phrase lists, at least one."""
        return [name for name in self.joins.split(self.of_it.sub("", phrase)) if name] or [""]

    def dose_of_people(self, phrase: str) -> str:
        """The name of the dose's section in ``adult dose`` or ``dose in children``; else empty."""
        if not any(map(phrase.__contains__, self.names.beside.people)):
            return ""
        found = next(filter(None, (each.fullmatch(phrase) for each in self.people)), None)
        return found["alias"] if found else ""


@lru_cache(maxsize=64)
def phrasing(called: tuple[str, ...], names: SectionNames) -> Phrasing:
    """The ways to word the headings of a medicine that is called by these names."""
    medicine = {part for name in called for part in _parts(" ".join(name.lower().split()))}
    words = _any((*medicine, *names.beside.medicine))
    return replace(_of_any_medicine(names), it=re.compile(rf"(?<!\w)(?:{words})(?!\w)"))


@lru_cache(maxsize=16)
def _of_any_medicine(names: SectionNames) -> Phrasing:
    """What is the same for all medicines: to compile it takes longer than to read a monograph."""
    beside = names.beside
    letters = [join for join in beside.joins if len(join) == 1 and not join.isascii()]
    joins = _any(join for join in beside.joins if join not in letters)
    people, whom = _any(beside.people), _any(beside.whom)
    several = rf"(?:{people})(?:(?:,? (?:{joins}) |, ?|/)(?:{people}))*"
    dose = _any(names.of.get(SectionKey.DOSAGE, ()))
    return Phrasing(
        names,
        re.compile("(?!)"),
        re.compile(rf" (?:{_any(beside.of)}) ?it$|^it ?(?:{_any(beside.of)}) (?=\w)"),
        re.compile(rf"(?<!\w)it( ({_any(beside.forms)}))(?!\w)"),
        re.compile(
            rf"it (?:{_STRENGTH},? ?(?:(?:{joins}) )?)+(?:[\w-]+ )?(?:{_any(beside.forms)})"
        ),
        re.compile(
            rf"\s*[/:]\s*|,\s*(?:(?:{joins})\s+)?|\s+(?:{joins})\s+|\s+(?:{_any(letters)})(?=\w)"
        ),
        (
            Expression(rf"(?:{several})[ :–—-]+(?:(?:{whom}) )?(?P<alias>{dose})", re.UNICODE),
            Expression(
                rf"(?P<alias>{dose})[ :–—-]*\(?(?:(?:{whom}) ?)?(?:{several})\)?", re.UNICODE
            ),
        ),
    )


def _parts(name: str) -> Iterator[str]:
    """A name, its components, and what it begins with, without strength or form."""
    words = name.split()
    parts = (" ".join(words[:number]) for number in range(1, len(words) + 1))
    yield from filter(None, (*parts, *re.split(r"\s*[+/,]\s*", name)))


def _any(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
