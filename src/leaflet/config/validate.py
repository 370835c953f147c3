"""Tables of TOML and YAML as dataclasses: every problem of a table at once, each with its path.

The one way in which leaflet.toml, its added parts, kind.toml, environment variables and the front
matter are checked. The dataclass says which keys there are and of which types; see
docs/decisions/0005-one-validator.md.
"""

import re
import reprlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting, TomlPath
from leaflet.config.value_types import Tables, convert, from_text, words
from leaflet.diagnostics import Diagnostic

Known = Mapping[str, "Field[Any]"]
"""The settings that can be given in one way, by the name they have there."""

Row = TypeVar("Row")


def setting(key: str, about: str, default: Any, *, value_type: Any = None, **more: str) -> Any:
    """A dataclass field that a user may set under a key; ``about`` says what it is for.

    ``value_type`` is needed where it differs from the annotation. A default that is a class is
    called for each instance.
    """
    metadata = {"key": key, "about": about, "type": value_type, **more}
    if isinstance(default, type):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Validated:
    """A setting with a valid value: its field's name, its key in leaflet.toml, and its origin."""

    name: str
    key: str
    value: Any
    given: RawSetting

    @property
    def table(self) -> str:
        """The table that its key is in."""
        return self.key.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value of a table, and the path that leads to it."""

    path: TomlPath
    message: str
    hint: str = ""


def validate(
    given: Iterable[RawSetting], known: Known, base: Path
) -> Iterator[Validated | Diagnostic]:
    """Each setting with its value, paths being relative to ``base``, or what is wrong with it."""
    for each in given:
        if each.key not in known:
            message = f'there is no setting "{each.key}"'
            yield fault("unknown-setting", message, each, nearest(each.key, known))
            continue
        wanted = known[each.key]
        key = each.key if each.file else str(wanted.metadata["key"])
        value = _read_value(each.value, type_of(wanted), (each.key,), base)
        if isinstance(value, list):
            yield from (fault("bad-setting", found.message, each, found.hint) for found in value)
        else:
            yield Validated(wanted.name, key, value, each)


def type_of(wanted: "Field[Any]") -> Any:
    """The type of a setting."""
    return wanted.metadata["type"] or wanted.type


def variables(environ: Mapping[str, str], known: Known, prefix: str) -> Iterator[RawSetting]:
    """The settings of the environment; a variable nearly called like one is taken for it."""
    for name, text in environ.items():
        if name in known and text:
            yield RawSetting(name, from_text(text, type_of(known[name])))
        elif name.startswith(prefix) and name not in known:
            names = (each.removeprefix(prefix) for each in known)
            if get_close_matches(name.removeprefix(prefix), names, cutoff=0.75):
                yield RawSetting(name, text)


def read_table(
    data: object, table: type[Row], path: TomlPath = (), **given: Any
) -> Row | list[Problem]:
    """A dataclass from a table and from values ``given``, or all that is wrong with the table.

    A field is the key of its name, or of ``key`` in its metadata. Fields that are dataclasses, or
    tuples of them, are tables of their own.
    """
    if not isinstance(data, dict):
        return [_wrong(path, "a table", data)]
    schema: Any = table
    known = {key: each for key, each in _keys(schema).items() if key not in given}
    problems = [
        Problem((*path, key), f'unknown key "{key}"', nearest(key, known))
        for key in data
        if key not in known
    ]
    values = dict(given)
    for key, (wanted, value_type) in known.items():
        if key in data:
            value = _read_value(data[key], value_type, (*path, key))
            problems += value if isinstance(value, list) else []
            values[wanted.name] = value
        elif wanted.default is MISSING and wanted.default_factory is MISSING:
            problems.append(Problem(path, f'"{key}" is missing'))
    return problems or table(**values)


@lru_cache(maxsize=16)
def _keys(table: Any) -> "dict[str, tuple[Field[Any], Any]]":
    types = get_type_hints(table, include_extras=True)
    rows = (each for each in fields(table) if each.metadata.get("key") != "")
    return {each.metadata.get("key", each.name): (each, types[each.name]) for each in rows}


def _read_value(value: object, value_type: Any, path: TomlPath, base: Path = Path()) -> Any:
    """A value of the type, or the problems with it as a list."""
    types = (value_type, *get_args(value_type))
    row: Any = next((each for each in types if is_dataclass(each)), None)
    if row is None:
        return _convert(value, value_type, path, base)
    if ... not in types:
        return read_table(value, row, path)
    tables = _convert(value, Tables, path, base)
    if isinstance(tables, list):
        return tables
    rows = [read_table(table, row, (*path, number)) for number, table in enumerate(tables)]
    return _problems(rows) or tuple(rows)


def _convert(value: object, value_type: Any, path: TomlPath, base: Path) -> Any:
    """A value of the type, or the problems with each of its items, or else with itself."""
    try:
        return convert(value, value_type, base)
    except msgspec.ValidationError as error:
        items = _items(value, value_type)
        found = [_convert(item, inner, (*path, key), base) for key, item, inner in items]
        cause = error.__cause__
        reason = "" if isinstance(cause, msgspec.ValidationError) else str(cause or "")
        if get_origin(value_type) is Literal and isinstance(value, str):
            reason = nearest(value, get_args(value_type), all_of_them=False)
        return _problems(found) or [_wrong(path, words(value_type), value, reason)]


def _items(value: object, value_type: Any) -> Iterator[tuple[str | int, object, Any]]:
    """The keys or numbers of the items of a table or list, the items, and their type."""
    plain = get_args(value_type)[0] if get_origin(value_type) is Annotated else value_type
    if isinstance(value, dict) and get_origin(plain) is dict:
        yield from ((key, item, get_args(plain)[1]) for key, item in value.items())
    if isinstance(value, list) and get_origin(plain) is tuple:
        yield from ((number, item, get_args(plain)[0]) for number, item in enumerate(value))


def _problems(found: Iterable[object]) -> list[Problem]:
    return [problem for each in found if isinstance(each, list) for problem in each]


def _wrong(path: TomlPath, expected: str, value: object, reason: str = "") -> Problem:
    keys = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    name = re.sub(r"^\.|.*\]\.", "", keys) or "the file"
    try:
        quoted = reprlib.repr(value)
    except ValueError:  # Python does not print integers of more than 4300 digits
        quoted = "a number of thousands of digits"
    return Problem(path, f"{name} takes {expected}, not {quoted}", reason)


def fault(code: str, message: str, given: RawSetting, hint: str = "", line: int = 0) -> Diagnostic:
    """An error at the line of a setting."""
    return Diagnostic.error(code, message, given.file, line or given.line, hint=hint)
