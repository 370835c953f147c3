"""The name of a section that a heading was probably meant to be.

A hint must not change the meaning: "Contraindications" is like "indications", and says the
opposite. So only what looks like a slip of the pen counts: as many words, each with the same first
letter and nearly the same letters.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from leaflet.config.section_names import SectionNames
from leaflet.monograph.model import Text
from leaflet.monograph.structure.headings import Headings
from leaflet.section_key import SectionKey

_ALIKE = 0.84
"""How alike a word is to the one that it misspells."""
_RELATED = 0.5
"""How alike a heading is to a name that a reader may have thought of."""
_MOST = 2


def misspelt(heading: Text, headings: Headings) -> str:
    """The name of a section that a heading misspells, with the medicine's own name; else empty."""
    phrase = headings.phrase(heading)
    names = headings.names
    if phrase in names.section_of or phrase in names.topic_of:
        return ""
    return _shown(_nearest(phrase, names), headings)


def like(heading: Text, key: SectionKey, headings: Headings) -> tuple[str, ...]:
    """The names of one section that are most like a heading, with the medicine's own name."""
    names = headings.names.of[key]
    close = get_close_matches(headings.phrase(heading), names, n=_MOST, cutoff=_RELATED)
    return tuple(dict.fromkeys(_shown(name, headings) for name in close or names[:1]))


@lru_cache(maxsize=1024)  # of each label, for each kind of document
def _nearest(phrase: str, names: SectionNames) -> str:
    close = get_close_matches(phrase, _by_initials(names).get(_initials(phrase), ()), 5, _ALIKE)
    return next((name for name in close if _is_slip(phrase, name)), "")


def _initials(phrase: str) -> str:
    return "".join(word[0] for word in phrase.split())


@lru_cache(maxsize=16)
def _by_initials(names: SectionNames) -> Mapping[str, Sequence[str]]:
    """The names by the first letters of their words: only those that a slip may be of."""
    found: dict[str, list[str]] = {}
    for name in {**names.section_of, **names.topic_of}:
        found.setdefault(_initials(name), []).append(name)
    return found


def _is_slip(phrase: str, name: str) -> bool:
    pairs = zip(phrase.split(), name.split(), strict=True)
    return all(SequenceMatcher(None, word, other).ratio() >= _ALIKE for word, other in pairs)


def _shown(name: str, headings: Headings) -> str:
    """A name as an author writes it: ``it`` is how the table calls the medicine."""
    return re.sub(r"\bit\b", lambda _: headings.medicine, name)
