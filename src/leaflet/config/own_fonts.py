"""``[fonts]``: the families of a project's own, by name, each checked when it is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import Problem, fault, read_table
from leaflet.config.value_types import Text
from leaflet.diagnostics import Diagnostic
from leaflet.fonts.font_files import FontFiles

if TYPE_CHECKING:
    from leaflet.fonts.families import Family

TABLE = "fonts."


@dataclass(frozen=True, slots=True)
class _Row:
    """A family as a table."""

    regular: Text
    bold: Text = ""


def read_fonts(
    given: Iterable[RawSetting], project: Path
) -> tuple[Mapping[str, FontFiles], list[Diagnostic]]:
    """The families that settings name, and everything that is wrong with one of them."""
    given = [each for each in given if each.key.startswith(TABLE)]
    fonts, faults = dict[str, FontFiles](), list[Diagnostic]()
    for each in given:
        read = _read(each)
        if isinstance(read, FontFiles):
            fonts[each.key.removeprefix(TABLE)] = read
        else:
            faults += [fault("bad-font", found.message, each, found.hint) for found in read]
    for each in given:
        if font := fonts.get(name := each.key.removeprefix(TABLE)):
            faults += [
                fault("bad-font", message, each, hint, each.line_of(key))
                for key, message, hint in _problems(name, font, project)
            ]
    return fonts, faults


def _read(given: RawSetting) -> FontFiles | list[Problem]:
    if isinstance(given.value, str) and given.value:
        return FontFiles(given.value)
    row = read_table(given.value, _Row)
    if isinstance(row, _Row):
        return FontFiles(row.regular, row.bold)
    if isinstance(given.value, dict):
        return row
    message = f"{given.key} takes a file, or one for each weight"
    return [Problem((), message, 'write it like { regular = "a.ttf", bold = "b.ttf" }')]


def _problems(name: str, font: FontFiles, project: Path) -> Sequence[tuple[str, str, str]]:
    """What is wrong with a family: the key at fault, a message, a hint."""
    from leaflet.fonts import own  # noqa: PLC0415 - loads much, and few projects have fonts

    if found := list(own.problems(name, font, project)):
        return found
    try:
        own.load_family(name, font, project)
    except ValueError as reason:
        return [("regular", f'"{name}" cannot be used: {reason}', "")]
    return ()


def own_families(fonts: Mapping[str, FontFiles], project: Path) -> "tuple[Family, ...]":
    """The families of a project. Raises OSError for a file that cannot be read."""
    if not fonts:
        return ()
    from leaflet.fonts import own  # noqa: PLC0415 - as above

    return tuple(own.load_family(name, font, project) for name, font in fonts.items())
