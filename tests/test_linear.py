"""Reading, topics, checking and composing take work in proportion to a text, whatever it repeats.

Work is counted in calls, which are the same on any machine. An expression calls nothing while it
scans a text, so each pattern is also measured in CPU time, at sizes at which the time of a linear
stage is far below the bound and that of a quadratic one far above it.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from leaflet.compose import Design, compose
from leaflet.config.limits import Limits
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import PictureFolder
from leaflet.lint import check
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph
from leaflet.theme.search_path import Theme, shipped
from leaflet.topics.assign import assign_topics
from repeated import PATTERNS
from work import assert_linear

THEME = Theme((shipped(),))
HIGHEST = Limits(
    file_size=1000,
    lines=60_000,
    line_length=50_000,
    paragraph_length=50_000,
    word_length=5000,
    spaces=5000,
    nesting=30,
    entries=20_000,
    emphases=40_000,
    table_columns=50,
)
"""The highest limits that a user can set: up to them, work must not grow faster than a text."""

SCANNED = (
    *("beginnings of links", "addresses without an end", "pictures without an end"),
    *("opening brackets, one a paragraph", "brackets", "unclosed comments"),
    *("unclosed comments, one a line", "comments that do not close", "comments of dashes"),
    *("code", "open code", "runs of backticks", "fences", "open tags, one a paragraph"),
    *("bold tags", "closing tags", "open emphasis", "stars", "underscores", "wide spaces"),
)
"""Patterns in section Precautions at whose ends expressions look for an end that is not there."""

DOSES = ("doses", "doses and volumes", "numbered doses", "maximum doses", "abbreviations")
"""Patterns in section Dosage with many places at which the proof-reader looks around."""


@cache
def design(kind: str) -> Design:
    chosen = THEME.kind(kind)
    return Design(chosen, THEME, THEME.stylesheet(chosen, (), "a4"), Settings())


def read(text: str) -> Monograph | None:
    """The monograph of a text; None if it is refused, which must not take long either."""
    with suppress(DocumentError):
        monograph = parse(text.encode(), "testamide.md", HIGHEST)
        return assign_topics(monograph, THEME.topics(monograph.front.lang))
    return None


def proof_read(text: str) -> None:
    with suppress(DocumentError):
        check(text.encode(), "testamide.md", Settings(limits=HIGHEST))


def print_and_proof_read(text: str) -> None:
    """What both commands do with a text, without the layout engine."""
    proof_read(text)
    if monograph := read(text):
        for kind in ("patient", "clinician"):
            with suppress(DocumentError):
                compose(monograph, design(kind), base=PictureFolder(Path()))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_twice_the_text_is_twice_the_work(pattern: str) -> None:
    assert_linear(lambda number: print_and_proof_read(PATTERNS[pattern](number)), 12)


def seconds(work: Callable[[str], object], text: str) -> float:
    """The CPU time of some work with a text: the least of three, since nothing makes it less."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work(text)
        times.append(time.process_time() - started)
    return min(times)


TIMED = [
    *((f"Precautions: {name}", read) for name in SCANNED),
    *((f"Dosage: {name}", proof_read) for name in DOSES),
]


@pytest.mark.parametrize(("pattern", "work"), TIMED)
def test_four_times_the_text_is_not_ten_times_the_time(
    pattern: str, work: Callable[[str], object]
) -> None:
    number = 12_000 // len(PATTERNS[pattern](2))
    small, large = (seconds(work, PATTERNS[pattern](factor * number)) for factor in (1, 4))
    assert large < 10 * small + 0.1
