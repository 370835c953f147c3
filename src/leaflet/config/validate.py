"""Tables of TOML as dataclasses: every problem of a table at once, each with its path.

The one way in which leaflet.toml, its added parts and kind.toml are checked. The dataclass says
which keys there are and of which types; see docs/decisions/0005.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting, TomlPath
from leaflet.config.value_types import Tables, convert, from_text, words
from leaflet.diagnostics import Diagnostic

Known = Mapping[str, "Field[Any]"]
"""The settings that can be given in one way, by the name they have there."""

Row = TypeVar("Row")


def setting(key: str, about: str, default: Any, *, form: Any = None, **more: str) -> Any:
    """A dataclass field that a user may set under a key; ``about`` says what it is for.

    ``form`` is its type where the annotation does not say enough. A default that is a class is
    called for each instance.
    """
    metadata = {"key": key, "about": about, "form": form, **more}
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
        """The table that its key stands in."""
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
            yield unknown(each, known)
            continue
        wanted = known[each.key]
        key = each.key if each.file else str(wanted.metadata["key"])
        try:
            yield Validated(wanted.name, key, convert(each.value, type_of(wanted), base), each)
        except msgspec.ValidationError as error:
            message = _mismatch(each.key, each.value, type_of(wanted), error)
            yield fault("bad-setting", message, each)


def type_of(wanted: "Field[Any]") -> Any:
    """The type of a setting."""
    return wanted.metadata["form"] or wanted.type


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
    data: object, form: type[Row], path: TomlPath = (), **given: Any
) -> Row | list[Problem]:
    """A dataclass from a table and from values ``given``, or all that is wrong with the table.

    A field is the key of its name, or of ``key`` in its metadata. Fields that are dataclasses, or
    tuples of them, are tables of their own.
    """
    if not isinstance(data, dict):
        return [Problem(path, f"must be a table, not {data!r}")]
    table: Any = form
    known = {key: each for key, each in _keys(table).items() if key not in given}
    problems = [
        Problem((*path, key), f'unknown key "{key}"', nearest(key, known))
        for key in data
        if key not in known
    ]
    values = dict(given)
    for key, (wanted, inner) in known.items():
        if key in data:
            value = _read_value(data[key], inner, (*path, key))
            problems += value if isinstance(value, list) else []
            values[wanted.name] = value
        elif wanted.default is MISSING and wanted.default_factory is MISSING:
            problems.append(Problem(path, f'"{key}" is missing'))
    return problems or form(**values)


@lru_cache(maxsize=16)
def _keys(form: Any) -> "dict[str, tuple[Field[Any], Any]]":
    types = get_type_hints(form, include_extras=True)
    rows = (each for each in fields(form) if each.metadata.get("key") != "")
    return {each.metadata.get("key", each.name): (each, types[each.name]) for each in rows}


def _read_value(value: object, form: Any, path: TomlPath) -> Any:
    """A value of the type, or the problems with it as a list."""
    row: Any = next((each for each in (form, *get_args(form)) if is_dataclass(each)), None)
    try:
        if row is None:
            return convert(value, form)
        if ... not in get_args(form):
            return read_table(value, row, path)
        tables = convert(value, Tables)
    except msgspec.ValidationError as error:
        return [Problem(path, _mismatch(str(path[-1]), value, form, error))]
    rows = [read_table(table, row, (*path, number)) for number, table in enumerate(tables)]
    problems = [problem for each in rows if isinstance(each, list) for problem in each]
    return problems or tuple(rows)


def _mismatch(key: str, value: object, form: Any, error: msgspec.ValidationError) -> str:
    expected = words(form)
    if expected:
        return f"{key} takes {expected}, not {value!r}"
    return f"{key}: {re.sub(r' - at `.*`$', '', str(error))}"


def unknown(given: RawSetting, known: Iterable[str]) -> Diagnostic:
    """The error for a setting that does not exist; one of the ``known`` may be meant."""
    message = f'there is no setting "{given.key}"'
    return fault("unknown-setting", message, given, nearest(given.key, known))


def fault(code: str, message: str, given: RawSetting, hint: str = "", line: int = 0) -> Diagnostic:
    """An error at the line of a setting."""
    return Diagnostic.error(code, message, given.file, line or given.line, hint=hint)
