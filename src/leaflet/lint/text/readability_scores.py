"""How hard a text is to read, in numbers: grades, long sentences, passive voice.

Every line of a monograph ends a sentence, so that a list is as many sentences as it has items:
without that rule lists would seem the hardest text of all. A score is no proof that anybody
understands the text; only readers can tell that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=[)\"”']*\s)")
_SHORT = re.compile(r"(?:[A-Z]|\b(?:e\.g|i\.e|vs|Dr))\Z")
"""What a full stop may follow without ending the sentence."""
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"(?<![tcsgx])i[aou]|[tc]i(?:a(?=t)|en(?=[ct]e))|io(?=us\b)(?<=[^tcg]io)|ri[ae]|"
    r"(?<![qg])ua(?=[lt])|u(?:i[dt]|ou)|eo|\breac|rea(?=ct)|[dh]ea\b|rhea|iety"
    r"|(?<![tc])ie[nt](?=[tc])|ism\b"
)
"""Neighbouring vowels that are spoken apart, and an m that is a syllable."""
_SILENT = re.compile(
    r"(?<=[aeiouy][^aeiouyl])e(?:(?=ful|ness|ment|ly|ty|times?)|$)|(?<=[^aeiouyl])e$"
    r"|(?<=[aeiouy])le?$(?<=e)|(?<=[aeiouyrl])e(?=ful|ness|ment)"
    r"|(?<=[^aeiouytd])e(?=d$)|(?<=[^aeiouyscxzgh])e(?=s$)|(?<=ical)(?=ly$)|(?<=ic)a(?=lly$)"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+|also\s+|often\s+)*"
    r"(?!(?:need|indeed|exceed|red)\b)"
    r"(?:\w{2,}ed|given|taken|known|seen|done|made|shown|found|held|kept|left|begun"
    r"|driven|written)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text asks of its readers.

    ``grade`` is the school grade of Flesch and Kincaid (Navy, 1975), ``smog`` that of McLaughlin
    (1969), which is rough below 30 sentences.
    """

    words: int
    sentences: int
    grade: float
    smog: float


def measure(lines: Iterable[str], without: Iterable[str] = ()) -> Reading | None:
    """Measure lines of prose, leaving out the words ``without``; None where there are no words."""
    left_out = frozenset(word.lower() for word in without)
    counted = [
        [beats for word, beats in said if word not in left_out]
        for line in lines
        for said in _spoken(line)
    ]
    counted = [words for words in counted if words]
    number = sum(map(len, counted))
    if not number:
        return None
    spoken = sum(map(sum, counted))
    long_words = sum(1 for words in counted for beats in words if beats >= 3)
    return Reading(
        words=number,
        sentences=len(counted),
        grade=0.39 * number / len(counted) + 11.8 * spoken / number - 15.59,
        smog=3.1291 + 1.043 * sqrt(long_words * 30 / len(counted)),
    )


@lru_cache(512)
def _spoken(line: str) -> tuple[tuple[tuple[str, int], ...], ...]:
    """The sentences of a line, each as its words with their syllables."""
    return tuple(
        tuple((word, syllables(word)) for word in words_of(said.lower()))
        for _, said in sentences_of(line)
    )


def passive_share(sentences: Sequence[str]) -> float:
    """The share of the sentences in the passive voice, from 0 to 1."""
    return sum(1 for said in sentences if _PASSIVE.search(said)) / max(1, len(sentences))


@lru_cache(512)
def sentences_of(line: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a line, each with the place of its first character."""
    return tuple(_sentences(line))


def _sentences(line: str) -> Iterator[tuple[int, str]]:
    at = 0
    stops = [stop.span() for stop in _END.finditer(line)]
    ends = [end for start, end in stops if not _SHORT.search(line, max(0, start - 3), start)]
    for end in (*ends, len(line)):
        said = line[at:end]
        if _WORD.search(said):
            yield at + len(said) - len(said.lstrip()), said.strip()
        at = end


def words_of(sentence: str) -> list[str]:
    """The words of a sentence, without numbers."""
    return _WORD.findall(sentence)


@lru_cache(65536)
def syllables(word: str) -> int:
    """How many syllables an English word has, told from its vowels; at least one.

    >>> [syllables(word) for word in ("dose", "tablet", "medicine", "hypertension", "taken")]
    [1, 2, 3, 4, 2]
    """
    bare = re.sub(r"[^a-z]", "", word.lower())
    spoken = _SILENT.sub("", bare)
    return max(1, len(_VOWELS.findall(spoken)) + len(_APART.findall(spoken)))
