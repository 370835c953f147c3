"""The pages of a PDF as pdfium draws them: text runs and filled areas, with their boxes."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from leaflet.verification.pdf.model import Box, Colour, FilledArea, Page, TextRun

_INVISIBLE = {
    pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
    pdfium.FPDF_TEXTRENDERMODE_CLIP,
}
_RECTANGLE = 5
"""Segments of the path of a rectangle."""

_PICTURE: Colour = (128, 128, 128, 255)
"""Stands for the colours of a picture, against which no contrast can be measured."""


def read_pages(data: bytes) -> tuple[Page, ...]:
    """Read every page of a PDF, in order."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(document[number], number) for number in range(len(document)))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    text = page.get_textpage()
    runs: list[TextRun] = []
    areas: list[FilledArea] = []
    graphics: dict[int, Box] = {}
    for order, item in enumerate(_objects(page.raw)):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            runs.append(_run(item, text.raw, number, order))
            continue
        mcid, box = pdfium.FPDFPageObj_GetMarkedContentID(item), _bounds(item)
        graphics[mcid] = Box.around([box, graphics.get(mcid, box)])
        if kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled_rectangle(item):
            areas.append(FilledArea(order, box, _colour(item)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            areas.append(FilledArea(order, box, _PICTURE))
    box = Box(0, 0, page.get_width(), page.get_height())
    copied = text.get_text_range()
    text.close()
    page.close()
    return Page(box, tuple(runs), tuple(areas), copied, graphics)


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
    # pdfium returns a hyphen at the end of a line as this character.
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


def _is_filled_rectangle(item: Any) -> bool:
    """Whether a path fills a rectangle; a border is drawn as a ring, with twice the corners."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    segments = pdfium.FPDFPath_CountSegments(item)
    return bool(fill.value != pdfium.FPDF_FILLMODE_NONE and segments <= _RECTANGLE)


def _clip(item: Any) -> Box | None:
    """The intersection of the clipping paths of an item; None if it has none."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    clip: Box | None = None
    for number in range(max(0, pdfium.FPDFClipPath_CountPaths(path))):
        if points := list(_points(path, number)):
            box = Box.around(points)
            clip = clip.intersection(box) if clip else box
    return clip


def _points(path: Any, number: int) -> Iterator[Box]:
    """The points of a clipping path, as boxes without size."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFClipPath_CountPathSegments(path, number)):
        segment = pdfium.FPDFClipPath_GetPathSegment(path, number, index)
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            yield Box(x.value, y.value, x.value, y.value)
