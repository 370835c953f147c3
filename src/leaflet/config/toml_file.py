"""The project file, ``leaflet.toml``: where it is, and what stands on which line of it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from leaflet import files
from leaflet.errors import SettingsError

NAME = "leaflet.toml"


@dataclass(frozen=True, slots=True)
class RawSetting:
    """A value as the user gave it: under which dotted key (or variable), and where.

    Of a table ``lines`` tells where each of its keys stands; of a list of tables, where each of
    them begins, by its number.
    """

    key: str
    value: object
    file: str = ""
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def at(self, key: str) -> int:
        """The line of a key of the table that was given, or else that of the table."""
        return self.lines.get(key) or self.line


def find(folder: Path) -> Path | None:
    """The project file of a folder: its own, or the nearest of the folders above it."""
    places = (each / NAME for each in (folder, *folder.parents))
    return next((place for place in places if place.is_file()), None)


def read(file: Path, name: str) -> tuple[RawSetting, ...]:
    """Everything that a project file gives; ``name`` is how messages call it.

    Raises SettingsError where the file is not TOML.
    """
    try:
        text = files.read(file).decode("utf-8")
        content = tomllib.loads(text)
    except UnicodeDecodeError:
        raise SettingsError.of("bad-project-file", "is not UTF-8 text", file=name) from None
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"at line (\d+)", str(error))
        line = int(told[1]) if told else text.count("\n") + 1
        raise SettingsError.of("bad-project-file", str(error), file=name, line=line) from None
    return tuple(
        _given(text, (table, key) if key else (table,), value, name)
        for table, under in content.items()
        for key, value in (under.items() if isinstance(under, dict) else [("", under)])
    )


def _given(text: str, path: tuple[str, ...], value: object, file: str) -> RawSetting:
    below = {}
    if isinstance(value, dict):
        below = {key: _line(text, (*path, key)) for key in value}
    elif isinstance(value, list):
        heads = _heads(text, path)
        below = {str(number): line for number, line in enumerate(heads)}
    return RawSetting(".".join(path), value, file, _line(text, path), below)


def _heads(text: str, path: Sequence[str]) -> list[int]:
    """The lines on which the tables of a list begin: ``[[patient.part]]``."""
    return [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if line.lstrip().startswith("[[") and _words(line.strip(" []")) == list(path)
    ]


def _line(text: str, wanted: Sequence[str]) -> int:
    """The line on which a key of a table is written, or else the one that names the table.

    tomllib does not tell. A key may stand under its table's head, dotted, quoted, or be a head
    itself (``[print.disclaimer]``): what counts is the words before the equals sign.
    """
    head: list[str] = []
    nearest: dict[int, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        opens = re.match(r"\s*\[+([^\]]*)", line)
        words = _words(opens[1] if opens else line.partition("=")[0])
        head = words if opens else head
        at = words if opens else head + words
        if at[: len(wanted)] == [*wanted]:
            return number
        shared = next((n for n in range(len(wanted), 0, -1) if at[:n] == [*wanted[:n]]), 0)
        nearest.setdefault(shared, number)
    return nearest[max(nearest)] if nearest and max(nearest) else 0


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s.\"']+", text)
