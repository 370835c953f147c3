"""What the value of a setting may look like, and how the environment spells it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from leaflet.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Form:
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


TEXT = Form("a text", lambda value: isinstance(value, str) and value != "")
FLAG = Form("true or false", lambda value: isinstance(value, bool), _flag)
COUNT = Form(
    "a whole number",
    lambda value: type(value) is int and value >= 0,
    lambda text: int(text) if text.isdecimal() else text,
)


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


NUMBER = Form(
    "a number, 0 or more",
    lambda value: type(value) in (int, float) and 0 <= value < inf,
    _number,
)
PATH = Form("a path", TEXT.fits, build=lambda value, base: base / value)


def one_of(names: Iterable[str], build: Callable[[str], object]) -> Form:
    """The form of a choice between a few names; ``build`` makes the setting of one."""
    known = tuple(names)
    words = " or ".join(f'"{name}"' for name in known)
    return Form(words, known.__contains__, build=lambda value, _base: build(value))


NAMES = Form(
    'a list of names, such as ["large-print"]',
    lambda value: isinstance(value, list) and _are_texts(value),
    lambda text: [name for name in re.split(r"[,\s]+", text) if name],
    lambda value, _base: tuple(value),
)
TEXTS = Form(
    'a table of texts by language, such as { en = "…" }',
    lambda value: isinstance(value, dict) and _are_texts(value.values()),
)
LEVELS = Form(
    'a table of severities by code, such as { dose-od = "note" }',
    lambda value: isinstance(value, dict) and all(v in tuple(Severity) for v in value.values()),
    build=lambda value, _base: {code: Severity(level) for code, level in value.items()},
)
