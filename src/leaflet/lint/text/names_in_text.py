"""Whether a text names the medicine of its title, or only one with a similar name."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from leaflet.lint.data.names import ALIKE, GENERAL, SALTS
from leaflet.lint.data.synonyms import SYNONYMS

_LONGEST_TITLE = 1_000
"""How many characters of a title are looked at; the longest of the 180 collected has 258."""

_LONGEST_NAME = 60
"""Longer names, in letters, are in the text as they are or not at all; the longest has 19."""

_ENDING = 5
"""Letters that the names of one class of medicines share at their end."""

_SEPARATOR = re.compile(r"\s*(?:\+|/|,|;|&|\band\b|\bwith\b|\bplus\b)\s*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SPELLINGS = (
    ("ph", "f"),
    ("th", "t"),
    ("rh", "r"),
    ("ae", "e"),
    ("oe", "e"),
    ("y", "i"),
    ("ks", "x"),
    ("ck", "k"),
    ("qu", "k"),
    ("z", "s"),
    ("c", "k"),
)
_SOFT = re.compile(r"c(?=[eiy])")


def components(title: str) -> tuple[tuple[str, ...], ...]:
    """The words that name each active ingredient: no salts, no general words.

    >>> components("Amlodipine Besylate + Olmesartan Medoxomil")
    (('amlodipine',), ('olmesartan',))
    """
    bare = re.sub(r"\([^)]*\)", " ", title[:_LONGEST_TITLE])
    parts = (
        tuple(w for w in _WORD.findall(part.lower()) if w not in SALTS and w not in GENERAL)
        for part in _SEPARATOR.split(bare)
    )
    return tuple(dict.fromkeys(words for words in parts if words))


class Vocabulary:
    """The words of a text, for looking up whether it names a medicine."""

    def __init__(self, lines: Iterable[str]) -> None:
        text = " ".join(lines).lower()
        self.counts = Counter(_TOKEN.findall(text))
        for token in tuple(self.counts):
            if "-" in token:
                self.counts.update(token.split("-"))
        self._text = text.replace("-", " ")
        self._keys = {spelling(word): word for word in self.counts if len(word) >= 4}
        self._by_length = _grouped(self._keys, len)
        longer = (o for o, _ in self.counts.most_common() if len(o) >= 7 and o not in SALTS)
        self._by_ending = _grouped(longer, lambda word: word[-_ENDING:])

    def names(self, word: str) -> bool:
        """Whether the text names the medicine of a word of the title, in any spelling."""
        return (
            spelling(word) in self._keys
            or any(self._contains(other) for other in synonyms(word))
            or self._misspells(word)
        )

    def _misspells(self, word: str) -> bool:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 (slow to import; printing needs none)
        from rapidfuzz.process import extract_iter  # noqa: PLC0415

        if len(word) > _LONGEST_NAME:
            return False
        key, most = spelling(word), _edits(word)
        lengths = range(len(key) - most, len(key) + most + 1)
        near = (each for length in lengths for each in self._by_length.get(length, ()))
        close = extract_iter(key, near, scorer=OSA.distance, score_cutoff=most)
        return any(_is_variant(word, self._keys[other]) for other, _, _ in close)

    def _contains(self, name: str) -> bool:
        return name in self.counts or f" {name.replace('-', ' ')} " in self._text

    def instead(self, word: str) -> str:
        """The medicine that the text may be about instead of the one that it never names."""
        near = sorted(alike(word) & self.counts.keys())
        same_ending = self._by_ending.get(word[-_ENDING:], ())
        near += [other for other in same_ending[:20] if _tail(word, other) >= _ENDING]
        return max(near, key=self.counts.__getitem__, default="")


def _grouped(words: Iterable[str], key: Callable[[str], Any]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = defaultdict(list)
    for word in words:
        found[key(word)].append(word)
    return found


def _tail(one: str, other: str) -> int:
    """How many final letters two words share; names of one class of medicines end in one stem."""
    return next((n for n in range(min(len(one), len(other))) if one[-n - 1] != other[-n - 1]), 0)


@lru_cache(65536)
def spelling(word: str) -> str:
    """The key that spelling variants of a word share: amoxycillin, amoxicillin → amoxisilin."""
    key = _SOFT.sub("s", word)
    for variant, plain in _SPELLINGS:
        key = key.replace(variant, plain)
    key = re.sub(r"(.)\1", r"\1", key)
    return re.sub(r"(?:es?|s|um|us|a)$", "", key) if len(key) > 6 else key


@lru_cache(1024)
def synonyms(word: str) -> frozenset[str]:
    """The other known names of a medicine."""
    return frozenset().union(*(group for group in SYNONYMS if word in group)) - {word}


@lru_cache(1024)
def alike(word: str) -> frozenset[str]:
    """Other medicines with names that look like this one."""
    return frozenset().union(*(group for group in ALIKE if word in group)) - {word}


def _is_variant(word: str, other: str) -> bool:
    """Whether a word of the text is the title's, misspelt: close, and no other known medicine."""
    if abs(len(word) - len(other)) > 2 or len(other) < 5 or other in alike(word):
        return False
    key, other_key = spelling(word), spelling(other)
    if word[0] != other[0] and key[0] != other_key[0]:
        return False
    return within_edits(key, other_key, _edits(word))


def _edits(word: str) -> int:
    """How many slips a misspelt name may have."""
    return 2 if len(word) >= 9 else 1


def within_edits(one: str, other: str, most: int) -> bool:
    """Whether ``most`` edits turn one word into the other.

    An edit changes, adds or removes a letter, or swaps two neighbours (optimal string alignment).
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (slow to import; printing does not need it)

    return OSA.distance(one, other, score_cutoff=most) <= most


def unnamed(title: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The parts of a medicine that a text never names.

    Each comes with the medicine that the text may be about instead, "" if none is likely.
    """
    vocabulary = Vocabulary(lines)
    if len(title) > _LONGEST_TITLE:
        yield f"all of {title[:40]}…", ""
    for words in components(title):
        pairs = [a + b for a, b in pairwise(words)]
        if not any(vocabulary.names(word) for word in (*words, *pairs)):
            yield " ".join(words), vocabulary.instead(max(words, key=len))
