"""What is missing from a monograph, or in it twice."""

import re
from collections.abc import Iterator

from leaflet.config.section_names import CLINICAL
from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import UK_LAW
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.phrases import Wording
from leaflet.lint.text.rule import Hit, Rule
from leaflet.section_key import SectionKey

_UNIT = (
    r"(?:%|mg|mcg|µg|μg|ng|kg|g|grams?|micrograms?|milligrams?|mL|ml|cc|l|litres?"
    r"|liters?|units?|IU|MIU|U"
    r"|mEq|mmol|MBq|GBq|mCi|kcal|PFU|CFU|cells|vials?|tablets?|capsules?|caplets?"
    r"|lozenges?|drops?|puffs?"
    r"|sprays?|inhalations?|actuations?|patch(?:es)?|sachets?|suppositor(?:y|ies)|pessar(?:y|ies)"
    r"|teaspoons?|tablespoons?|teaspoonfuls?|ampoules?|doses?|injections?"
    r"|applications?|cm|inch(?:es)?"
    r"|milliliters?|millilitres?|rings?|implants?|films?|strips?|pieces?|enemas?|lac"
    r"|million|billion)"
)
_NUMBER = (
    r"(?:\d[\d.,]*|½|\b(?:one|two|three|four|half|an?)"
    r"(?: or (?:two|three|four))?(?: (?:single|small))?)"
)
_AMOUNT = re.compile(rf"{_NUMBER}[\s\u00a0-]*{_UNIT}(?![\w])", re.I)
_SPREAD = Wording(
    r"\b(?:thin|small|pea-?sized?|generous|liberal|sufficient"
    r"|adequate) (?:\w+ )?(?:layer|film|amount|quantity|coat)"
    r"|\bappl(?:y|ied|ication)\b[^.]{0,80}\b(?:once|twice|times|daily|every|as needed)\b"
)
_LONG = 12
"""Lines with fewer words than this may repeat without being a mistake."""


def _no_dose(manuscript: Manuscript) -> Iterator[Hit]:
    heading = next(
        (x for x in manuscript.body if x.heading and x.section == SectionKey.DOSAGE), None
    )
    if heading is None:
        return
    lines = [line.words for line in manuscript.body if line.section == SectionKey.DOSAGE]
    if not any(_AMOUNT.search(words) or _SPREAD.search(words) for words in lines):
        yield Hit(
            heading.number,
            heading.column(0),
            "the dosage section states no amount",
            "state the dose, or waive this rule and give the reason why there is none",
        )


def _missing_section(manuscript: Manuscript) -> Iterator[Hit]:
    if manuscript.monograph is None:
        return
    present = {section.key for section in manuscript.sections if section.body}
    for section in manuscript.sections:
        if not section.key and section.body:
            present |= section.covers
    for key in CLINICAL:
        if key not in present:
            name = key.replace("-", " ")
            yield Hit(
                *_position(manuscript, key), f"the section {name} is missing or empty", "write it"
            )


def _position(manuscript: Manuscript, key: str) -> tuple[int, int]:
    """Its heading if the section is empty, otherwise the beginning of the text."""
    heading = next((s.line for s in manuscript.sections if s.key == key), 0)
    return heading or manuscript.body_line, 1


def _duplicates(manuscript: Manuscript) -> Iterator[Hit]:
    seen: dict[str, int] = {}
    for line in manuscript.body:
        words = re.findall(r"\w+", line.words.lower())
        if len(words) < _LONG:
            continue
        first = seen.setdefault(" ".join(words), line.number)
        if first != line.number:
            yield Hit(
                line.number,
                line.column(0),
                f"this line repeats line {first} word for word",
                "delete one of the two; make sure that the copy has not replaced another line",
            )


_TABLE = Wording(
    r"\b(?:(?:table|chart) (?:above|below)|(?:following|above|below) (?:table|chart))\b"
)


def _missing_table(manuscript: Manuscript) -> Iterator[Hit]:
    if any(line.raw.count("|") > 1 for line in manuscript.body):
        return
    for line in manuscript.body:
        if found := _TABLE.search(line.words):
            yield Hit(
                line.number,
                line.column(found.start()),
                f'"{found.group()}", but there is no table',
                "add the table, or correct the text",
            )


RULES: tuple[Rule, ...] = (
    Rule(
        "no-dose",
        Severity.WARNING,
        "the dosage section states no amount",
        "A reader who cannot find the dose guesses it or looks for it elsewhere.",
        f"{UK_LAW}: dose, route, frequency",
        _no_dose,
        wrong=("The dose is set by your doctor.",),
        right=("Apply a thin layer twice daily.", "Adults: 5 mg once daily."),
    ),
    Rule(
        "missing-section",
        Severity.WARNING,
        "one of the six clinical sections is missing or empty",
        "Readers may conclude that a medicine without a section on side effects has none.",
        UK_LAW,
        _missing_section,
    ),
    Rule(
        "duplicate-content",
        Severity.WARNING,
        "a line appears twice",
        "One of the two was often meant to say something else, about another drug or another dose.",
        "EMA QRD template: say everything once, where it belongs",
        _duplicates,
    ),
    Rule(
        "missing-table",
        Severity.WARNING,
        "the text refers to a table that is not there",
        "The table that got lost is usually the one with the doses.",
        "A survey of 6,447 monographs: 29 refer to a table, and none of them has one",
        _missing_table,
        wrong=("The dose by weight is in the table below.",),
        right=("The dose by weight is in the list below.",),
    ),
)
