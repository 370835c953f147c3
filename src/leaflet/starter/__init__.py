"""The files of a new project, and of a new monograph."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from leaflet import files
from leaflet.errors import SettingsError
from leaflet.starter.css import starter_style
from leaflet.starter.kind import folder_of, kind_files
from leaflet.starter.texts import SAMPLE, blank
from leaflet.starter.toml import project_file
from leaflet.theme.search_path import Theme

LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
  <!-- Replace this by your logo. Letters must be outlines (paths), not text. -->
  <rect x="1" y="1" width="118" height="38" rx="6" fill="none" stroke="#0b4759" stroke-width="2"/>
  <path d="M20 12v16M12 20h16" stroke="#0b4759" stroke-width="5"/>
</svg>
"""

README = """\
# Leaflets

Monographs in `content/`, printed by [leaflet](https://pypi.org/project/leaflet-press/):

    leaflet build        # everything in content/ into dist/
    leaflet check        # what could hurt someone, before it is printed
    leaflet new NAME     # a monograph to fill in
    leaflet config       # all settings, and which line sets each

- `leaflet.toml`: name, address, headings, disclaimer. Every key is in it, most of them as comments.
- `styles/house.css`: colours, sizes, margins, header and footer.
- `logo.svg`: replace it by yours, then uncomment `logo` in `leaflet.toml`.
- `templates/`, if you create it: a file there replaces the one of the same path that leaflet ships.
"""


def project_files() -> Mapping[str, str]:
    """The files of a new project by their paths in it."""
    return {
        "leaflet.toml": project_file(),
        "styles/house.css": starter_style(),
        "logo.svg": LOGO,
        "content/examplin.md": SAMPLE,
        "README.md": README,
    }


def begin_project(folder: Path) -> tuple[Path, ...]:
    """Write a new project into a folder and return its files.

    Raises SettingsError, and writes nothing, where one of its files is there already.
    """
    wanted = {folder / name: text for name, text in project_files().items()}
    _refuse_present(wanted)
    for file, text in wanted.items():
        files.write(file, text.encode())
    return tuple(wanted)


def begin_monograph(name: str, folder: Path) -> Path:
    """Write a monograph to fill in into a folder, in a file named after the medicine.

    Raises SettingsError where that file exists, or where the name gives no file name.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not stem:
        message = f'"{name}" gives no file name'
        raise SettingsError.of(
            "bad-name", message, hint="use letters a to z, or write the file yourself"
        )
    file = folder / f"{stem}.md"
    _refuse_present({file: ""})
    files.write(file, blank(name).encode())
    return file


def begin_kind(name: str, project: Path, source: str = "") -> tuple[Path, ...]:
    """Write the files of a new kind into a project and return them.

    Those of the kind ``source``, or commented ones for a short document. Raises SettingsError for a
    name that is none or is taken, for an unknown source, and where a file exists.
    """
    theme = Theme.of(project)
    folder = folder_of(name, project, theme)
    wanted = {folder / file: text for file, text in kind_files(name, source, theme).items()}
    _refuse_present(wanted)
    for file, text in wanted.items():
        files.write(file, text.encode())
    return tuple(wanted)


def _refuse_present(wanted: Mapping[Path, str]) -> None:
    present = [file for file in wanted if file.exists() or file.is_symlink()]
    if present:
        raise SettingsError.of(
            "already-there",
            "already exists and will not be overwritten",
            file=str(present[0]),
            hint="remove it, or choose another folder or name",
        )
