"""The pinned font families: the only ones of leaflet's, the same on every machine.

Atkinson Hyperlegible sets everything it can. Source Sans 3 has the characters it lacks (Greek,
Cyrillic, most superscripts, fractions), IBM Plex Sans Arabic and Hind set Arabic and Devanagari,
JetBrains Mono has a few signs. All come from Python packages, none from the machine.

Other scripts are set in families that an extra of leaflet installs. The engine opens the files of a
family only for a text that needs it. Their versions are pinned here: another one counts as missing,
so a page depends on the version of leaflet alone.
"""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import compress
from pathlib import Path

from leaflet.distributions import version
from leaflet.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Family:
    """A family: its name, the package with its files, and the two files that are used.

    One of a project's own has no package, and whole paths of files.

    ``shaped`` says that a glyph depends on its neighbours, ``right_to_left`` how its words run, and
    ``unspaced`` that its script has no spaces between words. An ``extra`` installs the package, of
    exactly this ``version``; without one leaflet requires it.
    """

    name: str
    package: str
    regular: str
    bold: str
    shaped: bool = False
    right_to_left: bool = False
    unspaced: bool = False
    extra: str = ""
    version: str = ""

    def file(self, *, bold: bool = False) -> Path:
        """The font file of one weight."""
        name = self.bold if bold else self.regular
        return folder(self.package) / name if self.package else Path(name)


def _variable(name: str, axes: str = "wght") -> tuple[str, str, str, str]:
    """Name, package and files of a family that is one variable font."""
    file = f"{name.replace(' ', '')}[{axes}].ttf"
    return name, f"fontpkg_{name.replace(' ', '_').lower()}", file, file


_REQUIRED = (
    Family(
        "Atkinson Hyperlegible",
        "fontpkg_atkinson_hyperlegible",
        "AtkinsonHyperlegible-Regular.ttf",
        "AtkinsonHyperlegible-Bold.ttf",
    ),
    Family(*_variable("Source Sans 3")),
    Family(
        "IBM Plex Sans Arabic",
        "fontpkg_ibm_plex_sans_arabic",
        "IBMPlexSansArabic-Regular.ttf",
        "IBMPlexSansArabic-Bold.ttf",
        shaped=True,
        right_to_left=True,
    ),
    Family("Hind", "fontpkg_hind", "Hind-Regular.ttf", "Hind-Bold.ttf", shaped=True),
    Family(*_variable("JetBrains Mono")),
)
"""The families that leaflet requires, in fallback order."""

EXTRAS = (
    Family(*_variable("Assistant"), shaped=True, right_to_left=True, extra="hebrew", version="3.0"),
    Family(
        *_variable("Noto Sans Thai", "wdth,wght"),
        shaped=True,
        unspaced=True,
        extra="thai",
        version="2.2",
    ),
    Family(
        "Hind Siliguri",
        "fontpkg_hind_siliguri",
        "HindSiliguri-Regular.ttf",
        "HindSiliguri-Bold.ttf",
        shaped=True,
        extra="bengali",
        version="1.1",
    ),
    Family(*_variable("Noto Sans Tamil", "wdth,wght"), shaped=True, extra="tamil", version="2.4"),
    Family(*_variable("Noto Sans Telugu", "wdth,wght"), shaped=True, extra="telugu", version="2.5"),
    Family(
        *_variable("Noto Sans Khmer", "wdth,wght"),
        shaped=True,
        unspaced=True,
        extra="khmer",
        version="2.4",
    ),
)
"""The families of extras, which follow them; each extra is called like its script."""


def _is_installed(family: Family) -> bool:
    try:
        return bool(find_spec(family.package)) and version(family.package) == family.version
    except ModuleNotFoundError:  # its files are there, but nobody has installed them
        return False


FAMILIES = (*_REQUIRED, *filter(_is_installed, EXTRAS))
"""The families on this machine, in fallback order."""

PINNED = tuple(family.name for family in FAMILIES)

_USED_STYLES = {"", "Regular", "Bold", "Italic", "BoldItalic"}
"""The part of a font's file name after the hyphen; a variable font has none."""


def files(*, used: bool = True, extras: bool = True) -> tuple[Path, ...]:
    """The font files that can show on a page, or those of weights that no style sheet asks for.

    Without ``extras`` they are those that leaflet requires.
    """
    families = FAMILIES if extras else _REQUIRED
    every = [file for family in families for file in sorted(folder(family.package).iterdir())]
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
