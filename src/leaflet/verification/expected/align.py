"""Alignment of the expected lines with the text of a PDF, in the order of its structure tree."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaflet.verification.expected.html_lines import ExpectedLine, compact
from leaflet.verification.pdf.glyphs import mirrored
from leaflet.verification.pdf.model import ParsedPdf, TextRun

MARKER = re.compile(r"[•–▪◦·.]+|[.)]?\d{1,3}[.)]?|[a-z][.)]")
"""A bullet or number that the style sheet puts before a list item or heading."""

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class PrintedText:
    """The compact text of a run; ``head`` says that it is in the head of a table."""

    text: str
    head: bool
    run: TextRun


@dataclass(frozen=True, slots=True)
class ExpectedText:
    """The compact text of a line, and the positions in it where a hyphen may divide a word."""

    text: str
    hyphens: frozenset[int]

    @classmethod
    def of(cls, text: str) -> "ExpectedText":
        """The text of a line, whose soft hyphens become the positions."""
        composed = unicodedata.normalize("NFC", text)
        parts = [compact(part) for part in composed.split(_SOFT_HYPHEN)]
        ends = [sum(map(len, parts[:number])) for number in range(1, len(parts))]
        return cls("".join(parts), frozenset(ends))

    def after(self, at: int, printed: str) -> int | None:
        """The position after ``printed``, which begins at ``at``; None if other text is there.

        A hyphen at the end of ``printed`` may divide a word, but only at one of the ``hyphens``.
        """
        if self.text.startswith(printed, at):
            return at + len(printed)
        end = at + len(printed) - 1
        divided = printed.endswith("-") and end in self.hyphens
        return end if divided and self.text.startswith(printed[:-1], at) else None


@dataclass(frozen=True, slots=True)
class Alignment:
    """An expected line and its slice of the printed text; ``end`` is None if it was not found."""

    line: ExpectedLine
    expected: ExpectedText
    start: int
    end: int | None

    def first(self, printed: Sequence[PrintedText]) -> str:
        """The first text of its slice, which may be its marker, after a repeated table head."""
        texts = printed[self.start : self.end]
        return next((each.text for each in texts if each.head == self.line.head), "")


def printed_texts(pdf: ParsedPdf) -> Iterator[PrintedText]:
    """The text of a PDF in the order of its structure tree; blank runs are left out."""
    runs = pdf.runs_by_content()
    for content in pdf.marked_content:
        for run in runs.get((content.page, content.mcid), ()):
            if text := compact(run.text):
                yield PrintedText(text, "THead" in content.tags, run)


def align(lines: Iterable[ExpectedLine], printed: Sequence[PrintedText]) -> Iterator[Alignment]:
    """Find each expected line in the printed text.

    A marker of the style sheet may precede a line. The head of a table is expected once; where it
    is repeated after a page break, it is skipped.
    """
    heads: set[str] = set()
    at = 0
    for line, following in pairwise([*lines, None]):
        if line is None:
            break
        expected = ExpectedText.of(line.text)
        start, end = _find(expected, printed, at, set() if line.head else heads)
        if end is None or (start > at and _follows(following, printed, at, heads)):
            yield Alignment(line, expected, at, None)
            continue
        yield Alignment(line, expected, start, end)
        if line.head:
            heads |= {text.text for text in printed[start:end]}
        at = end


def _follows(
    line: ExpectedLine | None, printed: Sequence[PrintedText], at: int, heads: set[str]
) -> bool:
    """Whether a line, if there is one, comes at this position."""
    return bool(line and _match(ExpectedText.of(line.text), printed, at, heads))


def _match(
    expected: ExpectedText, printed: Sequence[PrintedText], at: int, heads: set[str]
) -> int | None:
    """The end of ``expected`` in the printed text from ``at`` on; None if it is not there."""
    position = 0
    while position < len(expected.text):
        if at == len(printed):
            return None
        text, repeated = printed[at].text, printed[at].head and printed[at].text in heads
        at += 1
        if repeated:
            continue
        after = expected.after(position, text)
        if after is None and not any(map(str.isalnum, text)):
            # In a sentence from right to left within another language.
            after = expected.after(position, mirrored(text))
        if after is None and (position or not MARKER.fullmatch(text)):
            return None
        position = after or position
    return at


def _find(
    expected: ExpectedText, printed: Sequence[PrintedText], at: int, heads: set[str]
) -> tuple[int, int | None]:
    """The first slice of the printed text from ``at`` on that is ``expected``."""
    for start in range(at, len(printed)):
        end = _match(expected, printed, start, heads)
        if end is not None:
            return start, end
    return at, None
