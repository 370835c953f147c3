"""A word of frequency that disagrees with the percentage beside it."""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit, Rule
from leaflet.monograph.frequency import Range, read_range

_BANDS = {
    "very common": Range(0.1, 1.0),
    "common": Range(0.01, 0.1),
    "uncommon": Range(0.001, 0.01),
    "rare": Range(0.0001, 0.001),
    "very rare": Range(0.0, 0.0001),
}
"""What each word means (EMA, QRD template, section 4.8), as shares of all people."""

_SAID = re.compile(
    r"(?<![\w-])(?<!less )(?<!more )(?<!most )(?<!not )(?<!quite )(?<!relatively )(?<!and )(?<!or )"
    r"(?P<word>very common|common|uncommon|very rare|rare)(?:ly)?\b"
    r"(?P<between>[^.:;()\d%]{0,60})(?P<number>\([^()]*(?:%|\b1 in \d)[^()]*\))",
    re.IGNORECASE,
)
_SLACK = 1e-9


_EMA = "EMA, QRD template for product information, section 4.8"


def _wrong_words(manuscript: Manuscript) -> Iterator[Hit]:
    for line, found, told in _labels(manuscript):
        band = _BANDS[_word(found)]
        if _is_apart(told, band):
            right = [word for word, other in _BANDS.items() if not _is_apart(told, other)]
            message = f'"{found["word"]}" does not agree with {found["number"]}'
            hint = f"{_percent(band)} is {_word(found)}"
            if len(right) == 1:
                hint += f", {found['number'].strip('()')} is {right[0]}"
            yield Hit(line.number, line.column(found.start("word")), message, hint)


def _wide_numbers(manuscript: Manuscript) -> Iterator[Hit]:
    for line, found, told in _labels(manuscript):
        band = _BANDS[_word(found)]
        if not _is_apart(told, band) and not _is_within(told, band):
            message = f'{found["number"]} says more than "{found["word"]}"'
            hint = f"{_word(found)} is {_percent(band)}; give both ends of the range"
            yield Hit(line.number, line.column(found.start("number")), message, hint)


def _labels(manuscript: Manuscript) -> Iterator[tuple[SourceLine, re.Match[str], Range]]:
    """The words of frequency with a number in a bracket behind them, and what that says."""
    for line in manuscript.within("side-effects"):
        for found in _SAID.finditer(line.words):
            told = read_range(found["number"])
            if told and not re.search(
                r"\b(?:un)?common\b|\brare\b", found["between"], re.IGNORECASE
            ):
                yield line, found, told


def _word(found: re.Match[str]) -> str:
    return found["word"].lower()


def _is_apart(told: Range, band: Range) -> bool:
    """Whether the two have nothing in common but an end."""
    if told.least == told.most:
        return not band.least - _SLACK <= told.least <= band.most + _SLACK
    return told.most <= band.least + _SLACK or told.least >= band.most - _SLACK


def _is_within(told: Range, band: Range) -> bool:
    """Whether the number says no more than the word; "up to 10 %" is as the templates have it."""
    least = band.least if told.least == 0 else told.least
    return least >= band.least - _SLACK and told.most <= band.most + _SLACK


def _percent(band: Range) -> str:
    if band.most == 1:
        return f"more than {band.least:.0%}"
    if band.least == 0:
        return f"less than {band.most:.2%}"
    return f"{band.least * 100:g} to {band.most * 100:g}%"


RULES: tuple[Rule, ...] = (
    Rule(
        "frequency-disagrees",
        Severity.WARNING,
        "a word of frequency disagrees with its percentage",
        "To the European words belong numbers: common is 1 to 10%, more than 10% is very common. "
        "Where the two disagree, nobody knows how often an effect was seen. leaflet prints what "
        "the number says.",
        _EMA,
        _wrong_words,
        right=("**Common (1-10%):** headache",),
    ),
    Rule(
        "frequency-spans",
        Severity.NOTE,
        "a percentage that says more than the word before it",
        "More than 1% may be common or very common, less than 1% uncommon or very rare.",
        _EMA,
        _wide_numbers,
        right=("**Common (1-10%):** headache",),
    ),
)
