"""The order of an alphabetical list: names → keys to sort by, and the letters of its sections."""

import unicodedata
from collections.abc import Iterable
from string import ascii_uppercase

DIGITS = "0–9"
"""The section of names that begin with a digit, such as 5-fluorouracil; it comes first."""

OTHERS = "#"
"""The section of names without any letter or digit; it comes last."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def fold(name: str) -> str:
    """A name without case and accents, as people look it up.

    >>> fold("Ácido Fólico")
    'acido folico'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


def letter(name: str) -> str:
    """The section that a name belongs to: A to Z, a letter of another script, DIGITS or OTHERS."""
    first = next((c for c in fold(name) if c.isalnum()), "")
    return (DIGITS if first.isdigit() else first.upper()) or OTHERS


def letters_of(used: Iterable[str]) -> list[tuple[str, int]]:
    """A to Z, and the other sections that there are, each with its number; 0 for an empty one."""
    numbers = {each: number for number, each in enumerate(dict.fromkeys(used), start=1)}
    first = [each for each in numbers if each == DIGITS]
    others = [each for each in numbers if each not in ascii_uppercase and each != DIGITS]
    return [(each, numbers.get(each, 0)) for each in (*first, *ascii_uppercase, *others)]


def rank(name: str) -> tuple[int, str, str]:
    """A key to sort names by: Latin letters come before those of other scripts."""
    key = "".join(c for c in fold(name) if c.isalnum() or c == " ")
    first = letter(name)
    group = 0 if first == DIGITS else 3 if first == OTHERS else 1 if first.isascii() else 2
    return group, first, key.strip()
