"""The pinned font families: the only ones a document may use, the same on every machine.

Atkinson Hyperlegible sets everything it can. Source Sans 3 has the characters it lacks (Greek, most
superscripts, fractions); IBM Plex Sans Arabic and Hind set Arabic and Devanagari. All come from
Python packages, none from the machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
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
"""The part of a file name after the hyphen; a variable font has none."""


def files() -> tuple[Path, ...]:
    """The font files that can show on a page."""
    return tuple(file for file in _all_files() if _is_used(file))


def unused_files() -> tuple[Path, ...]:
    """The font files of other weights, which no style sheet asks for."""
    return tuple(file for file in _all_files() if not _is_used(file))


def _all_files() -> Iterator[Path]:
    return (file for family in FAMILIES for file in sorted(folder(family.package).iterdir()))


def _is_used(file: Path) -> bool:
    return file.stem.partition("[")[0].partition("-")[2] in _USED_STYLES


def folder(package: str) -> Path:
    """The folder with the files of a package. Raises SettingsError if it is not installed."""
    try:
        found: Path = import_module(package).ROOT / "files"
    except ImportError as error:
        message = f"a package of the pinned fonts is missing: {error}"
        raise SettingsError.of("no-fonts", message, hint="reinstall leaflet") from error
    return found
