"""Reads the words of a document back from glyphs, in scripts whose letters change shape.

In such scripts a PDF maps each glyph only to the text that it was first used for, so its text
cannot be trusted. Here each word of the document is shaped again with the same fonts, and a row
of glyphs is read as the word with the same shape; without one it is unreadable. A script without
spaces, whose lines may end in a word, is read by clusters instead: a letter with its marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz

from leaflet import files
from leaflet.fonts.families import Family
from leaflet.fonts.in_use import FontSet, in_use
from leaflet.fonts.metrics import glyph_ids

UNREADABLE = "\ufffd"
"""Replaces glyphs that show no word of the document."""

_FORMAT_CHARACTERS = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]"
)
_LAST_UNSHAPED = "\u058f"
"""Latin, Greek, Cyrillic and Armenian letters come before this character."""

_WORD_JOINER = "\u2060"
"""No part of a word. Leaflet puts it into most documents, and to look for it reads all fonts."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font of a PDF: a family, regular or bold."""

    family: Family
    bold: bool

    @classmethod
    def of(cls, name: str) -> "Face | None":
        """The face with a name in a PDF, such as ``ABCDEF+Hind-Bold``; None if there is none."""
        bare = name.partition("+")[2].replace("-", "") or name
        named = [each for each in in_use().families if bare.startswith(each.name.replace(" ", ""))]
        # Hind Siliguri is not Hind.
        family = max(named, key=lambda each: len(each.name), default=None)
        return cls(family, "Bold" in bare) if family else None

    @property
    def shaped(self) -> bool:
        """Whether its words are shaped as a whole."""
        return self.family.shaped

    @property
    def right_to_left(self) -> bool:
        """Whether its words run from right to left."""
        return self.family.right_to_left


def needs_shaping(text: str) -> bool:
    """Whether any letter of a text is set in a font whose words are shaped as a whole."""
    letters = {char for char in set(text) - {_WORD_JOINER} if char > _LAST_UNSHAPED}
    return any(_family_of(char).shaped for char in letters)


class _Cluster(NamedTuple):
    """What a shaper never divides: a letter with its marks, or a ligature."""

    text: str
    glyphs: tuple[int, ...]


class Lexicon:
    """The words of one document, by their glyphs.

    ``texts`` is all that the document says, ``language`` its language tag.
    """

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._words: dict[tuple[Face, tuple[int, ...]], str] = {}
        self._longest: dict[Face, int] = {}
        self._letters: dict[Family, dict[int, str]] = {}
        words = {word for text in texts for word in _words(_FORMAT_CHARACTERS.sub("", text))}
        for word in sorted(words):
            family = _family_of(word[0])
            if family.shaped:
                for face in (Face(family, bold=False), Face(family, bold=True)):
                    self._add(face, word, _shape(face, word, language))
            else:
                known = self._letters.setdefault(family, {})
                known |= {_glyph(family, char): char for char in word}

    def read(self, face: Face, glyphs: Sequence[int]) -> str:
        """The text of glyphs, given from left to right, in reading order."""
        if not face.shaped:
            known = self._letters.get(face.family, {})
            other = characters(face.family)
            return "".join(known.get(glyph) or other.get(glyph, UNREADABLE) for glyph in glyphs)
        spaces = {_glyph(face.family, char) for char in " \u00a0"}
        words = [self._read(face, group) for group in _split(glyphs, spaces)]
        return " ".join(reversed(words) if face.right_to_left else words)

    def _add(self, face: Face, word: str, clusters: Sequence[_Cluster]) -> None:
        """Keep the glyphs of a word, or of each of its clusters."""
        if not face.family.unspaced:
            clusters = [_Cluster(word, tuple(glyph for each in clusters for glyph in each.glyphs))]
        for text, glyphs in clusters:
            self._words.setdefault((face, glyphs), text)
            self._longest[face] = max(self._longest.get(face, 0), len(glyphs))

    def _read(self, face: Face, glyphs: tuple[int, ...]) -> str:
        """The text of a word's glyphs: of all at once, or of as many as possible at a time."""
        if not face.family.unspaced:
            return self._words.get((face, glyphs), UNREADABLE) if glyphs else ""
        text, at = "", 0
        while at < len(glyphs):
            ends = range(min(at + self._longest.get(face, 0), len(glyphs)), at, -1)
            end = next((end for end in ends if (face, glyphs[at:end]) in self._words), 0)
            text += self._words[face, glyphs[at:end]] if end else UNREADABLE
            at = end or at + 1
        return text


def _words(text: str) -> Iterator[str]:
    """The parts of each word that one family sets."""
    for token in text.split():
        word, family = "", None
        for char in token:
            own = _family_of(char)
            if word and own is not family:
                yield word
                word = ""
            word, family = word + char, own
        yield word


def _split(glyphs: Sequence[int], spaces: set[int]) -> Iterator[tuple[int, ...]]:
    group: list[int] = []
    for glyph in glyphs:
        if glyph in spaces:
            yield tuple(group)
            group = []
        else:
            group.append(glyph)
    yield tuple(group)


def _family_of(char: str) -> Family:
    """The first family that has a character; the first of all if none has it."""
    return _first_of(char, in_use())


@cache
def _first_of(char: str, fonts: FontSet) -> Family:
    return next((f for f in fonts.families if ord(char) in glyph_ids(f)), fonts.families[0])


def _glyph(family: Family, char: str) -> int:
    return glyph_ids(family).get(ord(char), 0)


@cache
def characters(family: Family) -> dict[int, str]:
    """Glyph number → character, for every glyph of a family that has one."""
    return {glyph: chr(code) for code, glyph in glyph_ids(family).items()}


@cache
def _font(face: Face) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(files.read(face.family.file(bold=face.bold))))


def _shape(face: Face, word: str, language: str) -> list[_Cluster]:
    """The clusters of a word, from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.language = language
    buffer.direction = "rtl" if face.right_to_left else "ltr"
    uharfbuzz.shape(_font(face), buffer)
    glyphs: dict[int, list[int]] = {}
    for info in buffer.glyph_infos:
        glyphs.setdefault(info.cluster, []).append(info.codepoint)
    edges = [*sorted(glyphs), len(word)]
    texts = {start: word[start:end] for start, end in pairwise(edges)}
    return [_Cluster(texts[start], tuple(found)) for start, found in glyphs.items()]
