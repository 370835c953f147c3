"""The scripts of characters: what messages call them, and which have no spaces between words."""

import unicodedata
from collections.abc import Iterable

from leaflet.fonts.families import EXTRAS

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff"
)
"""A character class of expressions: Thai, Lao, Burmese, Khmer, Japanese, Chinese and Korean letters
and signs, after each of which a line may end."""

_EAST_ASIAN = "Chinese, Japanese or Korean"
_NAMES = dict.fromkeys(("Cjk", "Hiragana", "Katakana", "Hangul", "Bopomofo"), _EAST_ASIAN)
"""Scripts that one font has all of: Japanese texts have Chinese letters too."""

SIGNS = "signs"
"""What is no letter of any script: emoji, arrows, symbols."""

_EXTRAS = {family.extra.capitalize(): family.extra for family in EXTRAS}


def by_script(characters: Iterable[str]) -> dict[str, str]:
    """The characters of each script, by its name; those that are no letters are ``SIGNS``."""
    found: dict[str, str] = {}
    for char in characters:
        script = script_of(char)
        found[script] = found.get(script, "") + char
    return found


def script_of(char: str) -> str:
    """The name of a character's script, such as Thai."""
    first = unicodedata.name(char, SIGNS).split()[0].capitalize()
    if first in _EXTRAS:  # with its punctuation and signs of currency
        return first
    is_letter = unicodedata.category(char)[0] in "LM" and "MATHEMATICAL" not in unicodedata.name(
        char, ""
    )
    return _NAMES.get(first, first) if is_letter else SIGNS


def extra_of(script: str) -> str:
    """The extra of leaflet that installs a font for a script; empty if there is none."""
    return _EXTRAS.get(script, "")
