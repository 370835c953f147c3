"""The pinned font families: the only ones a document may use, the same on every machine.

Atkinson Hyperlegible sets everything it can. Source Sans 3 has the characters it lacks (Greek, most
superscripts, fractions); IBM Plex Sans Arabic and Hind set Arabic and Devanagari. All come from
Python packages, none from the machine.
"""

from dataclasses import dataclass
from importlib import import_module
from itertools import compress
from pathlib import Path

from leaflet.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Family:
    """A pinned family: its name, the package with its files, and the two files that are used."""

    name: str
    package: str
    regular: str
    bold: str

    def file(self, *, bold: bool = False) -> Path:
        """The font file of one weight."""
        return folder(self.package) / (self.bold if bold else self.regular)


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
"""The families, in fallback order."""

PINNED = tuple(family.name for family in FAMILIES)

_USED_STYLES = {"", "Regular", "Bold", "Italic", "BoldItalic"}
"""The part of a font's file name after the hyphen; a variable font has none."""


def files(*, used: bool = True) -> tuple[Path, ...]:
    """The font files that can show on a page, or those of weights that no style sheet asks for."""
    every = [file for family in FAMILIES for file in sorted(folder(family.package).iterdir())]
    styles = (file.stem.partition("[")[0].partition("-")[2] for file in every)
    return tuple(compress(every, ((style in _USED_STYLES) is used for style in styles)))


def folder(package: str) -> Path:
    """The folder with the files of a package. Raises SettingsError if it is not installed."""
    try:
        found: Path = import_module(package).ROOT / "files"
    except ImportError as error:
        message = f"a package of the pinned fonts is missing: {error}"
        raise SettingsError.of("no-fonts", message, hint="reinstall leaflet") from error
    return found
