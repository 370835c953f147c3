"""The pinned fonts: the only ones a document may use, the same on every machine.

Atkinson Hyperlegible sets everything it can; Source Sans 3 stands in for the characters it lacks
(Greek, most superscripts, fractions), IBM Plex Sans Arabic and Hind set Arabic and Devanagari. All
come from packages, none from the machine.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leaflet.errors import SettingsError
from leaflet.files import read

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@dataclass(frozen=True, slots=True)
class Family:
    """A pinned family: its name, the package with its files, and the two that print."""

    name: str
    package: str
    regular: str
    bold: str


FAMILIES = (
    Family(
        "Atkinson Hyperlegible",
        "fontpkg_atkinson_hyperlegible",
        "AtkinsonHyperlegible-Regular.ttf",
        "AtkinsonHyperlegible-Bold.ttf",
    ),
    Family(
        "Source Sans 3", "fontpkg_source_sans_3", "SourceSans3[wght].ttf", "SourceSans3[wght].ttf"
    ),
    Family(
        "IBM Plex Sans Arabic",
        "fontpkg_ibm_plex_sans_arabic",
        "IBMPlexSansArabic-Regular.ttf",
        "IBMPlexSansArabic-Bold.ttf",
    ),
    Family("Hind", "fontpkg_hind", "Hind-Regular.ttf", "Hind-Bold.ttf"),
)
"""The families in the order in which a character is looked for."""

PINNED = tuple(family.name for family in FAMILIES)

_INVISIBLE = re.compile(
    "[\\t\\n\\r\\u00ad\\u061c\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f"
    "\\ufe00-\\ufe0f\\ufeff\\U000e0000-\\U000e0fff]"
)
"""Line ends, and what Unicode calls default ignorable: they are shown as nothing."""

_JOINT = re.compile(r"(?<=[-/])(?=[^\W\d])")
"""Where the engine ends a line within a word before it ends one anywhere."""

_KERNING = 1.01
"""Kerning widens no line of real names by more than 0.8 %."""


def files() -> tuple[Path, ...]:
    """The files of the pinned fonts that can show on a page."""
    return tuple(file for file in _shipped() if file not in idle())


def _shipped() -> Iterator[Path]:
    return (file for family in FAMILIES for file in sorted(folder(family.package).iterdir()))


def idle() -> tuple[Path, ...]:
    """The files of weights between and beyond those that print."""
    used = {"", "Regular", "Bold", "Italic", "BoldItalic"}
    return tuple(f for f in _shipped() if f.stem.partition("[")[0].partition("-")[2] not in used)


def folder(package: str) -> Path:
    """Where the files of a package are. Raises SettingsError where it is not installed."""
    try:
        found: Path = import_module(package).ROOT / "files"
    except ImportError as error:
        told, hint = f"a package of the pinned fonts is missing: {error}", "install leaflet anew"
        raise SettingsError.of("no-fonts", told, hint=hint) from error
    return found


@cache
def _face(package: str, name: str) -> "TTFont":
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a run with nothing to print never needs it

    # From memory: an open file would be shared, and torn, by the processes forked from this one.
    return TTFont(BytesIO(read(folder(package) / name)), lazy=True)


@cache
def _cmap(package: str, name: str) -> dict[int, str]:
    cmap: dict[int, str] = _face(package, name).getBestCmap()
    return cmap


@cache
def letters(family: Family) -> dict[int, int]:
    """The number of the glyph of each character that a family has."""
    font = _face(family.package, family.regular)
    return {code: font.getGlyphID(name) for code, name in font.getBestCmap().items()}


def file(family: Family, name: str) -> Path:
    """One of the files of a family."""
    return folder(family.package) / name


@cache
def _glyphs(package: str, name: str, weight: int) -> Any:
    return _face(package, name).getGlyphSet(location={"wght": weight})


def _faces(*, bold: bool) -> tuple[tuple[str, str], ...]:
    """The files a character is looked for in, in turn."""
    return tuple((f.package, f.bold if bold else f.regular) for f in FAMILIES)


@cache
def _advance(char: str, *, bold: bool) -> float:
    """The width of one character, in em; 1 em for one that no font has."""
    for package, name in _faces(bold=bold):
        if glyph := _cmap(package, name).get(ord(char)):
            advance: float = _glyphs(package, name, 700 if bold else 400)[glyph].width
            return advance / int(_face(package, name)["head"].unitsPerEm)
    return 1.0


def uncovered(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that no pinned font can show, sorted, each once.

    Space and what is not meant to be seen, such as a soft hyphen, needs no glyph; a control
    character other than tab and line end does, and has none.
    """
    return tuple(sorted(char for char in set(text) if not _shown(char)))


def _shown(char: str) -> bool:
    if _INVISIBLE.match(char) or unicodedata.category(char) in {"Zs", "Zp"}:
        return True
    if unicodedata.category(char) == "Cc":  # some fonts list them
        return False
    cmaps = [_cmap(package, name) for package, name in _faces(bold=False)]
    # The shaper puts an accented letter together from parts that the first font has.
    parts = unicodedata.normalize("NFD", char)
    return all(ord(part) in cmaps[0] for part in parts) or any(ord(char) in cmap for cmap in cmaps)


def width(text: str, size: float, bold: bool = False) -> float:
    """The width in points of ``text`` on one line, set in ``size`` points; never too little."""
    return _KERNING * size * sum(_advance(char, bold=bold) for char in text)


def lines(
    text: str, size: float, measure: float, *, letter_space: float = 0, word_space: float = 0
) -> int:
    """How many lines of ``measure`` points ``text`` needs, set in ``size`` points.

    Breaks between words; within a word that is wider than the measure after hyphens and slashes,
    and within what is wider still anywhere. ``letter_space`` and ``word_space`` are what a style
    adds to each, in points.
    """

    def needs(words: str) -> float:
        return width(words, size) + letter_space * len(words)

    count, used = 1, 0.0
    for word in text.split():
        gap = needs(" ") + word_space
        for part in [word] if needs(word) <= measure else _JOINT.split(word):
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
