"""Marks text that runs against the direction of its language.

That is names, numbers and doses in Arabic, and Arabic words in English. By the Unicode algorithm
for mixed text (Unicode Standard Annex 9), ``>25 kg`` within Arabic would be printed as ``kg 25<``
and ``5 mg/kg`` as ``mg/kg 5``; within English, the 5 of ``5 mg`` would move to the far side of an
Arabic word before it. WeasyPrint 70 does not support ``unicode-bidi: isolate``, but it lays out an
inline element with a ``dir`` of its own separately, which has the same effect.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise

from leaflet.compose.html.link_addresses import ADDRESS
from leaflet.monograph.model import Span, Text
from leaflet.monograph.text import plain, with_words

LONGEST_WHOLE = 30
"""Characters of a run that stays on one line: if broken, its second half would be read first."""

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RTL_RUN = re.compile(rf"{_RTL.pattern}+(?:[ \u00a0]{_RTL.pattern}+)*")
_RTL_WORD = re.compile(rf"{_RTL.pattern}+")
_AMOUNT = re.compile(r"\d[\d.,/–-]*\s?(?:[A-Za-zµμ/%]{1,6}\b)?")
_LATIN_WORD = re.compile(r"[^\W\d_\u0590-\u08ff\ufb1d-\ufefc]{4,}")
_WORD = (
    r"[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u03ff"
    r"\u2070-\u209f\u2150-\u215f]+"
)
_SPACE = "[ \u00a0\u202f]"
_SIGN = "[<>≤≥≈±~+−=×]"
_JOINT = "\u2060?[-–−/.,:×*^'’+&@=~%]\u2060?"
_GLUE = rf"(?:{_JOINT}|{_SPACE}?°|{_SPACE}?{_SIGN}{_SPACE}?|{_SPACE}[-–−/]{_SPACE})"
_WORDS = rf"{_WORD}(?:(?:%?{_SPACE}|{_GLUE}){_WORD})*(?:{_SPACE}?%|°)?"
_LTR_RUN = re.compile(
    rf"(?:[<>≤≥≈±~+−-]{_SPACE}?(?=\d))*{_WORDS}(?:{_SPACE}?\({_WORDS}\)(?:{_SPACE}?{_WORDS})?)*"
)
"""Latin words and numbers with the signs between them, but no comma or full stop before a space."""


def is_right_to_left(text: str) -> bool:
    """Whether a text runs from right to left, as its first word and most others do.

    Amounts may come before, and names from left to right between them.
    """
    words = _AMOUNT.sub("", text)
    first = re.search(r"[^\W\d_]", words)
    mostly = len(_RTL_WORD.findall(words)) > 2 * len(_LATIN_WORD.findall(words))
    return mostly and bool(first and _RTL.match(first[0]))


def directional_runs(text: Text, *, right_to_left: bool = True) -> Iterator[tuple[Text, bool]]:
    """A text in runs of one direction; True for one that runs against its language.

    Emphasis within a dose does not divide it. A text of a right-to-left language without a single
    letter of such a language is one run.
    """
    words = plain(text)
    if right_to_left and not _RTL.search(words):
        opposite = [(0, len(words))] if _LTR_RUN.search(words) else []
    else:
        pattern = _LTR_RUN if right_to_left else _RTL_RUN
        opposite = [found.span() for found in pattern.finditer(words)]
    starts = [start for start, _ in opposite]

    def is_opposite(position: int) -> bool:
        before = bisect_right(starts, position)
        return before > 0 and position < opposite[before - 1][1]

    pieces = _cut(text, sorted({edge for run in opposite for edge in run}))
    marked = ((span, is_opposite(at)) for span, at in pieces)
    for turned, group in groupby(marked, key=lambda piece: piece[1]):
        run = tuple(span for span, _ in group)
        short = turned and len(plain(run)) <= LONGEST_WHOLE
        yield tuple(map(_without_breaks, run)) if short else run, turned


def _without_breaks(span: Span) -> Span:
    return with_words(span, span.text.replace(" ", "\u00a0"))


def _cut(text: Text, edges: list[int]) -> Iterator[tuple[Span, int]]:
    """The spans of a text, cut at the edges, each with the position at which it begins."""
    start = 0
    for span in text:
        end = start + len(span.text)
        if span.image or ADDRESS in span.marks or not span.text:
            yield span, start
        else:
            within = edges[bisect_right(edges, start) : bisect_left(edges, end)]
            for first, last in pairwise([start, *within, end]):
                yield with_words(span, span.text[first - start : last - start]), first
        start = end
