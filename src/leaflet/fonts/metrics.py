"""What the fonts of a document can show and how wide it is, without laying anything out."""

import re
import unicodedata
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leaflet import files
from leaflet.fonts.families import Family
from leaflet.fonts.in_use import FontSet, in_use

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_INVISIBLE = re.compile(
    "[\\t\\n\\r\\u00ad\\u061c\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f"
    "\\ufe00-\\ufe0f\\ufeff\\U000e0000-\\U000e0fff]"
)
"""Line ends, and the characters that Unicode calls default ignorable: they have no glyph."""

_BREAK_WITHIN_WORD = re.compile(r"(?<=[-/])(?=[^\W\d])")
"""Where the engine breaks a word that is too wide for a line, before it breaks it anywhere."""

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may end between words."""

_KERNING = 1.01
"""Kerning widens lines of real names by 0.8 % at most."""


@cache
def _font(file: Path) -> "TTFont":
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a run with nothing to print never needs it

    # From memory: forked worker processes would share the position of an open file.
    return TTFont(BytesIO(files.read(file)), lazy=True)


@cache
def _cmap(file: Path) -> dict[int, str]:
    cmap: dict[int, str] = _font(file).getBestCmap()
    return cmap


@cache
def _glyphs(file: Path, weight: int) -> Any:
    return _font(file).getGlyphSet(location={"wght": weight})


@cache
def glyph_ids(family: Family) -> dict[int, int]:
    """Code point → glyph number, for every character of a family."""
    font = _font(family.file())
    return {code: font.getGlyphID(name) for code, name in font.getBestCmap().items()}


@cache
def _advance(char: str, fonts: FontSet, *, bold: bool) -> float:
    """The width of one character, in em; 1 em for one that no font has."""
    for family in fonts.families:
        file = family.file(bold=bold)
        if glyph := _cmap(file).get(ord(char)):
            advance: float = _glyphs(file, 700 if bold else 400)[glyph].width
            return advance / int(_font(file)["head"].unitsPerEm)
    return 1.0


def uncovered(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that no font can show, sorted, each once.

    Spaces and invisible characters, such as a soft hyphen, need no glyph. Control characters other
    than tab and line end are reported.
    """
    fonts = in_use()
    return tuple(sorted(char for char in set(text) if not _is_covered(char, fonts)))


@lru_cache(maxsize=10_000)
def _is_covered(char: str, fonts: FontSet) -> bool:
    if _INVISIBLE.match(char) or unicodedata.category(char) in {"Zs", "Zp"}:
        return True
    if unicodedata.category(char) == "Cc":  # some fonts list them
        return False
    cmaps = (_cmap(family.file()) for family in fonts.families)  # each read when it is needed
    first = next(cmaps)
    # The shaper composes an accented letter from parts that the first font has.
    parts = unicodedata.normalize("NFD", char)
    in_first = ord(char) in first or all(ord(part) in first for part in parts)
    return in_first or any(ord(char) in cmap for cmap in cmaps)


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of ``text`` on one line, in the unit of ``size``; an upper bound."""
    return size * _width_in_em(text, bold, in_use())


@lru_cache(maxsize=50_000)
def _width_in_em(text: str, bold: bool, fonts: FontSet) -> float:
    """Kept, because estimates measure the same words in many columns."""
    return _KERNING * sum(_advance(char, fonts, bold=bold) for char in text)


def count_lines(
    text: str, size: float, measure: float, *, letter_space: float = 0, word_space: float = 0
) -> int:
    """How many lines ``text`` needs in a column of width ``measure``.

    Lines break between words. A word that is wider than the measure breaks after hyphens and
    slashes, and a part that is wider still breaks anywhere. ``letter_space`` and ``word_space`` are
    what a style adds to each letter and space. All lengths are in the unit of ``size``.
    """
    return _count_lines(text, size, measure, (letter_space, word_space), in_use())


@lru_cache(maxsize=5_000)
def _count_lines(
    text: str, size: float, measure: float, spaces: tuple[float, float], fonts: FontSet
) -> int:
    """Kept, because estimates measure the same text in each make-up that they try."""
    letter_space, word_space = spaces

    def needs(words: str) -> float:
        return size * _width_in_em(words, False, fonts) + letter_space * len(words)

    count, used, space = 1, 0.0, needs(" ") + word_space
    for word, width_in_em in _words(text, fonts):
        needed = size * width_in_em + letter_space * len(word)
        if needed <= measure:  # as most are: no part of it is asked for
            used = used + space + needed if used else needed
            if used > measure:
                count, used = count + 1, needed
            continue
        gap = space
        for part in _BREAK_WITHIN_WORD.split(word):
            needed = needs(part)
            if used and used + gap + needed > measure:
                count, used = count + 1, 0.0
            used += gap * (used > 0)
            for piece in [needed] if needed <= measure else map(needs, part):
                if used and used + piece > measure:
                    count, used = count + 1, 0.0
                used += piece
            gap = 0.0
    return count


@lru_cache(maxsize=5_000)
def _words(text: str, fonts: FontSet) -> tuple[tuple[str, float], ...]:
    """The words of a text, each with its width in em; kept, for columns of many widths."""
    words = filter(None, _SPACE.split(text))
    return tuple((word, _width_in_em(word, False, fonts)) for word in words)
