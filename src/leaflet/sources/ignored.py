"""Which files of a folder are no monographs: usual names, and the patterns of a project.

Patterns are those of ``.gitignore``. They are in ``[sources] ignore``, relative to the project, and
in files ``.leafletignore``, each relative to its folder. The last one that matches decides, and one
that begins with ``!`` takes even a file that leaflet itself would leave alone.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet import files
from leaflet.errors import SettingsError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE = ".leafletignore"

_LARGEST = 100_000
"""Bytes of such a file that are read at most."""

NO_MONOGRAPHS = frozenset(
    {
        *(
            "readme",
            "index",
            "_index",
            "license",
            "licence",
            "copying",
            "changelog",
            "contributing",
        ),
        *("code_of_conduct", "security", "authors", "notice", "todo", "404", "summary"),
        *("_sidebar", "_navbar", "_footer", "_coverpage"),
    }
)
"""Names of pages about a collection, up to the first dot: ``index.md``, ``README.de.md``."""

NO_CONTENT = frozenset(
    {
        *("node_modules", "bower_components", "__pycache__", "venv", "site-packages"),
        *("archetypes", "_drafts", "_includes", "_layouts", "_site"),
    }
)
"""Names of folders that hold programs, templates, drafts or results."""


Specs = Sequence[tuple[str, "GitIgnoreSpec"]]
"""Patterns, each with the folder that they are relative to, from the outermost inwards."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """What a project leaves out; ``patterns`` are relative to the folder ``project``."""

    project: Path = Path()
    patterns: tuple[str, ...] = ()
    _specs: dict[str, Specs] = field(default_factory=dict, compare=False)

    def leaves_out(self, path: str, source: Path) -> bool:
        """Whether a file below the folder ``source`` is no monograph.

        Raises SettingsError for a faulty pattern.
        """
        folder, name = os.path.split(path)
        ignored = name.partition(".")[0].lower() in NO_MONOGRAPHS
        if folder not in self._specs:
            self._specs[folder] = [*self._above(os.path.abspath(folder), os.path.abspath(source))]
        for above, spec in self._specs[folder]:
            found = spec.check_file(os.path.relpath(path, above)).include
            ignored = ignored if found is None else found
        return ignored

    def _above(self, folder: str, source: str) -> "Iterator[tuple[str, GitIgnoreSpec]]":
        """The patterns of a folder and of those above it, up to the project, else the source."""
        project = os.path.abspath(self.project)
        above = [folder, *map(str, Path(folder).parents)]
        outermost = project if project in above else source
        for each in reversed(above[: above.index(outermost) + 1]):
            own = self.patterns if each == project else ()
            file = Path(each, FILE)
            written = _lines(file)
            if spec := _compiled(own, "leaflet.toml", written, file):
                yield each, spec


def _lines(file: Path) -> Sequence[str]:
    if not files.is_regular(file):
        return ()
    return files.read_start(file, _LARGEST).decode("utf-8", "replace").splitlines()


def _compiled(
    own: Sequence[str], settings: str, written: Iterable[str], file: Path
) -> "GitIgnoreSpec | None":
    lines = [*((settings, 0, line) for line in own)]
    lines += [(str(file), number, line) for number, line in enumerate(written, 1)]
    if not lines:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 (slow to import; few projects need it)

    for name, number, line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError as error:
            raise SettingsError.of(
                "bad-pattern", f"{line!r} is no pattern of files", file=name, line=number
            ) from error
    return GitIgnoreSpec.from_lines(line for _, _, line in lines)
