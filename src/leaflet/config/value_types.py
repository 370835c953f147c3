"""The types that values of TOML and YAML may have, each with the words that a message uses for it.

They are annotations for msgspec: it checks the value, :data:`msgspec.Meta` holds the words.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import EnumMeta
from math import nextafter
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from leaflet.config.expression import Expression
from leaflet.diagnostics import Severity


class ByLanguage(dict[str, str]):
    """A text by language tag; in a file, a plain text stands for the English one."""


class TopicChoice:
    """The topics that a part of a kind claims, or a pattern of labels of a project's own.

    ``ranked`` are its ``names`` in the order in which they were written.
    """

    __slots__ = ("names", "pattern", "ranked")

    def __init__(self, names: Iterable[str] = (), pattern: re.Pattern[str] | None = None) -> None:
        self.ranked = tuple(names)
        self.names = frozenset(self.ranked)
        self.pattern = pattern


Text = Annotated[str, Meta(min_length=1, description="a text")]
Flag = Annotated[bool, Meta(description="true or false")]
Count = Annotated[int, Meta(ge=0, description="a whole number")]
_MOST = nextafter(float("inf"), 0)
Seconds = Annotated[
    float, Meta(ge=0, le=1_000_000, description="a number of seconds from 0 to 1,000,000")
]
Processes = Annotated[int, Meta(ge=0, le=1000, description="a whole number from 0 to 1,000")]
Megabytes = Annotated[
    int, Meta(ge=0, le=10**9, description="a whole number from 0 to 1,000,000,000")
]
Sizes = Annotated[
    tuple[Annotated[float, Meta(gt=0, le=_MOST, description="a number above 0")], ...],
    Meta(min_length=1, description="a list of type sizes in points, such as [9.5, 9]"),
]
File = Annotated[Path, Meta(description="a path")]
Names = Annotated[tuple[Text, ...], Meta(description='a list of names, such as ["large-print"]')]
Stripped = Annotated[
    tuple[
        Literal["attributes", "box", "embed", "footnote", "html", "latex", "liquid", "shortcode"],
        ...,
    ],
    Meta(description='a list of kinds of markup, such as ["shortcode"]'),
]
"""Markup of other tools that can be left out without the words around it or between its marks."""

Allowed = Annotated[
    tuple[Literal["footnote", "json", "latex"], ...],
    Meta(description='a list of kinds of markup, such as ["latex"]'),
]
"""What looks like markup of other tools and may be text."""

QRD = "qrd"
"""The order of the European package leaflet (EMA, QRD template)."""

Order = Annotated[
    Literal["qrd"] | tuple[Text, ...],
    Meta(description='"qrd" or a list of names, such as ["take", "before"]'),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^https?://[^\s/]+\S*\Z",
        description='a web address, such as "https://example.org"',
    ),
]
Colours = Annotated[
    dict[str, Text], Meta(description='a table of colours, such as { accent = "#0b4759" }')
]
Levels = Annotated[
    dict[str, Severity],
    Meta(description='a table of severities by code, such as { dose-od = "note" }'),
]
Tag = Annotated[
    str,
    Meta(
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
        description="a language tag like en, en-GB or de",
    ),
]
Texts = Annotated[
    dict[Tag, Text],
    Meta(description='a table of texts by language, such as { en = "…", de = "…" }'),
]
Translated = Annotated[
    ByLanguage,
    Meta(description='an English text, or texts by language, such as { en = "…", de = "…" }'),
]
Headings = Annotated[
    dict[str, Translated],
    Meta(
        description="a table of English texts, or of texts by language, "
        'such as { take = { de = "…" } }'
    ),
]
Pattern = Annotated[re.Pattern[str], Meta(description="a regular expression")]
Wording = Annotated[Expression, Meta(description="a regular expression")]
Patterns = Annotated[tuple[Pattern, ...], Meta(description="a list of regular expressions")]
Choice = Annotated[TopicChoice, Meta(description="a list of topics")]
TopicsByKey = Annotated[
    dict[str, Choice],
    Meta(description="a table of topics by section"),
]
NamesByKey = Annotated[dict[str, Names], Meta(description="a table of lists of names by section")]
HeadingsByKey = Annotated[dict[str, Text], Meta(description="a table of headings by section")]
QuotedText = Annotated[str, Meta(description="a text in quotes")]
QuotedTexts = Annotated[
    tuple[QuotedText, ...], Meta(description="a text or a list of texts, in quotes")
]
Length = Annotated[
    str,
    Meta(pattern=r"^\d+(\.\d+)?(mm|cm|in)\Z", description='a length, such as "100mm" or "4in"'),
]
Day = Annotated[date, Meta(description="a date like 2026-03-31")]
Table = Annotated[dict[str, Any], Meta(description="a table")]
Tables = Annotated[tuple[Table, ...], Meta(description="a list of tables")]


def whole_number(least: int, most: int) -> Any:
    """The type of whole numbers within two bounds."""
    return Annotated[
        int, Meta(ge=least, le=most, description=f"a whole number from {least} to {most}")
    ]


def words(value_type: Any) -> str:
    """What a message calls a type."""
    if value_type is str:
        return "a text"
    for each in (value_type, *get_args(value_type)):
        if get_origin(each) is Annotated:
            return str(each.__metadata__[0].description)
        if isinstance(each, EnumMeta):
            return _choice(each)
    return _choice(get_args(value_type))


def _choice(names: Iterable[Any]) -> str:
    return " or ".join(f'"{name}"' for name in names)


def convert(value: object, value_type: Any, base: Path = Path()) -> Any:
    """A value of TOML or YAML as a value of the type; paths are relative to ``base``.

    Raises :class:`msgspec.ValidationError` where it is of another type.
    """

    def decode(wanted: Any, raw: Any) -> object:
        if wanted is Path:
            return base / msgspec.convert(raw, Text)
        if wanted is ByLanguage:
            texts = {"en": raw} if isinstance(raw, str) else raw
            return ByLanguage(msgspec.convert(texts, Annotated[Texts, Meta(min_length=1)]))
        if wanted is TopicChoice and not isinstance(raw, str):
            return TopicChoice(msgspec.convert(raw, Names))
        try:
            pattern = re.compile(msgspec.convert(raw, str), re.IGNORECASE | re.VERBOSE)
            if wanted is Expression:
                return Expression.of(pattern)
            return TopicChoice(pattern=pattern) if wanted is TopicChoice else pattern
        except re.error as error:
            raise ValueError(f'"{raw}": {error}') from None

    return msgspec.convert(value, value_type, dec_hook=decode)


_FLAGS = {"1": True, "true": True, "yes": True, "on": True}
_FLAGS |= {"0": False, "false": False, "no": False, "off": False}


def from_text(text: str, value_type: Any) -> object:
    """What a file would hold for a value that an environment variable spells.

    A text that spells no value of the type is returned as it is, for a message to quote.
    """
    if value_type is Flag:
        return _FLAGS.get(text.lower(), text)
    if value_type is Names:
        return [name for name in re.split(r"[,\s]+", text) if name]
    if value_type in (Count, Seconds, Processes, Megabytes):
        try:
            return msgspec.convert(text, value_type, strict=False)
        except msgspec.ValidationError:
            return text
    return text
