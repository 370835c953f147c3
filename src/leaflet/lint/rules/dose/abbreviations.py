"""Abbreviations as authors write them, and where one can only belong to a dose."""

import re

from leaflet.lint.rules.dose.terms import GIVEN, first
from leaflet.lint.text.patterns import Match


def dotted(*abbreviations: str) -> str:
    """An expression for abbreviations in capitals, in small letters or with full stops."""
    initials = "".join(sorted({each[0] for each in abbreviations}))
    words = []
    for each in abbreviations:
        head, tail = each[0], each[1:]
        letters = "".join(rf"\.\s?[{letter}{letter.lower()}]" for letter in tail)
        words.append(
            rf"(?<={head}){tail}|(?<={head.lower()}){tail.lower()}"
            rf"|(?<=[{head}{head.lower()}]){letters}\.?"
        )
    begin = first(f"[{initials}{initials.lower()}]", r"[\w.'’-]")
    return rf"{begin}(?:{'|'.join(words)})(?![\w'’-])"


def after_dose(match: Match) -> bool:
    """Whether a dose, or a word such as "take" or "given", comes right before the match."""
    return bool(re.search(GIVEN, match.near))
