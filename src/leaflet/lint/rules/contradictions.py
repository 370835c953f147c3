"""A dose that is one thing under Dosage and another elsewhere."""

import re
from collections.abc import Iterable, Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.amounts import Amount, amounts
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.patterns import REACH
from leaflet.lint.text.rule import Hit, Rule

_KINDS = {
    "maximum": re.compile(
        r"\b(?:max(?:imum)?\.? (?:recommended |total |adult )*(?:daily )?dos(?:e|age) (?:is|of)"
        r"|(?:not|never) (?:take more than|exceed))\s*$",
        re.IGNORECASE,
    ),
    "starting": re.compile(
        r"\b(?:starting|initial) dos(?:e|age) (?:is|of) (?:usually |typically )?$", re.IGNORECASE
    ),
    "usual": re.compile(
        r"\b(?:usual|typical|recommended|standard) (?:adult |daily )*dos(?:e|age) (?:is|of)"
        r" (?:usually |typically )?$",
        re.IGNORECASE,
    ),
}
_STOP = re.compile(r"[.;!?](?=\s|$)")
_NEAR = 80
"""Characters before an amount in which it is said what dose it is."""
_SOME_PEOPLE = re.compile(
    r"\b(?:elderly|older|renal|hepatic|kidney|liver|impair\w*|child\w*|pa?ediatric|adolescen\w*"
    r"|infant\w*|weigh\w*|kg|if|when|alcohol|some|patients with|for (?!adults)\w+)\b|[<>≥≤]",
    re.IGNORECASE,
)


def _differing(manuscript: Manuscript) -> Iterator[Hit]:
    elsewhere = manuscript.within("usage", "precautions", "faqs", "how-it-works")
    dosage = tuple(manuscript.within("dosage"))
    stated = tuple(_statements(dosage))
    named = {each for at in dosage for each in amounts(at.words)}
    for line, kind, amount in _statements(elsewhere):
        same = [(at, each) for at, of, each in stated if of == kind and each.is_like(amount)]
        if same and not any(_agree(amount, each) for each in named):
            at, other = same[0]
            said = f'"{_words(line, amount)}" is the {kind} dose here'
            message = f'{said}, "{_words(at, other)}" under Dosage'
            hint = f"Dosage says so in line {at.number}: which is right?"
            yield Hit(line.number, line.column(amount.start), message, hint)


def _statements(lines: Iterable[SourceLine]) -> Iterator[tuple[SourceLine, str, Amount]]:
    """What lines say of a kind of dose, of all who take the medicine."""
    for line in lines:
        for amount in amounts(line.words):
            before = _STOP.split(line.words[max(amount.start - REACH, 0) : amount.start])[-1]
            after = _STOP.split(line.words[amount.end : amount.end + REACH])[0]
            begins = not before.strip()[:1].islower()
            if begins and not _SOME_PEOPLE.search(f"{before} {after}"):
                near = before[-_NEAR:]
                yield from ((line, kind, amount) for kind, m in _KINDS.items() if m.search(near))


def _agree(one: Amount, other: Amount) -> bool:
    """Whether one lies within the other, whatever it is per: a day's dose may be told in parts."""
    return one.unit == other.unit and other.least <= one.least and one.most <= other.most


def _words(line: SourceLine, amount: Amount) -> str:
    return line.words[amount.start : amount.end]


RULES: tuple[Rule, ...] = (
    Rule(
        "dose-differs",
        Severity.WARNING,
        "the same dose is stated differently in two sections",
        "The reader will believe one of them. Told only of starting, usual and maximum doses that "
        "hold for everybody, where Dosage states one of the same kind and names the other nowhere.",
        "The project's own rule",
        _differing,
        right=("The maximum daily dose is 4 g. Do not exceed 4 g per day.",),
    ),
)
