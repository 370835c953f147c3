"""The project file, ``leaflet.toml``: where it is, its settings, and the line of each."""

import marshal
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leaflet import files
from leaflet.cache.compiled import CompiledCache
from leaflet.errors import SettingsError

NAME = "leaflet.toml"

KEPT = CompiledCache("toml", "1", most=200)
"""The content of files by their bytes: a first document needs a dozen of leaflet's own."""

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
    data = files.read(file)
    content = parse(data, name, "bad-project-file")
    lines = lines_of(data.decode())
    return tuple(
        _setting((table, key) if key else (table,), value, name, lines)
        for table, under in content.items()
        for key, value in (under.items() if isinstance(under, dict) else [("", under)])
    )


def parse(data: bytes, name: str, code: str) -> dict[str, Any]:
    """The content of a TOML file.

    Raises SettingsError with the ``code``, and the line, where it is not TOML.
    """
    kept = KEPT.get(data)
    if kept is not None:
        same: dict[str, Any] = marshal.loads(kept)  # noqa: S302 - this user's leaflet wrote it
        return same
    try:
        content = tomllib.loads(data.decode())
        with suppress(ValueError):  # dates are not kept
            KEPT.put(data, marshal.dumps(content))
        return content
    except UnicodeDecodeError:
        raise SettingsError.of(code, "is not UTF-8 text", file=name) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        *_, (unfinished, _, _) = _statements(data.decode().split("\n"))
        line = int(at[1]) if at else unfinished + 1
        raise SettingsError.of(code, str(error), file=name, line=line) from None


def _setting(
    path: tuple[str, ...], value: object, file: str, lines: Mapping[TomlPath, int]
) -> RawSetting:
    below = {at[len(path) :]: line for at, line in lines.items() if at[: len(path)] == path}
    return RawSetting(".".join(path), value, file, below.pop((), 0), below)


def lines_of(text: str) -> dict[TomlPath, int]:
    """The line of each key, table and list item of a valid TOML text, by its path.

    tomllib does not report lines. But a statement is the shortest run of lines that it accepts,
    so the text is parsed again, one statement after the other.
    """
    lines = text.split("\n")
    found: dict[TomlPath, int] = {}
    numbers: dict[TomlPath, int] = {}
    table: TomlPath = ()
    for start, stop, content in _statements(lines):
        below: dict[TomlPath, int] = {}
        if lines[start].lstrip().startswith("["):
            table = _table(content, numbers)
            below[()] = start
        else:
            items = _item_lines(lines, start, stop)
            for path in _paths(content):
                number = next((key for key in path if isinstance(key, int)), -1)
                below[path] = items.get(number, start)
        for path, line in below.items():
            whole = (*table, *path)
            for length in range(1, len(whole) + 1):
                found.setdefault(whole[:length], line + 1)
    return found


def _statements(lines: Sequence[str]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """The first line of each statement, counted from 0, the line after it, and its content.

    One that never ends has no content.
    """
    start = 0
    while start < len(lines):
        content, stop = {}, len(lines)
        for end in range(start + 1, len(lines) + 1):
            with suppress(tomllib.TOMLDecodeError):
                content, stop = tomllib.loads("\n".join(lines[start:end])), end
                break
        yield start, stop, content
        start = stop


def _table(header: dict[str, Any], numbers: dict[TomlPath, int]) -> TomlPath:
    """The path of the table that a header opens.

    ``numbers`` holds the number of the last table in each list of tables so far.
    """
    path: TomlPath = ()
    while header:
        [(key, header)] = header.items()
        path += (key,)
        if isinstance(header, list):
            numbers[path] = numbers.get(path, -1) + 1
            header = header[0]
        if path in numbers:
            path += (numbers[path],)
    return path


def _item_lines(lines: Sequence[str], start: int, stop: int) -> dict[int, int]:
    """The line of each item of a list that a statement of several lines holds.

    Up to the end of any item, and with a bracket added, it is a shorter list.
    """
    found: dict[int, int] = {}
    first = start
    for end in range(start + 1, stop + 1) if stop > start + 1 else ():
        with suppress(tomllib.TOMLDecodeError):
            value: Any = tomllib.loads("\n".join([*lines[start:end], "]" * (end < stop)]))
            while isinstance(value, dict) and value:
                value = next(iter(value.values()))
            for number in range(len(found), len(value) if isinstance(value, list) else 0):
                found[number] = first
            first = end
    return found


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
