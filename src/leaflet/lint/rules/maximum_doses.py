"""A maximum below the dose that it is the maximum of."""

import re
from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.amounts import Amount, amounts
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.readability_scores import sentences_of
from leaflet.lint.text.rule import Hit, Rule

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


_SPOKEN_OF = re.compile(r"max|exceed|no more than", re.IGNORECASE)
_TIMES = {"twice": 2, "three times": 3, "four times": 4}


def _low_maximum(manuscript: Manuscript) -> Iterator[Hit]:
    above: SourceLine | None = None
    for line in manuscript.within("dosage"):
        begin = 0
        for at, said in sentences_of(line.words) if _SPOKEN_OF.search(line.words) else ():
            yield from _below(line, begin, line.words[begin : at + len(said)], at - begin)
            begin = at
        if above:
            yield from _below_line_above(above, line)
        above = line if line.words.strip() else above


def _below(line: SourceLine, begin: int, said: str, last: int) -> Iterator[Hit]:
    """Maxima in the last sentence of what is ``said``, which begins at ``last``, below a dose."""
    stated = tuple(amounts(said))
    for number, most in enumerate(stated):
        doses = stated[:number]
        if most.start < last or not doses or not _is_maximum(said, most.start, most.end):
            continue
        alike = all(dose.is_like(most) for dose in doses)
        same_people = not _OTHER_PEOPLE.search(said[doses[-1].end : most.start])
        least = min(_in_all(said, dose, most) for dose in doses)
        if alike and same_people and most.most < least:
            yield _hit(line, begin + most.start, said[most.start : most.end])


def _in_all(said: str, dose: Amount, most: Amount) -> float:
    """The least of a dose, or of all its day's doses if the maximum is that of a day."""
    times = re.match(r"\s?(?:orally |by mouth )?(twice|three times|four times)\b", said[dose.end :])
    of_a_day = most.daily or re.search(r"\bdaily\b[^.;\d]*$", said[dose.end + 20 : most.start])
    return dose.least * (_TIMES[times[1]] if times and of_a_day else 1)


def _below_line_above(above: SourceLine, line: SourceLine) -> Iterator[Hit]:
    """A line of its own for the maximum, below the line for the dose."""
    stated, doses = tuple(amounts(line.words)), tuple(amounts(above.words))
    if len(stated) != 1 or not doses or not re.match("max", line.words, re.IGNORECASE):
        return
    most = stated[0]
    alike = above.labels[:-1] == line.labels[:-1] and all(dose.is_like(most) for dose in doses)
    same_people = not _OTHER_PEOPLE.search(f"{above.words} {line.words}")
    single = _OTHER_MATTER.search(line.words)
    if alike and same_people and not single and most.most < min(dose.least for dose in doses):
        yield _hit(line, most.start, line.words[most.start : most.end])


def _is_maximum(said: str, start: int, end: int) -> bool:
    maximum = _MAXIMUM.search(said[:start])
    if not maximum:
        return False
    return not _OTHER_MATTER.search(maximum.group() + said[end : end + 20])


def _hit(line: SourceLine, at: int, said: str) -> Hit:
    message = f'the maximum, "{said}", is less than the dose'
    return Hit(line.number, line.column(at), message, "look both numbers up: one may be wrong")


RULES: tuple[Rule, ...] = (
    Rule(
        "maximum-below-dose",
        Severity.WARNING,
        "the maximum is less than the dose",
        "One of the two numbers is wrong. Only where both are said of the same people, in one "
        "sentence or the next; maxima of rates, steps and single doses are left alone.",
        "The project's own rule",
        _low_maximum,
        wrong=("Take 500 mg twice daily, up to a maximum of 400 mg per day.",),
        right=(
            "Take 500 mg once daily. In the elderly the maximum is 250 mg per day.",
            "Take 500 mg twice daily, up to a maximum of 2 g per day.",
        ),
    ),
)
