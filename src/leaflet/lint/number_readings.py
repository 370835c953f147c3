"""Whether a change leaves every number of a text as it is, whoever reads it.

A point or comma divides the whole from its parts, or thousands from hundreds, depending on where
somebody learned to read numbers; and a space, a sign or a digit beside a number may belong to it.
"""

import re
from decimal import Decimal

_LETTERS = re.compile(r"(?!(?<![^\W\d_])[xX](?![^\W\d_]))[^\W\d_²³¹¼-¾⁰-₉⅐-↉①-⓿]+")
"""What ends a number: letters, but none that are numbers, such as ² or ½, and no x for times."""

_NUMERAL = re.compile("[^\\W_]|\ufffc")
"""A digit, or what the words of a line hide (see ``text.line.HIDDEN``), which may be one."""

_ALONE = re.compile(
    r"(?:[)\]”\"’%]?[.,:;!?]?[\s|]{1,8}[(\[“\"]?|(?=[<>≥≤]))"
    r"(?P<sign>[<>=≥≤@&×xX]{1,2}\s?)?(?P<number>[0-9]+(?:[.,][0-9]+)*|\.[0-9]+)"
    r"(?:\s?%)?[)\]”\"’]?[.,:;!?]?(?(sign)[\s|]{0,8}|[\s|]{1,8})"
)
"""A number with nothing beside it that could belong to it: all there is from letter to letter.

The signs in front are those that a rule puts in words. Right behind a number with none there is no
letter either: in 1.0l mg, it may be a 1.
"""

_CONVENTIONS = (
    (re.compile(r"(\d{1,3}(?:,\d{2,3})*,\d{3}|\d+|(?=\.))(\.\d+)?"), ","),  # 1,000.5 and 1,00,000
    (re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?"), "."),  # 1.000,5
)
"""Numbers as they are written in a part of the world, and what divides their thousands there.

That of Switzerland (1'000.5) and of France (1 000,5) differ only in what is never beside a number
that stands alone.
"""


def keeps_numbers(before: str, old: str, new: str, after: str) -> bool:
    """Whether ``new`` in place of ``old`` leaves each number as it is, or the same in any reading.

    ``before`` and ``after`` are the text around ``old``. At most one number may change, and only
    one that stands alone: with a space, a sign, a separator or a digit beside it, nobody but its
    author knows where it begins and ends.
    """
    was, now = (_numbers(f"{before}{text}{after}") for text in (old, new))
    changed = [pair for pair in zip(was, now, strict=False) if pair[0].strip() != pair[1].strip()]
    if len(was) != len(now) or len(changed) > 1:
        return False
    alone = [match for number in sum(changed, ()) if (match := _ALONE.fullmatch(number))]
    values = [_readings(match["number"]) for match in alone]
    return not changed or (len(alone) == 2 and values[0] == values[1] and len(values[0]) == 1)


def _numbers(text: str) -> list[str]:
    """All from one letter to the next, wherever there is a digit in it."""
    return [part for part in _LETTERS.split(text) if _NUMERAL.search(part)]


def _readings(number: str) -> set[Decimal]:
    """Every value that a number has for somebody; none for one such as 007, which is no amount."""
    if re.match("0[0-9]", number):
        return set()
    found = set()
    for written, thousands in _CONVENTIONS:
        if written.fullmatch(number) and not number.startswith(f"0{thousands}"):
            found.add(Decimal(number.replace(thousands, "").replace(",", ".")))
    return found
