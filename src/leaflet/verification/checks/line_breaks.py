"""Check 2, for the ends of lines: no word, and no number with its unit, is torn apart."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.align import Followed, Said, follow, said
from leaflet.verification.pdf.model import Box

_MOST_FINDINGS = 5
_GAP = re.compile("([\\s\u00ad\u200b\u2060\ufeff]*)")
_BINDING = re.compile("[\u00a0\u202f\u2060]")
_OPEN = ("-", "\u2010", "\u2013", "\u2014", "/")
_ADDRESS = ("://", "www.", "@")
"""What an address holds: it may end a line anywhere, since a hyphen would make it another one."""

_LINE = 12.0
"""Points by which the top of the next column is above the end of this one, at least."""


def check_breaks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each line ends where the composition lets it: a warning where one had to end elsewhere.

    That is between words, after a hyphen or slash, or with a hyphen in a word wider than its line.
    """
    stream = list(said(evidence.reading))
    unclosed = (
        Diagnostic.warning(
            "torn-word",
            f'page {page}: a line ends within "{excerpt(words, 40)}"',
            file=evidence.monograph.source.name,
            line=evidence.line_of(words),
            hint="give it more room: a wider column, or smaller type",
        )
        for found in follow(evidence.script, stream)
        for page, words in _torn(found, stream, leftward=evidence.composition.right_to_left)
    )
    return islice(unclosed, _MOST_FINDINGS)


def _torn(found: Followed, stream: Sequence[Said], *, leftward: bool) -> Iterator[tuple[int, str]]:
    """The pages and words at which a line ends that should not; ``leftward``: lines run so."""
    characters, gaps = _spaced(found.line.text)
    at, before = 0, None
    for each in stream[found.start : found.end or found.start]:
        further = found.wanted.after(at, each.text)
        if further is None:
            continue
        ended = before and _ends_between(before, each, -1 if leftward else 1)
        if before and ended and not _may_end(characters, gaps, at, before):
            words = _around(characters, gaps, at)
            if not any(sign in words for sign in _ADDRESS):
                yield each.run.page + 1, words
        at, before = further, each


def _spaced(text: str) -> tuple[str, list[str]]:
    """The characters that are seen, and what is not seen before each of them."""
    parts = _GAP.split(unicodedata.normalize("NFC", text))
    gaps: list[str] = []
    waiting = ""
    for number, part in enumerate(parts):
        if number % 2:
            waiting += part
        elif part:
            gaps += [waiting, *[""] * (len(part) - 1)]
            waiting = ""
    return "".join(parts[::2]), gaps


def _ends_between(one: Said, other: Said, way: int) -> bool:
    """Whether a line, a column or a page ends between two runs; lines run ``way``, 1 or -1."""
    before, after = one.run.box, other.run.box
    begins, ended = way * _start(after, way), way * _start(before, -way)
    lower = after.top < before.bottom and begins < ended
    next_column = after.bottom > before.top + _LINE and begins > ended
    return one.run.page != other.run.page or lower or next_column


def _start(box: Box, way: int) -> float:
    return box.left if way > 0 else box.right


def _may_end(characters: str, gaps: Sequence[str], at: int, before: Said) -> bool:
    gap = gaps[at]
    if _BINDING.search(gap):
        return False
    if "\u00ad" in gap:
        return before.text.endswith("-")
    return bool(gap) or characters[at - 1] in _OPEN


def _around(characters: str, gaps: Sequence[str], at: int) -> str:
    """The word, or the number and its unit, that holds a place."""
    bound = [bool(_BINDING.search(gap)) or not gap.strip("\u00ad") for gap in gaps]
    start = next(n for n in range(at - 1, -1, -1) if n == 0 or not bound[n])
    end = next(n for n in range(at + 1, len(gaps) + 1) if n == len(gaps) or not bound[n])
    return "".join(gaps[n].replace("\u00ad", "") + characters[n] for n in range(start, end)).strip()
