"""Characters that change a number, or make it look like another.

``1O mg`` is ten only to the eye, a dot below makes ``1̣0`` look like 1.0, and the Arabic zero in
``1٠5`` is a decimal point to whoever does not read Arabic. So only what is listed here stands in or
beside a number, and everything else is an error. (Unicode Technical Report 36, section 2; Unicode
Technical Standard 39, section 4.)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category, decomposition, name, numeric

from leaflet.diagnostics import Diagnostic

_NATIVE_DIGITS = {
    **dict.fromkeys(("ar",), "٠١٢٣٤٥٦٧٨٩"),
    **dict.fromkeys(("fa", "ur", "ps", "ckb"), "۰۱۲۳۴۵۶۷۸۹"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "०१२३४५६७८९"),
}
"""The digits that texts in a language may have besides 0 to 9, though not in one number."""

_BETWEEN = frozenset("–—‐‑−×÷±≤≥≈≠→’٫٬\u301c\uff5e")
"""Signs allowed between two digits: ranges (the last two are Japanese), signs of operations and
comparisons, and the separators of Swiss and of Arabic numbers. A raised dot or a fraction slash is
easily overlooked."""

_BESIDE = _BETWEEN | frozenset("∼≃≅≪≫≮≯≲≳←↑↓↔⇒…°º′″‰†‡§¶©®™№∆√∞•▪¿¡،؛؟٪।॥")
_BESIDE |= frozenset("\u3001\u3002\u30fb\uff01\uff05\uff0c\uff1a\uff1b\uff1f\uff65")
"""The last ones are the full stop, comma and so on of Chinese and Japanese."""

_BESIDE_CATEGORIES = frozenset(("Ps", "Pe", "Pi", "Pf", "Sc"))
"""Brackets, quotation marks and currencies."""

_OVERLAYS = re.compile("[\u0334-\u0338\u20d2-\u20d3\u20d8-\u20da\u20dd-\u20e0\u20e2-\u20eb]")
"""Combining marks that strike out or enclose what they stand on."""

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}([\u00a0\u202f])\d{3}(?:\1\d{3})*(?!\d)")
"""Groups of three digits and spaces that do not break (ISO 80000-1, 7.3.1)."""

_GAP = re.compile(r"(?<=\d)(?:\s+[.,]?\s*|[.,]\s+)(?=\d)")
_POWER = re.compile(r"(?<![\d.,])10[⁺⁻]?[⁰¹²³⁴-⁹]+(?![.,]?\d)")
_LIKE = r"[\dOoIlØøاهΙІіӀӏΘθӨө]"
_LETTERS = re.compile(rf"(?<![^\W_]){_LIKE}+(?:[.,]{_LIKE}+)*(?![^\W_])")
_UNIT_LETTER = re.compile(
    r"(?![\u4e00\u4e28\u4e36\u4e3f\u53e3\u56d7\u5de5])"  # like a dash, a stroke, a 0 or an I
    r"[\u0600-\u097f\u3400-\u9fff\uac00-\ud7a3]"
)
"""A letter of a script that writes units without spaces: once a day, three times, is 1日3回."""

_UNIT = r"(?=\s?(?:[mkµμn]?g|mcg|m[lL]|IU|units?|tablets?|mmol|mEq)\b)"
_BEFORE_UNIT = re.compile(
    rf"(?<![^\W_])\d[\d.,]*(?:[SBZ]\d*|[lI°º]){_UNIT}|(?<![\w-])(?:[lO]|(?!I+\b)[OoIl]{{2,}})\s{_UNIT}"
    r"|\d\|(?=\d)"
)
"""Numbers with a letter, or letters alone, but for the I of troponin I and the o of Spanish."""

_LITRES = re.compile(r"\d+(?:[.,]\d+)?l")
_NAMES = frozenset(("O1", "O2", "O3", "O26", "O104", "O111", "O139", "O157", "15O", "18O")) | {
    name for mass in (123, 124, 125, 129, 131) for name in (f"{mass}I", f"I{mass}")
}
"""Oxygen, ozone, serogroups of bacteria and isotopes."""

_RARE_LETTERS = re.compile("[\u0180-\u02ff\u1d00-\u1d2b\u1d3c\u1d52\u2092]")
"""Extended and phonetic Latin letters, some of which look like digits."""

_SMALL = "⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹₊₋₀₁₂₃₄₅₆₇₈₉"
_MOST_MARKS = 50
"""Marks on a letter, whatever limits a user sets."""

_AROUND = 20
"""Characters on each side of a fault that its message shows at most."""

_SUSPECT = re.compile(r"[^\x00-\x7f]|\d[.,]?[OoIlSBZ|]|[OoIl][.,]?\d|(?<![\w-])[OoIl]+\s")
_WRITE = "write the number with the digits 0 to 9, . and , alone"


class _Fault(NamedTuple):
    """What is wrong with a number: the text from ``start`` to ``end``, and why."""

    start: int
    end: int
    why: str


def misleading_numbers(text: str, file: str, language: str) -> Iterator[Diagnostic]:
    """An error for each place of a text where a number is not what it seems to be.

    ``text`` is what is printed, ``language`` its tag; the columns are those of the text.
    """
    native = _NATIVE_DIGITS.get(language.partition("-")[0].lower(), "")
    for number, line in enumerate(text.split("\n"), 1):
        if _SUSPECT.search(line):
            for start, end, why in sorted({*_letters(line), *_characters(line, native)}):
                message = f'"{_excerpt(line, start, end)}": {why}'
                yield Diagnostic.error(
                    "misleading-number", message, file, number, column=start + 1, hint=_WRITE
                )


def _excerpt(line: str, start: int, end: int) -> str:
    """A part of a line with the words around it; spaces are shown as spaces."""
    before = line[max(start - _AROUND, 0) : start].rsplit(" ", maxsplit=1)[-1]
    after = line[end : end + _AROUND].split(" ", maxsplit=1)[0]
    shown = before + line[start:end] + after
    return "".join(char if char.isprintable() else " " for char in shown)


def _letters(line: str) -> Iterator[_Fault]:
    """Letters that stand for digits."""
    for found in _LETTERS.finditer(line):
        word = found[0]
        letter = next((c for c in word if not c.isdigit() and c not in ".,"), "")
        known = word in _NAMES or _LITRES.fullmatch(word)
        if letter and not known and any(map(str.isdigit, word)):
            yield _Fault(*found.span(), f"{_named(letter)} looks like a digit")
    for found in _BEFORE_UNIT.finditer(line):
        letter = next(c for c in found[0] if not c.isdigit() and c not in ".,")
        yield _Fault(*found.span(), f"{_named(letter)} looks like a digit")


def _characters(line: str, native: str) -> Iterator[_Fault]:
    """Characters other than ASCII that may not be in or beside a number, each for itself."""
    sound = {
        index
        for pattern in (_THOUSANDS, _POWER)
        for found in pattern.finditer(line)
        for index in range(*found.span())
    }
    for found in _GAP.finditer(line):
        if not found[0].isascii() and found.start() not in sound:
            space = next(c for c in found[0] if not c.isascii())
            yield _Fault(*found.span(), f"{_named(space)} parts a number")
            sound.update(range(*found.span()))
    for index, char in enumerate(line):
        if not char.isascii() and index not in sound and (why := _fault(line, index, native)):
            yield _Fault(index, index + 1, f"{_named(char)} {why}")


def _fault(line: str, index: int, native: str) -> str:
    """What is wrong with one character; "" if nothing is."""
    kind = category(line[index])
    if kind[0] == "M":
        return _mark(line, index)
    if kind == "Nd":
        return _foreign_digit(line, index, native)
    if _is_number(line[index]):
        return _other_number(line, index)
    return _sign(line, index, kind)


def _sign(line: str, index: int, kind: str) -> str:
    """A letter, sign, space or invisible character, by the digits on both sides of it."""
    char = line[index]
    before, after = map(_is_digit, (line[index - 1 : index], line[index + 1 : index + 2]))
    if kind == "Cf":
        number = re.search(r"\d[.,٫٬]?$", line[max(index - 2, 0) : index])
        return "parts a number" if number and re.match(r"[.,٫٬]?\d", line[index + 1 :]) else ""
    if before and after:
        is_unit = kind[0] == "L" and _UNIT_LETTER.match(char)
        return "" if is_unit or char in _BETWEEN else "is in a number"
    if not (before or after) or not (kind[0] in "SP" or _RARE_LETTERS.match(char)):
        return ""
    usual = char in _BESIDE or kind in _BESIDE_CATEGORIES or _in_word(line, index)
    return "" if usual else "is beside a number"


def _mark(line: str, index: int) -> str:
    """A combining mark: it must stand on a letter, and not strike it out."""
    if _OVERLAYS.match(line[index]):
        return "strikes out what it stands on"
    if "\ufe00" <= line[index] <= "\ufe0f":  # of an emoji
        return ""
    under = reversed(line[max(index - _MOST_MARKS, 0) : index])
    base = next((char for char in under if category(char) not in ("Mn", "Mc", "Cf")), "")
    return "" if base.isalpha() else "stands on no letter"


def _foreign_digit(line: str, index: int, native: str) -> str:
    if line[index] not in native:
        return "is not one of the digits 0 to 9"
    around = line[max(index - 2, 0) : index], line[index + 1 : index + 3][::-1]
    for near in around:
        first, second = near[-1:], near[:1]
        parted = not first.isalnum() and len(near) == 2
        if _ascii_digit(first) or (parted and _ascii_digit(second)):
            return "is in a number with digits of another kind"
    return ""


def _other_number(line: str, index: int) -> str:
    """Fractions, raised and lowered digits, and numbers in circles or of other systems."""
    kind = decomposition(line[index]).partition(" ")[0]
    before, after = line[max(index - 12, 0) : index], line[index + 1 : index + 12]
    if kind in ("<super>", "<sub>"):
        base = before.rstrip(_SMALL)
        bad = _is_number(base[-1:]) and not _in_word(line, index - len(before) + len(base))
        return "is beside a digit" if bad or _ascii_digit(after[:1]) else ""
    if _is_number(after[:1]) or re.match(r"[.,/:٫⁄∕]\d", after):
        return "is in a number"
    if kind == "<fraction>":
        whole = re.search(r"(?<![\d.,/])\d+$", before)
        return "is in a number" if _is_number(before[-1:]) and not whole else ""
    beside = _is_number(before[-1:]) or re.search(r"\d[.,/:]$", before)
    unit = kind in ("<circle>", "<compat>") and re.match(_UNIT, after)
    return "is in a number" if beside or unit else ""


def _in_word(line: str, index: int) -> bool:
    """Whether the digits before a character belong to a word, such as B12 or CD4."""
    return bool(re.search(r"[^\W\d_]\d+$", line[max(index - 20, 0) : index]))


def _is_number(char: str) -> bool:
    return bool(char) and numeric(char, None) is not None


def _is_digit(char: str) -> bool:
    return char.isdecimal()


def _ascii_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _named(char: str) -> str:
    return f"U+{ord(char):04X} ({name(char, 'unnamed').lower()})"
