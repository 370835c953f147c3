"""The pages of a PDF as pdfium draws them: text runs and graphics, with their boxes."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from leaflet.verification.pdf.graphics import bounds, clip_path, colour, read_graphics
from leaflet.verification.pdf.model import Box, Page, TextRun
from leaflet.verification.pdf.rasterise import draw_thumbnail

_INVISIBLE = {
    pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
    pdfium.FPDF_TEXTRENDERMODE_CLIP,
}


_BUFFER = (ctypes.c_ushort * 1000)()
_SIZE, _MATRIX = ctypes.c_float(), pdfium.FS_MATRIX()
"""For the answers of pdfium, which is used by one thread at a time; longer texts are rare."""


def read_pages(data: bytes, *, with_thumbnail: bool = False) -> tuple[Page, ...]:
    """Read every page of a PDF, in order; draw a thumbnail of the first while it is open."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(
            _page(document[number], number, with_thumbnail=with_thumbnail and number == 0)
            for number in range(len(document))
        )
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int, *, with_thumbnail: bool) -> Page:
    text = page.get_textpage()
    runs: list[TextRun] = []
    others: list[tuple[int, Any]] = []
    for order, item in enumerate(_objects(page.raw)):
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            runs.append(_run(item, text.raw, number, order))
        else:
            others.append((order, item))
    graphics = read_graphics(others, runs)
    box = Box(0, 0, page.get_width(), page.get_height())
    copied = text.get_text_range()
    pixels = page.render(grayscale=True, may_draw_forms=False).to_pil()
    thumbnail = draw_thumbnail(page) if with_thumbnail else b""
    text.close()
    page.close()
    return Page(box, tuple(runs), graphics, copied, pixels, thumbnail)


def _objects(page: Any) -> Iterator[Any]:
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, number)


def _run(item: Any, text: Any, page: int, order: int) -> TextRun:
    size = _SIZE.value if pdfium.FPDFTextObj_GetFontSize(item, _SIZE) else 0.0
    matrix = _MATRIX if pdfium.FPDFPageObj_GetMatrix(item, _MATRIX) else pdfium.FS_MATRIX()
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    return TextRun(
        page=page,
        order=order,
        text=_text(item, text),
        box=bounds(item),
        size=size * abs(matrix.d),
        colour=colour(item),
        visible=mode not in _INVISIBLE,
        mcid=pdfium.FPDFPageObj_GetMarkedContentID(item),
        clip=_clip(item),
        origin=matrix.e,
    )


def _text(item: Any, text: Any) -> str:
    buffer = _BUFFER
    length = pdfium.FPDFTextObj_GetText(item, text, buffer, ctypes.sizeof(buffer))
    if length > ctypes.sizeof(buffer):
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        pdfium.FPDFTextObj_GetText(item, text, buffer, length)
    words = ctypes.string_at(buffer, max(0, length - 2)).decode("utf-16-le", "replace")
    # pdfium returns a hyphen at the end of a line as this character.
    return words.replace("\x02", "-")


def _clip(item: Any) -> Box | None:
    """The intersection of the clipping paths of an item; None if it has none."""
    clip: Box | None = None
    for path in clip_path(item):
        box = Box.around(Box(x, y, x, y) for piece in path for x, y in piece)
        clip = clip.intersection(box) if clip else box
    return clip
