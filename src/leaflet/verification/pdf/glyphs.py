"""The glyphs of a page decoded into text, where the PDF's own is unreliable.

pdfium says where each run is; its text is decoded here. Within a block of text, runs are drawn
from left to right, whichever way they are read; here they are put into reading order.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from leaflet.fonts.shaping import UNREADABLE, Lexicon
from leaflet.verification.pdf.model import Box, Page, TextRun

if TYPE_CHECKING:
    from leaflet.verification.pdf.glyph_runs import GlyphRun

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_LATIN = re.compile(r"\w(?:.*\w)?")
"""What keeps its order in a line from right to left: all between the first and last letter."""

_SAME_LINE = 0.5
"""Share of the height of the smaller of two runs by which they overlap, if they share a line."""


def decode_text(
    page: Page, drawn: "Sequence[GlyphRun]", lexicon: Lexicon, *, right_to_left: bool
) -> Page:
    """The page with the text that its glyphs show, its runs in reading order.

    ``right_to_left`` is the direction of the document. The text that a reader copies becomes the
    lines as they are seen, from left to right.
    """
    if len(page.runs) != len(drawn):
        unread = tuple(replace(run, text=UNREADABLE) for run in page.runs)
        return replace(page, runs=unread, text=UNREADABLE)
    pairs = ((each, _narrowed(run, each)) for each, run in zip(drawn, page.runs, strict=True))
    decoded = [
        _decoded(list(group), lexicon)
        for _, group in groupby(pairs, key=lambda pair: (pair[0].block, pair[0].face))
    ]
    lines = _lines([run for _, run in decoded])
    runs = [
        run
        for _, block in groupby(decoded, key=lambda pair: pair[0].block)
        for run in _in_reading_order(list(block), right_to_left=right_to_left)
    ]
    text = "\n".join(" ".join(run.text for run in line) for line in lines)
    return replace(page, runs=tuple(runs), text=text)


def _narrowed(run: TextRun, glyphs: "GlyphRun") -> TextRun:
    """The run with its box no wider than its advance: glyphs may overlap their neighbours."""
    left = max(run.box.left, run.origin)
    right = max(left, min(run.box.right, run.origin + glyphs.advance * run.size))
    return replace(run, box=replace(run.box, left=left, right=right))


def _decoded(
    pairs: "list[tuple[GlyphRun, TextRun]]", lexicon: Lexicon
) -> "tuple[GlyphRun, TextRun]":
    """Neighbouring runs of one face as one: marks above and below letters are drawn apart."""
    first, run = pairs[0]
    glyphs = tuple(glyph for each, _ in pairs for glyph in each.glyphs)
    text = lexicon.read(first.face, glyphs) if first.face else UNREADABLE
    return first, replace(run, text=text, box=Box.around(run.box for _, run in pairs))


def _in_reading_order(
    block: "list[tuple[GlyphRun, TextRun]]", *, right_to_left: bool
) -> Iterator[TextRun]:
    """The runs of a block from right to left if it has such text, keeping stretches of other text.

    A block without letters and digits follows the document.
    """
    has_rtl = any(map(_has_rtl, (run.text for _, run in block)))
    if not has_rtl and not (right_to_left and all(_is_neutral(run.text) for _, run in block)):
        yield from (run for _, run in block)
        return
    stretches = groupby(block, key=lambda pair: not (_is_shaped(pair) or _is_neutral(pair[1].text)))
    for is_ltr, stretch in reversed([(key, list(group)) for key, group in stretches]):
        for pair in stretch if is_ltr else reversed(stretch):
            yield pair[1] if _is_shaped(pair) else replace(pair[1], text=_as_read(pair[1].text))


def _has_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _as_read(text: str) -> str:
    """Text drawn in a right-to-left line as ``.1.0``, or as ``(``, in the order it is read."""
    kept = _LATIN if re.search(r"[^\W\d_]", text) else _NUMBER
    at, parts = 0, []
    for found in kept.finditer(text):
        parts += [mirrored(text[at : found.start()]), found[0]]
        at = found.end()
    parts.append(mirrored(text[at:]))
    return "".join(reversed(parts))


def mirrored(text: str) -> str:
    """Signs that were drawn from right to left, in the order in which they are read."""
    return text[::-1].translate(_MIRRORED)


def _is_shaped(pair: "tuple[GlyphRun, TextRun]") -> bool:
    face = pair[0].face
    return face is not None and face.shaped


def _is_neutral(text: str) -> bool:
    """Whether a text has neither letters nor digits, and so no direction of its own."""
    return not any(unicodedata.category(char)[0] in "LN" for char in text)


def _lines(runs: list[TextRun]) -> Iterator[list[TextRun]]:
    """The runs line by line, each from left to right."""
    left = sorted(runs, key=lambda run: -run.box.top)
    while left:
        first = left[0]
        line = [run for run in left if run is first or _share_line(first.box, run.box)]
        left = [run for run in left if run is not first and not _share_line(first.box, run.box)]
        yield sorted(line, key=lambda run: run.box.left)


def _share_line(one: Box, other: Box) -> bool:
    return one.intersection(other).height > _SAME_LINE * min(one.height, other.height)
