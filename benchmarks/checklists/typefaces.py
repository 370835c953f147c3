"""The face and the baseline of each text run, as pdfium sees them."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from fontTools.ttLib import TTFont


@dataclass(frozen=True, slots=True)
class Face:
    """A font of a PDF: whether it is bold or slanted, and its x-height in em."""

    bold: bool
    slanted: bool
    x_height: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is set: its face, and the y coordinate of its baseline in points."""

    face: Face
    baseline: float


def read_settings(data: bytes) -> dict[tuple[int, int], Setting]:
    """The setting of each text run of a PDF, by its page and its order on the page."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = (document[number] for number in range(len(document)))
        return {key: each for number, page in enumerate(pages) for key, each in _page(page, number)}
    finally:
        document.close()


def _page(page: Any, number: int) -> Iterator[tuple[tuple[int, int], Setting]]:
    matrix = pdfium.FS_MATRIX()
    for order in range(pdfium.FPDFPage_CountObjects(page.raw)):
        item = pdfium.FPDFPage_GetObject(page.raw, order)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetMatrix(item, matrix)
            yield (number, order), Setting(_face(pdfium.FPDFTextObj_GetFont(item)), matrix.f)


def _face(font: Any) -> Face:
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, name, 200)
    angle, size = ctypes.c_int(), ctypes.c_size_t()
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    pdfium.FPDFFont_GetFontData(font, None, 0, size)
    program = (ctypes.c_uint8 * size.value)()
    pdfium.FPDFFont_GetFontData(font, program, size, size)
    words = name.value.decode("utf-8", "replace").lower()
    slanted = bool(angle.value) or "italic" in words or "oblique" in words
    return Face("bold" in words or "black" in words, slanted, _x_height(bytes(program)))


@lru_cache(512)
def _x_height(program: bytes) -> float:
    """The height of an x in em; 0 if the font does not say."""
    font = TTFont(BytesIO(program), fontNumber=0)
    return float(font["OS/2"].sxHeight / font["head"].unitsPerEm) if "OS/2" in font else 0.0
