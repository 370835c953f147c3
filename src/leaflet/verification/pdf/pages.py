"""The pages of a PDF as pdfium draws them: runs of glyphs and filled shapes, with their boxes."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from leaflet.verification.pdf.model import Box, Colour, FilledArea, Page, TextRun

_INVISIBLE = {
    pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
    pdfium.FPDF_TEXTRENDERMODE_CLIP,
}
_RECTANGLE = 5


Speller = Callable[[Page], Page]
"""Says the runs of a page, all of them, in other words than pdfium."""


def read_pages(
    data: bytes, spell: Iterable[Speller] = repeat(lambda page: page)
) -> tuple[Page, ...]:
    """Read every page of a PDF, in order, each respelt by its ``spell``."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [_page(document[number], number) for number in range(len(document))]
        return tuple(_without_blanks(say(page)) for page, say in zip(pages, spell, strict=False))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    text = page.get_textpage()
    runs: list[TextRun] = []
    shapes: list[FilledArea] = []
    drawn: dict[int, Box] = {}
    for order, item in enumerate(_objects(page.raw)):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            mcid, bounds = pdfium.FPDFPageObj_GetMarkedContentID(item), _bounds(item)
            drawn[mcid] = bounds.union(drawn.get(mcid, bounds))
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            runs.append(_run(item, text.raw, number, order))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_ground(item):
            shapes.append(FilledArea(order, _bounds(item), _colour(item)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            shapes.append(FilledArea(order, _bounds(item), (128, 128, 128, 255)))
    box = Box(0, 0, page.get_width(), page.get_height())
    copied = text.get_text_range()
    text.close()
    page.close()
    return Page(box, tuple(runs), tuple(shapes), copied, drawn)


def _without_blanks(page: Page) -> Page:
    return replace(page, runs=tuple(run for run in page.runs if run.text.strip()))


def _objects(page: Any) -> Iterator[Any]:
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, number)


def _run(item: Any, text: Any, page: int, order: int) -> TextRun:
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    return TextRun(
        page=page,
        order=order,
        text=_text(item, text),
        box=_bounds(item),
        size=size.value * abs(matrix.d),
        colour=_colour(item),
        visible=mode not in _INVISIBLE,
        mcid=pdfium.FPDFPageObj_GetMarkedContentID(item),
        clip=_clip(item),
        origin=matrix.e,
    )


def _text(item: Any, text: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFTextObj_GetText(item, text, buffer, length)
    words = bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
    # pdfium marks a hyphen at the end of a line in this way.
    return words.replace("\x02", "-")


def _bounds(item: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return Box(left.value, bottom.value, right.value, top.value)


def _colour(item: Any) -> Colour:
    parts = tuple(ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return (0, 0, 0, 255)
    red, green, blue, opacity = (part.value for part in parts)
    return red, green, blue, opacity


def _is_ground(item: Any) -> bool:
    """Whether a path is a filled rectangle; a border is drawn as a ring, of twice the corners."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    corners = pdfium.FPDFPath_CountSegments(item)
    return bool(fill.value != pdfium.FPDF_FILLMODE_NONE and corners <= _RECTANGLE)


def _clip(item: Any) -> Box | None:
    """The window that an item is seen through: what all of its clip paths share."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    window: Box | None = None
    for number in range(max(0, pdfium.FPDFClipPath_CountPaths(path))):
        corners = list(_corners(path, number))
        if corners:
            across, up = zip(*corners, strict=True)
            box = Box(min(across), min(up), max(across), max(up))
            window = window.intersection(box) if window else box
    return window


def _corners(path: Any, number: int) -> Iterator[tuple[float, float]]:
    across, up = ctypes.c_float(), ctypes.c_float()
    for place in range(pdfium.FPDFClipPath_CountPathSegments(path, number)):
        segment = pdfium.FPDFClipPath_GetPathSegment(path, number, place)
        if pdfium.FPDFPathSegment_GetPoint(segment, across, up):
            yield across.value, up.value
