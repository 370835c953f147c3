"""The project file, ``leaflet.toml``: where it is, its settings, and the line of each."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leaflet import files
from leaflet.errors import SettingsError

NAME = "leaflet.toml"

TomlPath = tuple[str | int, ...]
"""The keys, and numbers of list items, that lead to a value."""


@dataclass(frozen=True, slots=True)
class RawSetting:
    """A value as the user gave it: its dotted key (or variable), and where.

    ``lines`` holds the line of each value below it, by the rest of its path, such as
    ``(0, "heading")``.
    """

    key: str
    value: object
    file: str = ""
    line: int = 0
    lines: Mapping[TomlPath, int] = field(default_factory=dict)

    def line_of(self, *path: str | int) -> int:
        """The line of a value below this one, or of the nearest value above it."""
        starts = (path[:length] for length in range(len(path), 0, -1))
        return next((self.lines[start] for start in starts if start in self.lines), self.line)


def find(folder: Path) -> Path | None:
    """The project file of a folder: its own, or the nearest of the folders above it."""
    candidates = (each / NAME for each in (folder, *folder.parents))
    return next((file for file in candidates if file.is_file()), None)


def read(file: Path, name: str) -> tuple[RawSetting, ...]:
    """All settings of a project file; ``name`` is its name in messages.

    Raises SettingsError where the file is not TOML.
    """
    content, lines = parse(files.read(file), name, "bad-project-file")
    return tuple(
        _setting((table, key) if key else (table,), value, name, lines)
        for table, under in content.items()
        for key, value in (under.items() if isinstance(under, dict) else [("", under)])
    )


def parse(data: bytes, name: str, code: str) -> tuple[dict[str, Any], Mapping[TomlPath, int]]:
    """The content of a TOML file, and the line of each of its keys and tables by its path.

    Raises SettingsError with the ``code``, and the line, where it is not TOML.
    """
    try:
        text = data.decode("utf-8")
        return tomllib.loads(text), lines_of(text)
    except UnicodeDecodeError:
        raise SettingsError.of(code, "is not UTF-8 text", file=name) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise SettingsError.of(code, str(error), file=name, line=line) from None


def _setting(
    path: tuple[str, ...], value: object, file: str, lines: Mapping[TomlPath, int]
) -> RawSetting:
    below = {at[len(path) :]: line for at, line in lines.items() if at[: len(path)] == path}
    return RawSetting(".".join(path), value, file, below.pop((), 0), below)


def lines_of(text: str) -> dict[TomlPath, int]:
    """The line of each key and table of a TOML text, by its path.

    tomllib does not report lines. But a statement is the shortest run of lines that it accepts,
    so the text is parsed again, one statement after the other.
    """
    lines = text.split("\n")
    found: dict[TomlPath, int] = {}
    lengths: Counter[TomlPath] = Counter()
    table: TomlPath = ()
    start = 0
    while start < len(lines):
        content, stop = _statement(lines, start)
        paths = [*_paths(content)]
        if lines[start].lstrip().startswith("["):
            keys = tuple(key for key in paths[-1] if isinstance(key, str))
            lengths[keys] += keys != paths[-1]
            table = _numbered(keys, lengths)
            paths = [()]
        for path in paths:
            whole = (*table, *path)
            for length in range(1, len(whole) + 1):
                found.setdefault(whole[:length], start + 1)
        start = stop
    return found


def _statement(lines: Sequence[str], start: int) -> tuple[dict[str, Any], int]:
    """The statement that begins at a line, parsed, and the line after it."""
    for stop in range(start + 1, len(lines) + 1):
        with suppress(tomllib.TOMLDecodeError):
            return tomllib.loads("\n".join(lines[start:stop])), stop
    return {}, len(lines)


def _paths(value: object) -> Iterator[TomlPath]:
    """The paths of all that lies within a value, outer ones first."""
    pairs: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        yield (key,)
        yield from ((key, *path) for path in _paths(inner))


def _numbered(keys: tuple[str, ...], lengths: Mapping[TomlPath, int]) -> TomlPath:
    """The path that a header's keys lead to: in a list of tables, they mean its last one."""
    path: list[str | int] = []
    for end, key in enumerate(keys, start=1):
        path.append(key)
        if length := lengths.get(keys[:end]):
            path.append(length - 1)
    return tuple(path)
