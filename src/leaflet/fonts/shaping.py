"""Glyphs read as text: which words of a document a row of glyphs shows.

In scripts whose letters change with their neighbours, a PDF tells of each glyph only what it was
used for first, so its text cannot be trusted. Here each word is shaped anew with the pinned fonts,
and a row of glyphs is the word that is shaped like it, or it is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import uharfbuzz

from leaflet import files
from leaflet.fonts import families
from leaflet.fonts.families import FAMILIES, Family

UNREADABLE = "\ufffd"
"""Stands for glyphs that show no word of the document."""

_SHAPED = {"IBM Plex Sans Arabic": True, "Hind": False}
"""The families whose words are shaped as a whole, and whether they run from right to left."""

_STEERING = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]")
_LAST_UNSHAPED = "\u058f"
"""Latin, Greek, Cyrillic and Armenian stand up to here."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font of a PDF: a pinned family, regular or bold."""

    family: Family
    bold: bool

    @classmethod
    def of(cls, name: str) -> "Face | None":
        """The face that a PDF calls ``ABCDEF+Hind-Bold``; None for one that is not pinned."""
        bare = name.partition("+")[2].replace("-", "") or name
        for family in FAMILIES:
            if bare.startswith(family.name.replace(" ", "")):
                return cls(family, "Bold" in bare)
        return None

    @property
    def shaped(self) -> bool:
        """Whether its words are shaped as a whole."""
        return self.family.name in _SHAPED

    @property
    def right_to_left(self) -> bool:
        """Whether its words run from right to left."""
        return _SHAPED.get(self.family.name, False)


def needs_shaping(text: str) -> bool:
    """Whether any letter of a text is set in a font whose words are shaped as a whole."""
    letters = {char for char in text if char > _LAST_UNSHAPED}
    return any(_family_of(char).name in _SHAPED for char in letters)


class Lexicon:
    """The words of one document by their glyphs."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._language = language
        self._words: dict[tuple[Face, tuple[int, ...]], str] = {}
        self._letters: dict[Family, dict[int, str]] = {}
        for word in {word for text in texts for word in _words(_STEERING.sub("", text))}:
            family = _family_of(word[0])
            if family.name in _SHAPED:
                for bold in (False, True):
                    face = Face(family, bold)
                    self._words[face, _shape(face, word, language)] = word
            else:
                known = self._letters.setdefault(family, {})
                known |= {_glyph(family, char): char for char in word}

    def read(self, face: Face, glyphs: Sequence[int]) -> str:
        """The text of glyphs from left to right, in the order in which it is read."""
        if not face.shaped:
            return "".join(self._letter(face.family, glyph) for glyph in glyphs)
        spaces = {_glyph(face.family, char) for char in " \u00a0"}
        words = [self._word(face, group) for group in _split(glyphs, spaces)]
        return " ".join(reversed(words) if face.right_to_left else words)

    def _word(self, face: Face, glyphs: tuple[int, ...]) -> str:
        return self._words.get((face, glyphs), UNREADABLE) if glyphs else ""

    def _letter(self, family: Family, glyph: int) -> str:
        known = self._letters.get(family, {})
        return known.get(glyph) or letters(family).get(glyph, UNREADABLE)


def _words(text: str) -> Iterator[str]:
    """The stretches of a text that one family sets, without spaces."""
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


@cache
def _family_of(char: str) -> Family:
    """The first family that has a character; the first of all where none has it."""
    return next((f for f in FAMILIES if ord(char) in families.letters(f)), FAMILIES[0])


def _glyph(family: Family, char: str) -> int:
    return families.letters(family).get(ord(char), 0)


@cache
def letters(family: Family) -> dict[int, str]:
    """The character of each glyph that a family has for one."""
    return {glyph: chr(code) for code, glyph in families.letters(family).items()}


@cache
def _font(face: Face) -> uharfbuzz.Font:
    name = face.family.bold if face.bold else face.family.regular
    return uharfbuzz.Font(uharfbuzz.Face(files.read(families.file(face.family, name))))


def _shape(face: Face, word: str, language: str) -> tuple[int, ...]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.language = language
    buffer.direction = "rtl" if face.right_to_left else "ltr"
    uharfbuzz.shape(_font(face), buffer)
    return tuple(info.codepoint for info in buffer.glyph_infos)
