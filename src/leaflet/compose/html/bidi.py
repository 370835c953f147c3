"""What runs against its language: names, numbers and doses in Arabic, Arabic words in English.

Left to the rules for mixed text (Unicode Standard Annex 9), ``>25 kg`` within Arabic comes out as
``kg 25<`` and ``5 mg/kg`` as ``mg/kg 5``; within English, the 5 of ``5 mg`` goes to the far side of
an Arabic word before it. WeasyPrint 70 does not know ``unicode-bidi: isolate``,
yet an inline element with a direction of its own is laid out by itself, and that is as good.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from leaflet.monograph.model import Span, Text
from leaflet.monograph.text import plain

LONGEST_WHOLE = 30
"""Characters of a stretch that stays on one line: parted, it would be read from its second half."""

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFTWARD = re.compile(rf"{_RTL.pattern}+(?:[ \u00a0]{_RTL.pattern}+)*")
_WORD = (
    r"[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u03ff"
    r"\u2070-\u209f\u2150-\u215f]+"
)
_SPACE = "[ \u00a0\u202f]"
_SIGN = "[<>≤≥≈±~+−=×]"
_JOINT = "\u2060?[-–−/.,:×*^'’+&@=~%]\u2060?"
_GLUE = rf"(?:{_JOINT}|{_SPACE}?°|{_SPACE}?{_SIGN}{_SPACE}?|{_SPACE}[-–−/]{_SPACE})"
_RUN = rf"{_WORD}(?:(?:%?{_SPACE}|{_GLUE}){_WORD})*(?:{_SPACE}?%|°)?"
_STRETCH = re.compile(
    rf"(?:[<>≤≥≈±~+−-]{_SPACE}?(?=\d))*{_RUN}(?:{_SPACE}?\({_RUN}\)(?:{_SPACE}?{_RUN})?)*"
)
"""Latin words and numbers with what joins them; a comma or stop with a space after it does not."""


def against(text: Text, *, right_to_left: bool = True) -> Iterator[tuple[Text, bool]]:
    """A text in stretches; True for one that runs against its language.

    Emphasis within a dose does not part it. A text of a right-to-left language without a single
    letter of such a language is one stretch.
    """
    words = plain(text)
    if right_to_left and not _RTL.search(words):
        stretches = [(0, len(words))] if _STRETCH.search(words) else []
    else:
        found = (_STRETCH if right_to_left else _LEFTWARD).finditer(words)
        stretches = [each.span() for each in found]
    pieces = _cut(text, sorted({edge for stretch in stretches for edge in stretch}))
    inside = ((span, any(start <= at < end for start, end in stretches)) for span, at in pieces)
    for turned, group in groupby(inside, key=lambda piece: piece[1]):
        said = tuple(span for span, _ in group)
        short = turned and len(plain(said)) <= LONGEST_WHOLE
        yield tuple(_whole(span) for span in said) if short else said, turned


def _whole(span: Span) -> Span:
    """The span without a place where a line may end."""
    return replace(span, text=span.text.replace(" ", "\u00a0"))


def _cut(text: Text, edges: list[int]) -> Iterator[tuple[Span, int]]:
    """The spans of a text, parted at the edges, each with the place where it begins."""
    at = 0
    for span in text:
        end = at + len(span.text)
        if span.image or not span.text:
            yield span, at
            at = end
            continue
        marks = [at, *(edge for edge in edges if at < edge < end), end]
        for start, stop in pairwise(marks):
            words = span.text[start - at : stop - at]
            yield type(span)(words, span.marks, span.href, span.image), start
        at = end
