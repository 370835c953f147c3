"""The script followed through the PDF: which runs, in the order of the tags, say which line."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaflet.verification.expected.html_lines import Line, squeeze
from leaflet.verification.pdf.model import ParsedPdf, TextRun

MARKER = re.compile(r"[•–▪◦·.]+|[.)]?\d{1,3}[.)]?|[a-z][.)]")
"""A bullet or number that the style sheet sets before a list item or heading."""

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Said:
    """Words in the order of the tags; ``head`` tells that they stand in the head of a table."""

    text: str
    head: bool
    run: TextRun


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be said, without white space, and the places where it may be divided."""

    text: str
    hyphens: frozenset[int]

    @classmethod
    def of(cls, words: str) -> "Wanted":
        """The words of a line; each soft hyphen among them is such a place."""
        composed = unicodedata.normalize("NFC", words)
        parts = [squeeze(part) for part in composed.split(_SOFT_HYPHEN)]
        ends = [sum(map(len, parts[:number])) for number in range(1, len(parts))]
        return cls("".join(parts), frozenset(ends))

    def after(self, at: int, text: str) -> int | None:
        """Where it goes on when ``text`` was said from ``at`` on; None if that is something else.

        A hyphen at the end of ``text`` is taken for one that divides a word, but only where the
        composition allows for it.
        """
        if self.text.startswith(text, at):
            return at + len(text)
        end = at + len(text) - 1
        divided = text.endswith("-") and end in self.hyphens
        return end if divided and self.text.startswith(text[:-1], at) else None


@dataclass(frozen=True, slots=True)
class Followed:
    """A line of the script and its place in the stream; ``end`` is None where it was not found."""

    line: Line
    wanted: Wanted
    start: int
    end: int | None


def said(reading: ParsedPdf) -> Iterator[Said]:
    """The words of a PDF as its tags order them, without white space."""
    runs: dict[tuple[int, int], list[TextRun]] = {}
    for page in reading.pages:
        for run in page.runs:
            if run.mcid >= 0:
                runs.setdefault((run.page, run.mcid), []).append(run)
    for place in reading.marked_content:
        for run in runs.get((place.page, place.mcid), ()):
            if words := squeeze(run.text):
                yield Said(words, "THead" in place.tags, run)


def follow(script: Iterable[Line], stream: Sequence[Said]) -> Iterator[Followed]:
    """Where each line of the script stands in the stream.

    Before its words a line may have a marker of the style sheet. The heads of a table are read
    once; where they stand again, after a page break, they are passed over.
    """
    heads: set[str] = set()
    at = 0
    for line, below in pairwise([*script, None]):
        if line is None:
            break
        wanted, after = Wanted.of(line.text), Wanted.of(below.text) if below else None
        start, end = _find(wanted, stream, at, set() if line.head else heads)
        next_is_here = after and _match(after, stream, at, heads)
        if end is None or (start > at and next_is_here):
            yield Followed(line, wanted, at, None)
            continue
        yield Followed(line, wanted, start, end)
        if line.head:
            heads |= {said.text for said in stream[start:end]}
        at = end


def _match(wanted: Wanted, stream: Sequence[Said], at: int, heads: set[str]) -> int | None:
    """Where the stream goes on after ``wanted``, or None if that is not what comes next."""
    place = 0
    while place < len(wanted.text):
        if at == len(stream):
            return None
        text, repeated = stream[at].text, stream[at].head and stream[at].text in heads
        at += 1
        if repeated:
            continue
        further = wanted.after(place, text)
        if further is None and (place or not MARKER.fullmatch(text)):
            return None
        place = further or place
    return at


def _find(
    wanted: Wanted, stream: Sequence[Said], at: int, heads: set[str]
) -> tuple[int, int | None]:
    """Where ``wanted`` stands in the stream from ``at`` on, as (start, end)."""
    for start in range(at, len(stream)):
        end = _match(wanted, stream, start, heads)
        if end is not None:
            return start, end
    return at, None
