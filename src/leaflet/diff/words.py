"""The words whose change changes what a reader does: one file a language, ``changes.toml``.

A file that a project adds in ``locale/LANGUAGE/`` extends the one that leaflet ships. Numbers and
the symbols of units are known in any language.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from leaflet import files
from leaflet.config.toml_file import RawSetting, lines_of, parse
from leaflet.config.validate import fault, read_table
from leaflet.config.value_types import Names
from leaflet.errors import SettingsError

FILE = "changes.toml"

_LETTER = r"[^\W\d_]"
_MARK = r"[\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f]"
"""Accents, and the vowel signs of Arabic and Devanagari, which are no letters to ``re``."""
_NUMBER = r"(?:(?<![\w)])[-−+](?=\d))?\d+(?:[.,:/×^٫٬]\d+)*|[<>≤≥≈~±]|[¼-¾⅐-⅞⁰¹²³⁴-⁹₀-₉]"
_TOKEN = re.compile(
    rf"{_NUMBER}|°[CF]\b|{_LETTER}(?:{_LETTER}|{_MARK}|['’](?={_LETTER}))*|[^\s\w]|_"
)
_IS_NUMBER = re.compile(_NUMBER)

_SYMBOLS = frozenset(
    (
        *("kg", "g", "mg", "mcg", "µg", "μg", "ng", "l", "ml", "dl", "µl"),
        *("μl", "iu", "ie", "u", "mmol", "mol", "µmol", "μmol", "nmol", "meq", "mval"),
        *("kcal", "kj", "mbq", "gbq", "kbq", "mci", "ppm", "mmhg", "cm", "mm", "m"),
        *("%", "‰", "°c", "°f", "h", "min", "s"),
    )
)
"""Symbols of units, in lower case; they are the same in any language."""


def tokens_of(text: str) -> tuple[str, ...]:
    """Numbers, words and signs of a text: what is compared. White space is not."""
    return tuple(_TOKEN.findall(text))


def is_number(token: str) -> bool:
    """Whether a token is a number in digits, or a sign of comparison."""
    return bool(_IS_NUMBER.match(token))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language by what they are, in lower case; ``*`` stands for any letters."""

    number: Names = ()
    unit: Names = ()
    negation: Names = ()
    population: Names = ()
    frequency: Names = ()
    limit: Names = ()
    route: Names = ()

    def classes(self, token: str) -> Iterator[str]:
        """The names of the fields that a token belongs to."""
        if is_number(token):
            yield "number"
            return
        word = token.lower().replace("’", "'")
        if word in _SYMBOLS:
            yield "unit"
        for name, pattern in _patterns(self):
            if pattern.fullmatch(word):
                yield name


@lru_cache(maxsize=16)
def _patterns(vocabulary: Vocabulary) -> Sequence[tuple[str, re.Pattern[str]]]:
    named = ((each.name, getattr(vocabulary, each.name)) for each in fields(Vocabulary))
    return tuple((name, _pattern(words)) for name, words in named)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    escaped = (re.escape(word.lower()).replace(r"\*", ".*") for word in words)
    return re.compile("|".join(escaped) or r"(?!)")


def load_vocabulary(paths: Iterable[Path]) -> Vocabulary:
    """The words of a language, from its files; none if there are no files.

    Raises SettingsError with every problem of a file: broken TOML, unknown keys, wrong types.
    """
    return _load(tuple((str(path), files.read(path)) for path in paths))


@lru_cache(maxsize=64)
def _load(contents: tuple[tuple[str, bytes], ...]) -> Vocabulary:
    tables = [_read(file, data) for file, data in contents]
    return Vocabulary(
        *(
            tuple(dict.fromkeys(word for table in tables for word in getattr(table, each.name)))
            for each in fields(Vocabulary)
        )
    )


def _read(file: str, data: bytes) -> Vocabulary:
    content = parse(data, file, "changes-unreadable")
    table = read_table(content, Vocabulary)
    if isinstance(table, list):
        given = RawSetting("", content, file, 0, lines_of(data.decode()))
        raise SettingsError(
            fault("changes-faulty", each.message, given, each.hint, given.line_of(*each.path))
            for each in table
        )
    return table
