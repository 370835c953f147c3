"""The name of a section that a heading was probably meant to be.

A hint must not change the meaning: "Contraindications" is like "indications", and says the
opposite. So only what looks like a slip of the pen counts: as many words, each with the same first
letter and nearly the same letters.
"""

import re
from difflib import SequenceMatcher, get_close_matches

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
    names = {**headings.names.section_of, **headings.names.topic_of}
    if phrase in names:
        return ""
    close = get_close_matches(phrase, names, n=5, cutoff=_ALIKE)
    return next((_shown(name, headings) for name in close if _is_slip(phrase, name)), "")


def like(heading: Text, key: SectionKey, headings: Headings) -> tuple[str, ...]:
    """The names of one section that are most like a heading, with the medicine's own name."""
    names = headings.names.of[key]
    close = get_close_matches(headings.phrase(heading), names, n=_MOST, cutoff=_RELATED)
    return tuple(dict.fromkeys(_shown(name, headings) for name in close or names[:1]))


def _is_slip(phrase: str, name: str) -> bool:
    words, known = phrase.split(), name.split()
    return len(words) == len(known) and all(
        word[0] == other[0] and SequenceMatcher(None, word, other).ratio() >= _ALIKE
        for word, other in zip(words, known, strict=True)
    )


def _shown(name: str, headings: Headings) -> str:
    """A name as an author writes it: ``it`` is how the table calls the medicine."""
    return re.sub(r"\bit\b", lambda _: headings.medicine, name)
