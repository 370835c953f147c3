"""What a page can choose: monographs by names that say nothing, kinds, styles and papers."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from leaflet.config.settings import Settings
from leaflet.errors import NothingMatched
from leaflet.files import Found
from leaflet.preview.watch import Changes
from leaflet.theme.search_path import Theme

_MANY = 50
"""Changes at once that are not looked at one by one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What one page looks at: a monograph by its opaque name, and how it is printed."""

    monograph: str
    kind: str
    styles: tuple[str, ...]
    paper: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The monographs that were found, by opaque names.

    A name is looked up here and nowhere else, so that no request can lead to another file.
    ``places`` is where they really are.
    """

    found: Mapping[str, Found]
    places: frozenset[Path]

    @classmethod
    def of(cls, found: Iterable[Found]) -> "Choices":
        """A shelf of these monographs, in their order."""
        named = {_name(each): each for each in found}
        return cls(named, frozenset(real_places(each.path for each in named.values())))

    def take(self, name: str) -> Found:
        """The monograph of that name. Raises NothingMatched where it is not, or no longer."""
        if name not in self.found:
            raise NothingMatched.of(
                "no-such-monograph",
                "this monograph is not there any more",
                hint="choose another one, or put the file back",
            )
        return self.found[name]

    def is_outdated(self, changes: Changes) -> bool:
        """Whether a monograph may have come or gone; one that was written anew has not."""
        return len(changes) > _MANY or any(
            moved and path.exists() != any(each.is_relative_to(path) for each in self.places)
            for path, moved in changes.items()
        )

    def as_rows(self) -> list[dict[str, str]]:
        """The monographs as the page lists them."""
        return [
            {"name": name, "title": each.place.name, "folder": "/".join(each.place.parts[:-1])}
            for name, each in self.found.items()
        ]


def real_places(paths: Iterable[Path]) -> set[Path]:
    """Where files are, whatever links lead to their folders: so a watch tells of them."""
    folders: dict[Path, Path] = {}
    for path in (paths := tuple(paths)):
        if path.parent not in folders:
            folders[path.parent] = Path(os.path.realpath(path.parent))
    return {folders[path.parent] / path.name for path in paths}


def options(settings: Settings) -> dict[str, Any]:
    """The kinds, styles and papers of a project, and which of them are chosen to begin with.

    Raises SettingsError where the theme cannot be read.
    """
    theme = Theme.of(settings.project)
    kinds = theme.kinds()
    return {
        "kinds": [{"name": name, "title": kind.title} for name, kind in kinds.items()],
        "styles": [name for name in theme.styles() if name != "default"],
        "papers": list(theme.papers()),
        "chosen": {
            "kind": next(iter(settings.kinds or kinds), ""),
            "styles": list(settings.styles),
            "paper": settings.paper,
        },
    }


def _name(found: Found) -> str:
    return sha256(str(found.path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
