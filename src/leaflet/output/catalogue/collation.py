"""The order of an alphabetical list: names → keys to sort by, and letters to stand under."""

import unicodedata

DIGITS = "0–9"
"""The letter of names that begin with a number, such as 5-fluorouracil; it comes first."""

OTHERS = "#"
"""The letter of names without any letter or number; it comes last."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def fold(name: str) -> str:
    """A name without case and accents, as people look it up.

    >>> fold("Ácido Fólico")
    'acido folico'
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)


def letter(name: str) -> str:
    """The letter that a name stands under: A to Z, that of another script, a number or neither."""
    first = next((c for c in fold(name) if c.isalnum()), "")
    return (DIGITS if first.isdigit() else first.upper()) or OTHERS


def rank(name: str) -> tuple[int, str, str]:
    """A key by which names are sorted: letters of Latin first, then those of other scripts."""
    key = "".join(c for c in fold(name) if c.isalnum() or c == " ")
    first = letter(name)
    place = 0 if first == DIGITS else 3 if first == OTHERS else 1 if first.isascii() else 2
    return place, first, key.strip()
