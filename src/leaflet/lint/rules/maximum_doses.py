"""A maximum dose that is lower than the dose itself."""

import re
from collections.abc import Iterator, Sequence

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import OWN
from leaflet.lint.text.amounts import Amount, parse_amounts
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.patterns import REACH
from leaflet.lint.text.readability_scores import sentences_of
from leaflet.lint.text.rule import Hit, Rule
from leaflet.section_key import SectionKey

_MAXIMUM = re.compile(
    r"\b(?:max(?:imum|\.)?(?P<what>[^.;:()\d]{0,40}?)(?:is|of|:|exceed(?:ing)?)?"
    r"|(?:not (?:to )?exceed(?:ing)?|no more than))\s*$",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"rate|increase|increment|concentration|infusion|adjust|volume|duration|titrat|interval|single"
    r"|per dose|each dose|at (?:a time|once)|bolus",
    re.IGNORECASE,
)
_OTHER_PEOPLE = re.compile(
    r"\b(?:elderly|older|renal\w*|hepatic\w*|kidney|liver|impair\w*|CrCl|child\w*|pa?ediatric"
    r"|adolescen\w*|infant\w*|weigh\w*|inhibitor\w*|combin\w*|concomitant\w*|if|when|under|patients"
    r"|loading|then|followed|for(?! \d)|over(?! \d+ (?:min|hour))"
    r"|with(?! (?:or without )?(?:food|a meal|meals|water)))\b|[<>≥≤]",
    re.IGNORECASE,
)

_MOST_DOSES = 50
"""How many doses a maximum is compared with: those right before it, in at most two sentences."""

_MENTIONED = re.compile(r"max|exceed|no more than", re.IGNORECASE)
_TIMES_A_DAY = re.compile(r"\s?(?:orally |by mouth )?(twice|three times|four times)\b")
_TIMES = {"twice": 2, "three times": 3, "four times": 4}


def _low_maximum(manuscript: Manuscript) -> Iterator[Hit]:
    above: SourceLine | None = None
    for line in manuscript.within(SectionKey.DOSAGE):
        if _MENTIONED.search(line.words):
            yield from _within_line(line)
        if above:
            yield from _below_line_above(above, line)
        above = line if line.words.strip() else above


def _within_line(line: SourceLine) -> Iterator[Hit]:
    """Maxima that are lower than the doses before them in the same sentence or the one before."""
    before = 0
    for start, sentence in sentences_of(line.words):
        words = line.words[before : start + len(sentence)]
        stated = tuple(parse_amounts(words))
        for number, maximum in enumerate(stated):
            near = stated[max(number - _MOST_DOSES, 0) : number]
            if maximum.start >= start - before and _is_low(words, maximum, near):
                yield _hit(line, before + maximum.start, maximum)
        before = start


def _is_low(words: str, maximum: Amount, doses: Sequence[Amount]) -> bool:
    if not doses or not _is_maximum(words, maximum):
        return False
    comparable = all(dose.is_like(maximum) for dose in doses)
    same_people = not _OTHER_PEOPLE.search(words[doses[-1].end : maximum.start])
    lowest = min(_total(words, dose, maximum) for dose in doses)
    return comparable and same_people and maximum.most < lowest


def _total(words: str, dose: Amount, maximum: Amount) -> float:
    """The dose, or all the doses of a day if the maximum is per day."""
    times = _TIMES_A_DAY.match(words, dose.end)
    per_day = maximum.daily or re.search(
        r"\bdaily\b[^.;\d]*$", words[max(dose.end + 20, maximum.start - REACH) : maximum.start]
    )
    return dose.least * (_TIMES[times[1]] if times and per_day else 1)


def _below_line_above(above: SourceLine, line: SourceLine) -> Iterator[Hit]:
    """A maximum on a line of its own that is lower than the doses on the line above."""
    stated, doses = tuple(parse_amounts(line.words)), tuple(parse_amounts(above.words))
    if len(stated) != 1 or not doses or not re.match("max", line.words, re.IGNORECASE):
        return
    maximum = stated[0]
    same_label = above.labels[:-1] == line.labels[:-1]
    comparable = same_label and all(dose.is_like(maximum) for dose in doses)
    same_people = not _OTHER_PEOPLE.search(f"{above.words} {line.words}")
    other_matter = _OTHER_MATTER.search(line.words)
    lowest = min(dose.least for dose in doses)
    if comparable and same_people and not other_matter and maximum.most < lowest:
        yield _hit(line, maximum.start, maximum)


def _is_maximum(words: str, amount: Amount) -> bool:
    maximum = _MAXIMUM.search(words[max(amount.start - REACH, 0) : amount.start])
    if not maximum:
        return False
    return not _OTHER_MATTER.search(maximum.group() + words[amount.end : amount.end + 20])


def _hit(line: SourceLine, start: int, maximum: Amount) -> Hit:
    message = f'the maximum ("{maximum.text}") is lower than the dose'
    return Hit(line.number, line.column(start), message, "check both numbers: one may be wrong")


RULES: tuple[Rule, ...] = (
    Rule(
        "maximum-below-dose",
        Severity.WARNING,
        "the maximum is lower than the dose",
        "One of the two numbers is wrong. The rule compares them only if both are about the same "
        "people, in the same sentence or the next; maxima of rates, steps and single doses are "
        "ignored.",
        OWN,
        _low_maximum,
        wrong=("Take 500 mg twice daily, up to a maximum of 400 mg per day.",),
        right=(
            "Take 500 mg once daily. In the elderly the maximum is 250 mg per day.",
            "Take 500 mg twice daily, up to a maximum of 2 g per day.",
        ),
    ),
)
