"""PO files (gettext) → the language of a document.

Translations are in ``locale/LANGUAGE.po``. There, the fixed words have the context
``words.KEY``, the headings of a kind the kind's name, each with the English text it translates.
An entry whose English text has changed since counts as missing: it would be out of date.
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
"""The context of a text and its English, together the key of a translation."""

ENTRIES: dict[Entry, str] = {(f"words.{key}", english): key for key, english in WORDS.items()}
"""The fixed words as entries of a PO file, each with its key."""

_PLACEHOLDER = re.compile(r"\{\w+\}")

_BRACE = re.compile("[{}]")


def load_language(tag: str, po_files: Sequence[Path]) -> Language | None:
    """The language that a tag names, from its PO files, the nearest first; None if there is none.

    The same tag always gives the same object, since compiled templates are cached by it. English
    needs no PO file; in any other language words may be missing
    (see :func:`~leaflet.kinds.translate.missing_translations`).
    Raises ``SettingsError`` for a PO file that cannot be used.
    """
    english = fallbacks(tag)[-1] == "en"
    if not po_files:
        return _english(tag) if english else None
    return _load_language(tag, english, tuple((str(file), read(file)) for file in po_files))


@lru_cache(maxsize=64)
def _english(tag: str) -> Language:
    return replace(ENGLISH, tag=tag)


@lru_cache(maxsize=64)
def _load_language(tag: str, english: bool, po_files: tuple[tuple[str, bytes], ...]) -> Language:
    found: dict[Entry, str] = {}
    for file, data in reversed(po_files):
        found |= translations(data, file)
    words = {key: found[entry] for entry, key in ENTRIES.items() if entry in found}
    headings = {entry: text for entry, text in found.items() if entry not in ENTRIES}
    if english:
        return Language(tag, {**WORDS, **words}, headings)
    locale, right_to_left = _locale(tag, po_files[0][0])
    return Language(tag, words, headings, right_to_left, locale)


def translations(data: bytes, file: str) -> dict[Entry, str]:
    """The entries of a PO file that are translated and not marked as fuzzy.

    Raises ``SettingsError`` where the file cannot be read, and where a translation lacks a
    placeholder such as ``{name}``, or has another.
    """
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - English needs none

    try:
        translated = read_po(BytesIO(data), charset="utf-8", abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise SettingsError.of("catalogue-unreadable", str(error), file=file) from None
    found = {}
    for message in translated:
        if message.id and message.string and not message.fuzzy:
            english, text = str(message.id), str(message.string)
            # Other braces could ask for an attribute of a value, or for a billion spaces.
            expected = sorted(_PLACEHOLDER.findall(english))
            others = _BRACE.search(_PLACEHOLDER.sub("", text))
            if others or expected != sorted(_PLACEHOLDER.findall(text)):
                problem = f'"{text}" does not have the placeholders of "{english}"'
                raise SettingsError.of(
                    "catalogue-faulty", problem, file=file, line=(message.lineno or 0)
                )
            found[message.context or "", english] = text
    return found


def _locale(tag: str, file: str) -> tuple[str, bool]:
    """The name of a language in Babel, and whether it is written from right to left."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - English needs none

    for name in fallbacks(tag):
        try:
            locale = Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return str(locale), locale.text_direction == "rtl"
    message = f'Unicode has no data on a language "{tag}"'
    raise SettingsError.of("unknown-language", message, file=file)
