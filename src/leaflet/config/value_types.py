"""What the value of a setting may look like, and how the environment spells it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from leaflet.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class ValueType:
    """One form that a value may have.

    ``words`` names it to the user; ``fits`` tells whether a value of ``leaflet.toml`` has it;
    ``spelt`` turns the text of an environment variable into what the file would hold; ``build``
    makes the setting of it, paths being relative to a base folder.
    """

    words: str
    fits: Callable[[Any], bool]
    spelt: Callable[[str], object] = str
    build: Callable[[Any, Path], object] = lambda value, _base: value


def _are_texts(values: Any) -> bool:
    return all(isinstance(value, str) and value for value in values)


def _flag(text: str) -> object:
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False}
    return words.get(text.lower(), text)


TEXT = ValueType("a text", lambda value: isinstance(value, str) and value != "")
FLAG = ValueType("true or false", lambda value: isinstance(value, bool), _flag)
COUNT = ValueType(
    "a whole number",
    lambda value: type(value) is int and value >= 0,
    lambda text: int(text) if text.isdecimal() else text,
)


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


NUMBER = ValueType(
    "a number, 0 or more",
    lambda value: type(value) in (int, float) and 0 <= value < inf,
    _number,
)
PATH = ValueType("a path", TEXT.fits, build=lambda value, base: base / value)


def one_of(names: Iterable[str], build: Callable[[str], object]) -> ValueType:
    """The form of a choice between a few names; ``build`` makes the setting of one."""
    known = tuple(names)
    words = " or ".join(f'"{name}"' for name in known)
    return ValueType(words, known.__contains__, build=lambda value, _base: build(value))


NAMES = ValueType(
    'a list of names, such as ["large-print"]',
    lambda value: isinstance(value, list) and _are_texts(value),
    lambda text: [name for name in re.split(r"[,\s]+", text) if name],
    lambda value, _base: tuple(value),
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _are_by_language(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(map(_LANGUAGE.fullmatch, value))
        and _are_texts(value.values())
    )


def _is_said(value: Any) -> bool:
    return _are_by_language(value) or TEXT.fits(value)


def _said(value: Any, _base: Path) -> Mapping[str, str]:
    return value if isinstance(value, dict) else {"en": value}


TEXTS = ValueType(
    'a table of texts by language, such as { en = "…", de = "…" }',
    lambda value: value == {} or _are_by_language(value),
)
SAID = ValueType(
    'an English text, or texts by language, such as { en = "…", de = "…" }', _is_said, build=_said
)
SAYINGS = ValueType(
    'a table of English texts, or of texts by language, such as { take = { de = "…" } }',
    lambda value: isinstance(value, dict) and all(map(_is_said, value.values())),
    build=lambda value, base: {key: _said(said, base) for key, said in value.items()},
)
TABLES = ValueType(
    "a list of tables",
    lambda value: isinstance(value, list) and all(isinstance(each, dict) for each in value),
    build=lambda value, _base: tuple(value),
)
ADDRESS = ValueType(
    'a web address, such as "https://example.org"',
    lambda value: isinstance(value, str) and bool(re.fullmatch(r"https?://[^\s/]+\S*", value)),
)
COLOURS = ValueType(
    'a table of colours, such as { accent = "#0b4759" }',
    lambda value: isinstance(value, dict) and _are_texts(value.values()),
)
LEVELS = ValueType(
    'a table of severities by code, such as { dose-od = "note" }',
    lambda value: isinstance(value, dict) and all(v in tuple(Severity) for v in value.values()),
    build=lambda value, _base: {code: Severity(level) for code, level in value.items()},
)
