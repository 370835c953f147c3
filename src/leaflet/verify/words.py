"""Check 1: every word of the composition is in the PDF, in order, and no other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from leaflet.diagnostics import Diagnostic
from leaflet.verify.evidence import Evidence, excerpt
from leaflet.verify.reading import Reading
from leaflet.verify.script import squeeze

_MARKER = re.compile(r"[•–▪◦·.]+|\d{1,3}[.)]?|[a-z][.)]")
"""A bullet or number that the style sheet sets before a list item or heading."""

_MOST_FINDINGS = 5


@dataclass(frozen=True, slots=True)
class Said:
    """Words in the order of the tags; ``head`` tells that they stand in the head of a table."""

    text: str
    head: bool


def check_words(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare what the tags say, from first to last, with what the composition says.

    Blocks must come whole and in order. Besides them only list markers and heading numbers of the
    style sheet, and the heads of tables repeated after a page break, may stand in the PDF.
    """
    return islice(_differences(evidence), _MOST_FINDINGS)


def _differences(evidence: Evidence) -> Iterator[Diagnostic]:
    stream = list(said(evidence.reading))
    heads: set[str] = set()
    at = 0
    for line, below in zip_longest(evidence.script, evidence.script[1:]):
        # Heads are read once; where they stand again, after a page break, they are passed over.
        repeated = set() if line.head else heads
        start, end = _find(squeeze(line.text), stream, at, repeated)
        next_is_here = below is not None and _match(squeeze(below.text), stream, at, heads)
        if end is None or (start > at and next_is_here):
            yield evidence.error(
                "words-lost",
                f'not printed as it is written: "{excerpt(line.text)}"',
                words=line.text,
                hint="see whether a style hides or moves it",
            )
            continue
        yield from _added(evidence, stream[at:start])
        if line.head:
            heads |= {said.text for said in stream[start:end]}
        at = end
    yield from _added(evidence, stream[at:])


def _added(evidence: Evidence, stream: Sequence[Said]) -> Iterator[Diagnostic]:
    words = " ".join(s.text for s in stream if not _MARKER.fullmatch(s.text))
    if words:
        yield evidence.error("words-added", f'printed, but not written here: "{excerpt(words)}"')


def _find(wanted: str, stream: Sequence[Said], at: int, heads: set[str]) -> tuple[int, int | None]:
    """Where ``wanted`` stands in the stream from ``at`` on, as (start, end)."""
    for start in range(at, len(stream)):
        end = _match(wanted, stream, start, heads)
        if end is not None:
            return start, end
    return at, None


def said(reading: Reading) -> Iterator[Said]:
    """The words of a PDF as its tags order them, without white space."""
    runs: dict[tuple[int, int], list[str]] = {}
    for page in reading.pages:
        for run in page.runs:
            if run.mark >= 0:
                runs.setdefault((run.page, run.mark), []).append(run.text)
    for place in reading.tagged:
        for text in runs.get((place.page, place.mark), ()):
            if words := squeeze(text):
                yield Said(words, "THead" in place.tags)


def _match(wanted: str, stream: Sequence[Said], at: int, heads: set[str]) -> int | None:
    """Where the stream goes on after ``wanted``, or None if that is not what comes next."""
    left = wanted
    while left:
        if at == len(stream):
            return None
        text, repeated = stream[at].text, stream[at].head and stream[at].text in heads
        at += 1
        if repeated:
            continue
        if left.startswith(text):
            left = left[len(text) :]
        elif left != wanted or not _MARKER.fullmatch(text):
            return None
    return at
