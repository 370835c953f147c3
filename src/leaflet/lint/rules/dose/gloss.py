"""Abbreviations that a text explains, or does not, and how each is put into words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.lint.rules.dose.terms import GIVEN, first
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.patterns import Place, Where, Write, always, correction, places
from leaflet.lint.text.rule import Find, Fix, Hit


def dotted(*abbreviations: str) -> str:
    """An expression for abbreviations in capitals, in small letters, or with full stops."""
    initials = "".join(sorted({each[0] for each in abbreviations}))
    words = []
    for each in abbreviations:
        letters = "".join(rf"\.\s?[{letter}{letter.lower()}]" for letter in each[1:])
        words.append(
            rf"(?<={each[0]}){each[1:]}|(?<={each[0].lower()}){each[1:].lower()}|(?<=[{each[0]}{each[0].lower()}]){letters}\.?"
        )
    begin = first(f"[{initials}{initials.lower()}]", r"[\w.'’-]")
    return rf"{begin}(?:{'|'.join(words)})(?![\w'’-])"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an abbreviation stands for: ``full`` in words, "" where a person must say which.

    ``says`` is an expression for the words by which authors explain it; as it is, for none.
    """

    full: Write = ""
    says: str = "(?!)"


def after_dose(place: Place) -> bool:
    """Whether a dose, or the word for giving one, stands right before it."""
    return bool(re.search(GIVEN, place.before))


def spell_out(
    expression: str,
    told: str,
    means: Meaning,
    *,
    where: Where = always,
    certain: Where = always,
) -> Find:
    """How a rule finds an abbreviation ``where`` it is one.

    Beside the words that explain it, it is left out with its bracket, and that is always certain:
    "once daily (OD)" becomes "once daily". ``{}`` in ``told`` is what was found.
    """
    pattern = re.compile(expression, re.MULTILINE)
    explained = re.compile(rf"(?:{means.says})\s*\($", re.IGNORECASE)
    explains = re.compile(rf"\s*\((?P<words>(?:{means.says})[^()]*)\)", re.IGNORECASE)

    def find(manuscript: Manuscript) -> Iterator[Hit]:
        for place in places(pattern, manuscript):
            if explained.search(place.before) and place.after[:1] == ")":
                yield _superfluous(place, told)
            elif after := explains.match(place.after):
                yield _explained(place, told, after)
            elif where(place):
                yield _spelled(place, told, means.full, certain=certain(place))

    return find


def _superfluous(place: Place, told: str) -> Hit:
    opened = len(place.before[:-1].rstrip())
    fix = correction(place.line, opened, place.match.end() + 1, "")
    return _hit(place, told, f'leave out "({place.said})": the words before it say so', fix)


def _explained(place: Place, told: str, words: re.Match[str]) -> Hit:
    start = place.match.start()
    fix = correction(place.line, start, place.match.end() + words.end(), words["words"])
    return _hit(place, told, f'write "{words["words"]}" alone', fix)


def _spelled(place: Place, told: str, full: Write, *, certain: bool) -> Hit:
    text = full if isinstance(full, str) else full(place)
    if place.said.endswith(".") and re.match(r"\s*$|\s+[A-Z]", place.after):
        text += "."
    text = place.in_place(text)
    fix = correction(place.line, *place.match.span(), text) if text and certain else None
    return _hit(place, told, f'write "{text}"' if text else "", fix)


def _hit(place: Place, told: str, hint: str, fix: Fix | None) -> Hit:
    column = place.line.column(place.at)
    return Hit(place.line.number, column, told.format(place.said), hint, fix)
