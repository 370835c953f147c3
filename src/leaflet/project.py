"""The project file, ``leaflet.toml``: where it is, and what stands on which line of it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from leaflet import files
from leaflet.errors import SettingsError

NAME = "leaflet.toml"


@dataclass(frozen=True, slots=True)
class Given:
    """A value as the user gave it: under which dotted key (or variable), and where."""

    key: str
    value: object
    file: str = ""
    line: int = 0


def find(folder: Path) -> Path | None:
    """The project file of a folder: its own, or the nearest of the folders above it."""
    places = (each / NAME for each in (folder, *folder.parents))
    return next((place for place in places if place.is_file()), None)


def read(file: Path, name: str) -> tuple[Given, ...]:
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
        Given(".".join(filter(None, (table, key))), value, name, _line(text, table, key))
        for table, under in content.items()
        for key, value in (under.items() if isinstance(under, dict) else [("", under)])
    )


def _line(text: str, table: str, key: str) -> int:
    """The line on which a key of a table is written, or else the one that names the table.

    tomllib does not tell. A key may stand under its table's head, dotted, quoted, or be a head
    itself (``[print.disclaimer]``): what counts is the words before the equals sign.
    """
    wanted = [table, key] if key else [table]
    head: list[str] = []
    nearest = 0
    for number, line in enumerate(text.splitlines(), start=1):
        opens = re.match(r"\s*\[+([^\]]*)", line)
        words = re.findall(r"[^\s.\"']+", opens[1] if opens else line.partition("=")[0])
        head = words if opens else head
        at = words if opens else head + words
        if at[: len(wanted)] == wanted:
            return number
        if at[:1] == [table]:
            nearest = nearest or number
    return nearest
