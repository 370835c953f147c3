"""Reads the words of a document back from glyphs, in scripts whose letters change shape.

In such scripts a PDF maps each glyph only to the text that it was first used for, so its text
cannot be trusted. Here each word of the document is shaped again with the pinned fonts, and a row
of glyphs is read as the word with the same shape; without one it is unreadable.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import uharfbuzz

from leaflet import files
from leaflet.fonts.families import FAMILIES, Family
from leaflet.fonts.metrics import glyph_ids

UNREADABLE = "\ufffd"
"""Replaces glyphs that show no word of the document."""

_SHAPED = {"IBM Plex Sans Arabic": True, "Hind": False}
"""The families whose words are shaped as a whole → whether they run from right to left."""

_FORMAT_CHARACTERS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]")
_LAST_UNSHAPED = "\u058f"
"""Latin, Greek, Cyrillic and Armenian letters come before this character."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font of a PDF: a pinned family, regular or bold."""

    family: Family
    bold: bool

    @classmethod
    def of(cls, name: str) -> "Face | None":
        """The face with a name in a PDF, such as ``ABCDEF+Hind-Bold``; None if it is not pinned."""
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
    """The words of one document, by their glyphs.

    ``texts`` is all that the document says, ``language`` its language tag.
    """

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._words: dict[tuple[Face, tuple[int, ...]], str] = {}
        self._letters: dict[Family, dict[int, str]] = {}
        words = {word for text in texts for word in _words(_FORMAT_CHARACTERS.sub("", text))}
        for word in words:
            family = _family_of(word[0])
            if family.name in _SHAPED:
                for face in (Face(family, bold=False), Face(family, bold=True)):
                    self._words[face, _shape(face, word, language)] = word
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
        words = [
            self._words.get((face, group), UNREADABLE) if group else ""
            for group in _split(glyphs, spaces)
        ]
        return " ".join(reversed(words) if face.right_to_left else words)


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


@cache
def _family_of(char: str) -> Family:
    """The first family that has a character; the first of all if none has it."""
    return next((f for f in FAMILIES if ord(char) in glyph_ids(f)), FAMILIES[0])


def _glyph(family: Family, char: str) -> int:
    return glyph_ids(family).get(ord(char), 0)


@cache
def characters(family: Family) -> dict[int, str]:
    """Glyph number → character, for every glyph of a family that has one."""
    return {glyph: chr(code) for code, glyph in glyph_ids(family).items()}


@cache
def _font(face: Face) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(files.read(face.family.file(bold=face.bold))))


def _shape(face: Face, word: str, language: str) -> tuple[int, ...]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.language = language
    buffer.direction = "rtl" if face.right_to_left else "ltr"
    uharfbuzz.shape(_font(face), buffer)
    return tuple(info.codepoint for info in buffer.glyph_infos)
