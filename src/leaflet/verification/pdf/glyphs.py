"""The glyphs of a page as qpdf finds them, read as words where the text of the PDF is in doubt.

pdfium tells where each run stands; what it says comes from here. Within a block of text, runs are
drawn from left to right, whichever way they are read; here they are put in the order of reading.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pikepdf

from leaflet.fonts.shaping import UNREADABLE, Face, Lexicon
from leaflet.verification.pdf.model import Box, Page, TextRun

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_NUMBER = r"\d+(?:[.,:/]\d+)*"
_LATIN = r"\w(?:.*\w)?"
"""What keeps its order within a line that runs leftward: all between the first and last letter."""

_LINE = 0.5
"""Share of the smaller of two runs by which they overlap, if they stand on one line."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one operator draws: a row of glyphs of one face (None: not ours), and its block.

    ``advance`` is how far the pen moves on, in em.
    """

    block: int
    face: Face | None
    glyphs: tuple[int, ...]
    advance: float

    @property
    def place(self) -> tuple[int, Face | None]:
        """What rows share that show one stretch of text."""
        return self.block, self.face


def drawn(page: pikepdf.Page) -> tuple[Drawn, ...]:
    """The rows of glyphs of a page, in the order in which they are drawn."""
    fonts = _fonts(page)
    faces = {name: Face.of(str(font.get("/BaseFont", ""))) for name, font in fonts.items()}
    widths = {name: _widths(font) for name, font in fonts.items()}
    rows: list[Drawn] = []
    block, font = 0, ""
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BT":
                block += 1
            case "Tf":
                font = str(instruction.operands[0])
            case "TJ" | "Tj":
                glyphs = tuple(_glyphs(instruction.operands))
                if glyphs:
                    back = sum(_moves(instruction.operands), 0.0)
                    advance = sum(widths[font].get(glyph, 0) for glyph in glyphs) - back
                    rows.append(Drawn(block, faces[font], glyphs, advance / 1000))
    return tuple(rows)


def _fonts(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    return dict(page.obj.Resources.get("/Font", pikepdf.Dictionary()).items())


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """The widths of the glyphs of a font, in thousandths of an em (ISO 32000-1: 9.7.4.3)."""
    told = list(font.get("/DescendantFonts", [font])[0].get("/W", []))
    return {
        int(first) + place: float(width)
        for first, run in zip(told[::2], told[1::2], strict=True)
        for place, width in enumerate(run)
    }


def _moves(operands: Iterable[pikepdf.Object]) -> Iterator[float]:
    """The moves back between glyphs, in thousandths of an em."""
    shown = next(iter(operands))
    for part in shown if isinstance(shown, pikepdf.Array) else ():
        if not isinstance(part, pikepdf.String):
            yield float(part)


def _glyphs(operands: Iterable[pikepdf.Object]) -> Iterator[int]:
    shown = next(iter(operands))
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


def respell(page: Page, rows: Sequence[Drawn], lexicon: Lexicon, *, right_to_left: bool) -> Page:
    """The page with its runs said as their glyphs show them, in the order of reading.

    ``right_to_left`` is the way of the document. The text that a reader copies becomes the lines as
    the eye goes over them, from left to right.
    """
    if len(page.runs) != len(rows):
        unread = tuple(replace(run, text=UNREADABLE) for run in page.runs)
        return replace(page, runs=unread, text=UNREADABLE)
    pairs = ((row, _spanned(run, row)) for row, run in zip(rows, page.runs, strict=True))
    whole = (_joined(list(group)) for _, group in groupby(pairs, key=lambda pair: pair[0].place))
    said = [
        (row, replace(run, text=lexicon.read(row.face, row.glyphs) if row.face else UNREADABLE))
        for row, run in whole
    ]
    seen = "\n".join(" ".join(run.text for run in line) for line in _lines([r for _, r in said]))
    runs = [
        run
        for _, block in groupby(said, key=lambda pair: pair[0].block)
        for run in _in_order(list(block), right_to_left=right_to_left)
    ]
    return replace(page, runs=tuple(runs), text=seen)


def _spanned(run: TextRun, row: Drawn) -> TextRun:
    """The run with its box no wider than the pen moved: letters may reach over their neighbours."""
    left = max(run.box.left, run.origin)
    right = max(left, min(run.box.right, run.origin + row.advance * run.size))
    return replace(run, box=replace(run.box, left=left, right=right))


def _joined(pairs: list[tuple[Drawn, TextRun]]) -> tuple[Drawn, TextRun]:
    """Rows of one face beside one another as one: marks above and below letters are drawn apart."""
    rows, runs = zip(*pairs, strict=True)
    boxes = [run.box for run in runs]
    box = Box(
        min(box.left for box in boxes),
        min(box.bottom for box in boxes),
        max(box.right for box in boxes),
        max(box.top for box in boxes),
    )
    glyphs = tuple(glyph for row in rows for glyph in row.glyphs)
    return replace(rows[0], glyphs=glyphs), replace(runs[0], box=box)


def _in_order(block: list[tuple[Drawn, TextRun]], *, right_to_left: bool) -> Iterator[TextRun]:
    """The runs of one block as they are read: from right to left, but stretches of others kept."""
    turned = any(row.face and row.face.right_to_left for row, _ in block)
    if not turned and not (right_to_left and all(_is_neutral(run.text) for _, run in block)):
        yield from (run for _, run in block)
        return
    stretches = groupby(block, key=lambda pair: _runs_onward(*pair))
    for onward, stretch in reversed([(key, list(group)) for key, group in stretches]):
        for row, run in stretch if onward else reversed(stretch):
            shaped = row.face is not None and row.face.shaped
            yield run if shaped else replace(run, text=_turned(run.text))


def _turned(text: str) -> str:
    """What stands in a line as ``.1.0``, or as ``(``, in the order of a line that runs leftward."""
    onward = re.compile(_LATIN if re.search(r"[^\W\d_]", text) else _NUMBER)
    at, parts = 0, []
    for found in onward.finditer(text):
        parts += [text[at : found.start()][::-1].translate(_MIRRORED), found[0]]
        at = found.end()
    parts.append(text[at:][::-1].translate(_MIRRORED))
    return "".join(reversed(parts))


def _runs_onward(row: Drawn, run: TextRun) -> bool:
    """Whether a run is read from left to right within text that is not."""
    shaped = row.face is not None and row.face.shaped
    return not shaped and not _is_neutral(run.text)


def _is_neutral(text: str) -> bool:
    """Whether a text has neither letters nor digits, and so no direction of its own."""
    return not any(unicodedata.category(char)[0] in "LN" for char in text)


def _lines(runs: list[TextRun]) -> Iterator[list[TextRun]]:
    """The runs line by line, each from left to right."""
    left = sorted(runs, key=lambda run: -run.box.top)
    while left:
        first = left[0]
        line = [run for run in left if _beside(first, run)]
        left = [run for run in left if not _beside(first, run)]
        yield sorted(line, key=lambda run: run.box.left)


def _beside(one: TextRun, other: TextRun) -> bool:
    intersection = min(one.box.top, other.box.top) - max(one.box.bottom, other.box.bottom)
    smaller = min(one.box.top - one.box.bottom, other.box.top - other.box.bottom)
    return one is other or intersection > _LINE * smaller
