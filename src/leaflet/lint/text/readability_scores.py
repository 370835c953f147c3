"""How hard a text is to read, in numbers: school grades, sentences, passive voice.

The end of a line ends a sentence, so each item of a list is a sentence; otherwise a list would be
one very long sentence. A score is no proof that anyone understands the text; only readers can show
that.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=[)\"”']*\s)")
_ABBREVIATED = re.compile(r"(?:[A-Z]|\b(?:e\.g|i\.e|vs|Dr))\Z")
"""What a full stop may follow without ending the sentence."""
_VOWELS = re.compile(r"[aeiouy]+")
_HIATUS = re.compile(
    r"(?<![tcsgx])i[aou]|[tc]i(?:a(?=t)|en(?=[ct]e))|io(?=us\b)(?<=[^tcg]io)|ri[ae]|"
    r"(?<![qg])ua(?=[lt])|u(?:i[dt]|ou)|eo|\breac|rea(?=ct)|[dh]ea\b|rhea|iety"
    r"|(?<![tc])ie[nt](?=[tc])|ism\b"
)
"""Neighbouring vowels in two syllables, and an m that is a syllable."""
_SILENT = re.compile(
    r"(?<=[aeiouy][^aeiouyl])e(?:(?=ful|ness|ment|ly|ty|times?)|$)|(?<=[^aeiouyl])e$"
    r"|(?<=[aeiouy])le?$(?<=e)|(?<=[aeiouyrl])e(?=ful|ness|ment)"
    r"|(?<=[^aeiouytd])e(?=d$)|(?<=[^aeiouyscxzgh])e(?=s$)|(?<=ical)(?=ly$)|(?<=ic)a(?=lly$)"
)
"""Letters e that are silent, and the silent a of -ically."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+|also\s+|often\s+)*"
    r"(?!(?:need|indeed|exceed|red)\b)"
    r"(?:\w{2,}ed|given|taken|known|seen|done|made|shown|found|held|kept|left|begun"
    r"|driven|written)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ReadabilityScores:
    """How hard a text is to read.

    ``grade`` is the school grade of Flesch and Kincaid (US Navy, 1975). ``smog`` is the grade of
    McLaughlin (1969), which is only a rough estimate below 30 sentences.
    """

    words: int
    sentences: int
    grade: float
    smog: float


def measure(lines: Iterable[str], without: Iterable[str] = ()) -> ReadabilityScores | None:
    """Score lines of prose, not counting the words ``without``; None if no words are left."""
    left_out = frozenset(word.lower() for word in without)
    counts = [
        [number for word, number in sentence if word not in left_out]
        for line in lines
        for sentence in _counted(line)
    ]
    counts = [sentence for sentence in counts if sentence]
    words = sum(map(len, counts))
    if not words:
        return None
    total = sum(map(sum, counts))
    long_words = sum(1 for sentence in counts for number in sentence if number >= 3)
    return ReadabilityScores(
        words=words,
        sentences=len(counts),
        grade=0.39 * words / len(counts) + 11.8 * total / words - 15.59,
        smog=3.1291 + 1.043 * sqrt(long_words * 30 / len(counts)),
    )


@lru_cache(512)
def _counted(line: str) -> tuple[tuple[tuple[str, int], ...], ...]:
    """The sentences of a line, each as its words with their numbers of syllables."""
    return tuple(
        tuple((word, syllables(word)) for word in words_of(sentence.lower()))
        for _, sentence in sentences_of(line)
    )


def passive_share(sentences: Sequence[str]) -> float:
    """The share of the sentences in the passive voice, from 0 to 1."""
    return sum(1 for sentence in sentences if _PASSIVE.search(sentence)) / max(1, len(sentences))


@lru_cache(512)
def sentences_of(line: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a line, each with the index of its first character."""
    return tuple(_sentences(line))


def _sentences(line: str) -> Iterator[tuple[int, str]]:
    at = 0
    stops = [stop.span() for stop in _END.finditer(line)]
    ends = [end for start, end in stops if not _ABBREVIATED.search(line, max(0, start - 3), start)]
    for end in (*ends, len(line)):
        text = line[at:end]
        if _WORD.search(text):
            yield at + len(text) - len(text.lstrip()), text.strip()
        at = end


def words_of(sentence: str) -> list[str]:
    """The words of a sentence, without numbers."""
    return _WORD.findall(sentence)


@lru_cache(65536)
def syllables(word: str) -> int:
    """How many syllables an English word has, by its vowels; at least one.

    See docs/decisions/0006 on why no library counts them.

    >>> [syllables(word) for word in ("dose", "tablet", "medicine", "hypertension", "taken")]
    [1, 2, 3, 4, 2]
    """
    letters = _SILENT.sub("", re.sub(r"[^a-z]", "", word.lower()))
    return max(1, len(_VOWELS.findall(letters)) + len(_HIATUS.findall(letters)))
