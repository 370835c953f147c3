"""The glyphs of a page as qpdf finds them, decoded into text where the PDF's own is unreliable.

pdfium says where each run is; its text is decoded here. Within a block of text, runs are drawn
from left to right, whichever way they are read; here they are put into reading order.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby

import pikepdf

from leaflet.fonts.shaping import UNREADABLE, Face, Lexicon
from leaflet.verification.pdf.model import Box, Page, TextRun

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_LATIN = re.compile(r"\w(?:.*\w)?")
"""What keeps its order in a line from right to left: all between the first and last letter."""

_SAME_LINE = 0.5
"""Share of the height of the smaller of two runs by which they overlap, if they share a line."""


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """The glyphs that one text-showing operator draws.

    ``block`` is the number of its text object (``BT`` … ``ET``), ``face`` None if the font is not
    one of leaflet's, ``advance`` the width of the glyphs in em.
    """

    block: int
    face: Face | None
    glyphs: tuple[int, ...]
    advance: float


def glyph_runs(data: bytes) -> tuple[tuple[GlyphRun, ...], ...]:
    """The glyph runs of each page of a PDF, in the order in which they are drawn."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return tuple(map(_glyph_runs, pdf.pages))


def _glyph_runs(page: pikepdf.Page) -> tuple[GlyphRun, ...]:
    fonts = dict(page.obj.Resources.get("/Font", pikepdf.Dictionary()).items())
    faces = {name: Face.of(str(font.get("/BaseFont", ""))) for name, font in fonts.items()}
    widths = {name: _widths(font) for name, font in fonts.items()}
    runs: list[GlyphRun] = []
    block, font = 0, ""
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BT":
                block += 1
            case "Tf":
                font = str(instruction.operands[0])
            case "TJ" | "Tj":
                parts = _shown(instruction.operands[0])
                if glyphs := tuple(_glyphs(parts)):
                    width = sum(widths[font].get(glyph, 0) for glyph in glyphs) - _kerning(parts)
                    runs.append(GlyphRun(block, faces[font], glyphs, width / 1000))
    return tuple(runs)


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """The widths of the glyphs of a font, in thousandths of an em (ISO 32000-1: 9.7.4.3)."""
    entries = list(font.get("/DescendantFonts", [font])[0].get("/W", []))
    return {
        int(first) + number: float(width)
        for first, widths in zip(entries[::2], entries[1::2], strict=True)
        for number, width in enumerate(widths)
    }


def _shown(operand: pikepdf.Object) -> list[pikepdf.Object]:
    """The strings that an operator shows, and the numbers between them."""
    return list(operand) if isinstance(operand, pikepdf.Array) else [operand]


def _kerning(parts: Iterable[pikepdf.Object]) -> float:
    """How far glyphs are moved back in all, in thousandths of an em."""
    return sum((float(part) for part in parts if not isinstance(part, pikepdf.String)), 0.0)


def _glyphs(parts: Iterable[pikepdf.Object]) -> Iterator[int]:
    for part in parts:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


def decode_text(
    page: Page, drawn: Sequence[GlyphRun], lexicon: Lexicon, *, right_to_left: bool
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


def _narrowed(run: TextRun, glyphs: GlyphRun) -> TextRun:
    """The run with its box no wider than its advance: glyphs may overlap their neighbours."""
    left = max(run.box.left, run.origin)
    right = max(left, min(run.box.right, run.origin + glyphs.advance * run.size))
    return replace(run, box=replace(run.box, left=left, right=right))


def _decoded(pairs: list[tuple[GlyphRun, TextRun]], lexicon: Lexicon) -> tuple[GlyphRun, TextRun]:
    """Neighbouring runs of one face as one: marks above and below letters are drawn apart."""
    first, run = pairs[0]
    glyphs = tuple(glyph for each, _ in pairs for glyph in each.glyphs)
    text = lexicon.read(first.face, glyphs) if first.face else UNREADABLE
    return first, replace(run, text=text, box=Box.around(run.box for _, run in pairs))


def _in_reading_order(
    block: list[tuple[GlyphRun, TextRun]], *, right_to_left: bool
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


def _is_shaped(pair: tuple[GlyphRun, TextRun]) -> bool:
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
