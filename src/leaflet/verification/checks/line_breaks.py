"""No line ends within a word, or between a number and its unit."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from leaflet.diagnostics import Diagnostic
from leaflet.fonts.scripts import UNSPACED
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.align import Alignment, PrintedText
from leaflet.verification.pdf.model import TextRun

_MOST_FINDINGS = 5
_GAP = re.compile("([\\s\u00ad\u200b\u2060\ufe0e\ufe0f\ufeff]+)")
_NO_BREAK = re.compile("[\u00a0\u202f\u2060]")
_BREAK_AFTER = ("-", "\u2010", "\u2013", "\u2014", "/")
_ADDRESS = ("://", "www.", "@")
"""Signs of a web or mail address, which may end a line anywhere: a hyphen would change it."""

_UNSPACED = re.compile(f"[{UNSPACED}]")
"""A letter after which a line may end, unless a mark follows that belongs to it."""

_LINE = 12.0
"""Points by which the top of the next column is at least above the end of this one."""


def check_line_breaks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each line ends where the composition lets it; a warning if one does not.

    That is between words, after a hyphen or slash, or with a hyphen in a word wider than its line.
    """
    direction = -1 if evidence.composition.right_to_left else 1
    findings = (
        evidence.warning(
            "torn-word",
            f'page {page}: a line ends within "{excerpt(words, 40)}"',
            text=words,
            hint="make more space for it: a wider column, or smaller type",
        )
        for alignment in evidence.alignments
        for page, words in _bad_breaks(alignment, evidence.printed, direction)
    )
    return islice(findings, _MOST_FINDINGS)


def _bad_breaks(
    alignment: Alignment, printed: Sequence[PrintedText], direction: int
) -> Iterator[tuple[int, str]]:
    """The pages and words within which a line ends; ``direction`` is 1, or -1 for leftward."""
    characters, gaps = "", list[str]()  # most lines end where their block does
    at, before = 0, None
    for each in printed[alignment.start : alignment.end or alignment.start]:
        after = alignment.expected.after(at, each.text)
        if after is None:
            continue
        if before and _ends_between(before.run, each.run, direction):
            if not gaps:
                characters, gaps = _spaced(alignment.line.text)
            words = (
                "" if _may_break(characters, gaps, at, before) else _word_at(characters, gaps, at)
            )
            if words and not any(sign in words for sign in _ADDRESS):
                yield each.run.page + 1, words
        at, before = after, each


def _spaced(text: str) -> tuple[str, list[str]]:
    """The visible characters, and the invisible ones before each of them."""
    parts = _GAP.split(unicodedata.normalize("NFC", text))
    gaps: list[str] = []
    pending = ""
    for number, part in enumerate(parts):
        if number % 2:
            pending += part
        elif part:
            gaps += [pending, *[""] * (len(part) - 1)]
            pending = ""
    return "".join(parts[::2]), gaps


def _ends_between(one: TextRun, other: TextRun, direction: int) -> bool:
    """Whether a line, a column or a page ends between two runs."""
    before, after = one.box, other.box
    start, end = (after.left, before.right) if direction > 0 else (-after.right, -before.left)
    lower = after.top < before.bottom and start < end
    next_column = after.bottom > before.top + _LINE and start > end
    return one.page != other.page or lower or next_column


def _may_break(characters: str, gaps: Sequence[str], at: int, before: PrintedText) -> bool:
    gap = gaps[at]
    if _NO_BREAK.search(gap):
        return False
    if "\u00ad" in gap:
        return before.text.endswith("-")
    if _UNSPACED.match(characters[at - 1]):
        return unicodedata.category(characters[at])[0] != "M"
    return bool(gap) or characters[at - 1] in _BREAK_AFTER


def _word_at(characters: str, gaps: Sequence[str], at: int) -> str:
    """The word, or the number and its unit, around a position."""
    bound = [bool(_NO_BREAK.search(gap)) or not gap.strip("\u00ad") for gap in gaps]
    start = next(n for n in range(at - 1, -1, -1) if n == 0 or not bound[n])
    end = next(n for n in range(at + 1, len(gaps) + 1) if n == len(gaps) or not bound[n])
    return "".join(gaps[n].replace("\u00ad", "") + characters[n] for n in range(start, end)).strip()
