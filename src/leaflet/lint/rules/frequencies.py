"""Frequency words that contradict the percentage beside them."""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import EMA_FREQUENCIES
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit, Rule
from leaflet.monograph.frequency import Range, read_range
from leaflet.section_key import SectionKey

_BANDS = {
    "very common": Range(0.1, 1.0),
    "common": Range(0.01, 0.1),
    "uncommon": Range(0.001, 0.01),
    "rare": Range(0.0001, 0.001),
    "very rare": Range(0.0, 0.0001),
}
"""What each word means (EMA, QRD template, section 4.8), as shares of all people."""

_LABEL = re.compile(
    r"(?<![\w-])(?<!less )(?<!more )(?<!most )(?<!not )(?<!quite )(?<!relatively )(?<!and )(?<!or )"
    r"(?P<word>very common|common|uncommon|very rare|rare)(?:ly)?\b"
    r"(?P<between>[^.:;()\d%]{0,60})(?P<number>\([^()]*(?:%|\b1 in \d)[^()]*\))",
    re.IGNORECASE,
)
_SLACK = 1e-9


def _wrong_words(manuscript: Manuscript) -> Iterator[Hit]:
    for line, found, stated in _labels(manuscript):
        band = _BANDS[_word(found)]
        if _is_apart(stated, band):
            right = [word for word, other in _BANDS.items() if not _is_apart(stated, other)]
            message = f'"{found["word"]}" contradicts {found["number"]}'
            hint = f'"{_word(found)}" means {_percent(band)}'
            if len(right) == 1:
                hint += f'; for {found["number"].strip("()")} write "{right[0]}"'
            yield Hit(line.number, line.column(found.start("word")), message, hint)


def _wide_numbers(manuscript: Manuscript) -> Iterator[Hit]:
    for line, found, stated in _labels(manuscript):
        band = _BANDS[_word(found)]
        if not _is_apart(stated, band) and not _is_within(stated, band):
            message = f'{found["number"]} covers more than "{found["word"]}"'
            hint = f'"{_word(found)}" means {_percent(band)}; give both ends of the range'
            yield Hit(line.number, line.column(found.start("number")), message, hint)


def _labels(manuscript: Manuscript) -> Iterator[tuple[SourceLine, re.Match[str], Range]]:
    """The frequency words with a number in brackets after them, and the range of that number."""
    for line in manuscript.within(SectionKey.SIDE_EFFECTS):
        for found in _LABEL.finditer(line.words):
            stated = read_range(found["number"])
            if stated and not re.search(
                r"\b(?:un)?common\b|\brare\b", found["between"], re.IGNORECASE
            ):
                yield line, found, stated


def _word(found: re.Match[str]) -> str:
    return found["word"].lower()


def _is_apart(stated: Range, band: Range) -> bool:
    """Whether the two ranges share nothing, or only an end."""
    if stated.least == stated.most:
        return not band.least - _SLACK <= stated.least <= band.most + _SLACK
    return stated.most <= band.least + _SLACK or stated.least >= band.most - _SLACK


def _is_within(stated: Range, band: Range) -> bool:
    """Whether the number covers no more than the word; "up to 10 %" is common in templates."""
    least = band.least if stated.least == 0 else stated.least
    return least >= band.least - _SLACK and stated.most <= band.most + _SLACK


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
        "a frequency word contradicts the percentage beside it",
        'The European frequency words have fixed meanings: "common" is 1 to 10%, "very common" '
        "more than 10%. If word and number disagree, readers cannot know how often an effect "
        "occurs. leaflet prints what the number says.",
        EMA_FREQUENCIES,
        _wrong_words,
        right=("**Common (1-10%):** headache",),
    ),
    Rule(
        "frequency-spans",
        Severity.NOTE,
        "a percentage covers more than the frequency word beside it",
        'More than 1% may be "common" or "very common", and less than 1% "uncommon", "rare" or '
        '"very rare".',
        EMA_FREQUENCIES,
        _wide_numbers,
        right=("**Common (1-10%):** headache",),
    ),
)
