"""Letters of one alphabet that look like those of another: ``раracetamol`` with two Cyrillic ones.

On paper the word is right. To a search, a register of allergies or a screen reader it is another
word, or none. Only Greek and Cyrillic are checked, because the bundled fonts have no other letters
that look Latin. The Greek letters used as symbols (``μg``, ``TNFα``, ``IFN-γ``) do not.
(Unicode Technical Standard 39, section 5.)
"""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.entities import decode

_LIKE_LATIN = frozenset("АВЕЅЗІЈКМНОРСТУХаеѕіјорсухԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳορν")
_LIKE_DIGITS = frozenset("ОоЗΟο")
_FOREIGN = "\u0370-\u03ff\u0400-\u052f"
_WORD = re.compile(rf"[^\W_]*[{_FOREIGN}][^\W_]*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def mixed(text: str, file: str) -> Iterator[Diagnostic]:
    """An error for each word whose letters are not all what they seem to be."""
    text = "\n".join(decode(line).replace("\n", " ") for line in text.split("\n"))
    if text.isascii() or not re.search(f"[{_FOREIGN}]", text):
        return
    words = [
        (number, found.start() + 1, found.group())
        for number, line in enumerate(text.split("\n"), 1)
        for found in _WORD.finditer(line)
    ]
    native = {_is_cyrillic(word) for _, _, word in words if _is_native(word)}
    for number, column, word in words:
        if _deceives(word) or (_passes(word) and _is_cyrillic(word) not in native):
            yield Diagnostic.error(
                "look-alike-letter",
                f'"{word[:60]}" has letters of another alphabet that look alike: {_foreign(word)}',
                file,
                number,
                column=column,
                hint="type the word again",
            )


def _deceives(word: str) -> bool:
    """Whether a word of Latin letters, or a number, has a letter that only looks like one."""
    if _LATIN.search(word):
        return bool(_CYRILLIC.search(word)) or not _LIKE_LATIN.isdisjoint(word)
    return any(map(str.isdigit, word)) and all(c.isdigit() or c in _LIKE_DIGITS for c in word)


def _passes(word: str) -> bool:
    """Whether a word of another alphabet looks Latin from its first letter to its last."""
    return _LIKE_LATIN.issuperset(word)


def _is_native(word: str) -> bool:
    """Whether a word can only have been meant in the Greek or Cyrillic alphabet."""
    return len(word) > 2 and word.isalpha() and not _LATIN.search(word) and not _passes(word)


def _is_cyrillic(word: str) -> bool:
    return bool(_CYRILLIC.search(word))


def _foreign(word: str) -> str:
    letters = dict.fromkeys(c for c in word if _CYRILLIC.match(c) or c in _LIKE_LATIN)
    return ", ".join(f"{c} is U+{ord(c):04X}" for c in list(letters)[:3])
