"""What can be selected on the page: monographs by opaque names, kinds, styles and papers."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from leaflet import files
from leaflet.config.papers import NAMED
from leaflet.config.settings import Settings
from leaflet.edition.edition import EditionKey, design
from leaflet.errors import NothingMatched
from leaflet.preview.watch import Changes
from leaflet.sources import Found
from leaflet.theme.search_path import Theme

_MANY = 50
"""Simultaneous changes that are not examined one by one."""


_START = 2000
"""Bytes of a file in which its title is looked for."""

_TITLE = re.compile(r"---[ \t]*\r?\n(?:[^\n]*\n){0,20}?title:[ \t]*([\"']?)([^\n]+?)\1[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a page shows: a monograph by its opaque name, and how it is printed.

    ``since`` is what changes are marked against, one of ``changes.SINCE``.
    """

    monograph: str
    kind: str
    styles: tuple[str, ...]
    paper: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The monographs that were found, by opaque names.

    Names are looked up only here, so that no request can reach another file. ``paths`` are the
    real paths of the monographs.
    """

    found: Mapping[str, Found]
    paths: frozenset[Path]

    @classmethod
    def of(cls, found: Iterable[Found]) -> "Choices":
        """The choice between these monographs, in their order."""
        named = {_opaque_name(each): each for each in found}
        return cls(named, frozenset(real_paths(each.path for each in named.values())))

    def get(self, name: str) -> Found:
        """The monograph of that name. Raises NothingMatched if it does not exist any more."""
        if name not in self.found:
            raise NothingMatched.of(
                "no-such-monograph",
                "this monograph does not exist any more",
                hint="select another one, or restore the file",
            )
        return self.found[name]

    def is_outdated(self, changes: Changes) -> bool:
        """Whether a monograph may have been added or removed, not only rewritten."""
        return len(changes) > _MANY or any(
            moved and path.exists() != any(each.is_relative_to(path) for each in self.paths)
            for path, moved in changes.items()
        )

    def as_rows(self) -> list[dict[str, str]]:
        """The monographs as the page lists them: by the title of each, or else by its file."""
        split = ((name, each, each.subpath.rpartition("/")) for name, each in self.found.items())
        return [
            {"name": name, "title": _title(each.path) or stem, "file": stem, "folder": folder}
            for name, each, (folder, _, stem) in split
        ]


def _title(path: Path) -> str:
    """The title in the front matter of a file, if it is near the beginning, as a label."""
    try:
        start = files.read_start(path, _START)
    except OSError:
        return ""
    found = _TITLE.match(start.decode("utf-8-sig", "ignore"))
    return found[2].strip() if found else ""


def real_paths(paths: Iterable[Path]) -> set[Path]:
    """The paths with links to folders resolved, as watching reports them."""
    folders: dict[Path, Path] = {}
    for path in (paths := tuple(paths)):
        if path.parent not in folders:
            folders[path.parent] = Path(os.path.realpath(path.parent))
    return {folders[path.parent] / path.name for path in paths}


def print_options(settings: Settings) -> dict[str, Any]:
    """The kinds, styles and papers of a project, and those that are selected at first.

    Raises SettingsError if the theme cannot be read.
    """
    theme = Theme.of(settings.project)
    kinds = theme.kinds()
    first = next(iter(settings.kinds or kinds), "")
    return {
        "kinds": [
            {"name": name, "title": kind.title, "paper": settings.paper_for(name)}
            for name, kind in kinds.items()
        ],
        "styles": [name for name in theme.styles() if name != "default"],
        "papers": list(dict.fromkeys((*settings.papers, *theme.paper_files(), *NAMED))),
        "selected": {
            "kind": first,
            "styles": list(settings.styles),
            "paper": settings.paper_for(first),
        },
    }


def check_names(settings: Settings) -> None:
    """Raise SettingsError for a kind, style or paper of the settings that does not exist."""
    theme = Theme.of(settings.project)
    for kind in settings.kinds or theme.kinds():
        design(EditionKey(kind, settings.styles, settings.paper_for(kind)), theme, settings)


def _opaque_name(found: Found) -> str:
    return sha256(str(found.path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
