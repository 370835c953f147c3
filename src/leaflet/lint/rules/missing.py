"""What a monograph should say and does not, or says twice."""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.phrases import wording
from leaflet.lint.text.rule import Hit, Rule
from leaflet.monograph.model import Section
from leaflet.monograph.structure.headings import covered
from leaflet.monograph.structure.section_names import CLINICAL

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
_SPREAD = wording(
    r"\b(?:thin|small|pea-?sized?|generous|liberal|sufficient"
    r"|adequate) (?:\w+ )?(?:layer|film|amount|quantity|coat)"
    r"|\bappl(?:y|ied|ication)\b[^.]{0,80}\b(?:once|twice|times|daily|every|as needed)\b"
)
_LONG = 12
"""Words that a line must have for its coming twice to be no accident."""


def _no_dose(manuscript: Manuscript) -> Iterator[Hit]:
    heading = next((x for x in manuscript.body if x.heading and x.section == "dosage"), None)
    if heading is None:
        return
    lines = [line.words for line in manuscript.body if line.section == "dosage"]
    if not any(_AMOUNT.search(words) or _SPREAD.search(words) for words in lines):
        yield Hit(
            heading.number,
            heading.column(0),
            "the dosage states no amount",
            "state the dose, or waive this with the reason why there is none",
        )


def _missing_section(manuscript: Manuscript) -> Iterator[Hit]:
    if manuscript.monograph is None:
        return
    present = {section.key for section in manuscript.sections if section.body}
    for section in manuscript.sections:
        present |= covered(section.heading) if not section.key and section.body else set()
    for key in CLINICAL:
        if key not in present:
            name = key.replace("-", " ")
            yield Hit(*_place(manuscript, key), f"there is no section {name}", "write one")


def _place(manuscript: Manuscript, key: str) -> tuple[int, int]:
    """Where a section is missed: at its empty heading, else where the text begins."""
    empty: Section | None = next((s for s in manuscript.sections if s.key == key), None)
    return (empty.line if empty and empty.line else manuscript.body_line), 1


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
                f"says word for word what line {first} says",
                "say it once; a copied line may have replaced another",
            )


_TABLE = wording(
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
                "put the table in, or say where it is",
            )


RULES: tuple[Rule, ...] = (
    Rule(
        "no-dose",
        Severity.WARNING,
        "the section Dosage states no amount",
        "A sheet without a dose sends its reader looking for one elsewhere.",
        "UK Human Medicines Regulations 2012, schedule 27: dose, route, frequency",
        _no_dose,
        wrong=("The dose is set by your doctor.",),
        right=("Apply a thin layer twice daily.", "Adults: 5 mg once daily."),
    ),
    Rule(
        "missing-section",
        Severity.WARNING,
        "one of the six clinical sections has no text",
        "A reader takes silence for safety: no section on side effects reads as none.",
        "UK Human Medicines Regulations 2012, schedule 27",
        _missing_section,
    ),
    Rule(
        "duplicate-content",
        Severity.WARNING,
        "a line stands twice",
        "One of the two was often meant to say something else, of another drug or another dose.",
        "EMA QRD template: say everything once, where it belongs",
        _duplicates,
    ),
    Rule(
        "missing-table",
        Severity.WARNING,
        "the text points to a table that is not there",
        "The table that was lost is most often the one with the doses.",
        "A survey of 6,447 monographs: 29 speak of a table, none of these has one",
        _missing_table,
        wrong=("The dose by weight is in the table below.",),
        right=("The dose by weight is in the list below.",),
    ),
)
