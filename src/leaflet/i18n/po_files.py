"""Gettext catalogues → the language of a document.

A catalogue is a file ``locale/LANGUAGE.po``. The fixed words stand in it under the context
``words.KEY``, the headings of a kind under the kind's name, each beside the English it translates.
An entry whose English is no longer what leaflet says is none: what it would print is out of date.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from leaflet.errors import SettingsError
from leaflet.files import read
from leaflet.i18n.language_tags import fallbacks
from leaflet.i18n.messages import ENGLISH, WORDS, Language

Entry = tuple[str, str]
"""The context of a text and its English, which together are the key of a translation."""

ENTRIES: dict[Entry, str] = {(f"words.{key}", english): key for key, english in WORDS.items()}
"""The fixed words as entries of a catalogue, each with its key."""

_PLACEHOLDER = re.compile(r"\{\w+\}")


def load_language(tag: str, catalogues: Sequence[Path]) -> Language | None:
    """The language that a tag names, from its catalogues, the nearest first; None if there is none.

    A language is the same one whenever it is asked for, since what is made of it once, such as the
    templates, is kept by it. English needs no catalogue; of any other language words may be missing
    (see :func:`~leaflet.kinds.translate.untold`).
    Raises ``SettingsError`` for a catalogue that cannot be used.
    """
    english = fallbacks(tag)[-1] == "en"
    if not catalogues:
        return _english(tag) if english else None
    return _load_language(tag, english, tuple((str(file), read(file)) for file in catalogues))


@lru_cache(maxsize=64)
def _english(tag: str) -> Language:
    return replace(ENGLISH, tag=tag)


@lru_cache(maxsize=64)
def _load_language(tag: str, english: bool, catalogues: tuple[tuple[str, bytes], ...]) -> Language:
    found: dict[Entry, str] = {}
    for file, data in reversed(catalogues):
        found |= translations(data, file)
    words = {key: found[entry] for entry, key in ENTRIES.items() if entry in found}
    headings = {entry: said for entry, said in found.items() if entry not in ENTRIES}
    if english:
        return Language(tag, {**WORDS, **words}, headings)
    locale, right_to_left = _locale(tag, catalogues[0][0])
    return Language(tag, words, headings, right_to_left, locale)


def translations(data: bytes, file: str) -> dict[Entry, str]:
    """The entries of a catalogue that are translated, and not marked as doubtful (fuzzy).

    Raises ``SettingsError`` where the catalogue cannot be read, and where a translation does not
    keep what is to be filled in, such as ``{name}``.
    """
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - English needs none

    try:
        catalogue = read_po(BytesIO(data), charset="utf-8", abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise SettingsError.of("catalogue-unreadable", str(error), file=file) from None
    found = {}
    for message in catalogue:
        if message.id and message.string and not message.fuzzy:
            english, said = str(message.id), str(message.string)
            if sorted(_PLACEHOLDER.findall(english)) != sorted(_PLACEHOLDER.findall(said)):
                told = f'"{said}" does not hold what "{english}" has in braces'
                raise SettingsError.of(
                    "catalogue-faulty", told, file=file, line=(message.lineno or 0)
                )
            found[message.context or "", english] = said
    return found


def _locale(tag: str, file: str) -> tuple[str, bool]:
    """A language as Babel calls it, and whether it is written from right to left."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - English needs none

    for name in fallbacks(tag):
        try:
            locale = Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return str(locale), locale.text_direction == "rtl"
    told = f'Unicode\'s data on languages have none called "{tag}"'
    raise SettingsError.of("unknown-language", told, file=file)
