"""What is drawn on a page but text: lines, areas and pictures, with their outlines."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from leaflet.verification.pdf.model import Box, Colour, Graphic, Pieces, Point, TextRun

_X, _Y = ctypes.c_float(), ctypes.c_float()
_EDGES = tuple(ctypes.c_float() for _ in range(4))
_PARTS = tuple(ctypes.c_uint() for _ in range(4))
"""For the answers of pdfium, which is used by one thread at a time."""

_PICTURE: Colour = (128, 128, 128, 255)
"""Stands for the colours of a picture, against which no contrast can be measured."""


def read_graphics(items: Iterable[tuple[int, Any]], runs: Sequence[TextRun]) -> tuple[Graphic, ...]:
    """The graphics of a page, given with their order; ``runs`` is the text that they may meet."""
    boxes = [run.box for run in runs]
    return tuple(_graphic(order, item, boxes) for order, item in items)


def _graphic(order: int, item: Any, texts: Sequence[Box]) -> Graphic:
    kind, box = pdfium.FPDFPageObj_GetType(item), bounds(item)
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
    paint = colour(item) if kind == pdfium.FPDF_PAGEOBJ_PATH else None
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        paint = _PICTURE
    if not any(map(box.meets, texts)):
        return Graphic(order, mcid, box, paint)
    clip = tuple(piece for path in clip_path(item) for piece in path)
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return Graphic(order, mcid, box, paint, _frame(box), clip)
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    count = pdfium.FPDFPath_CountSegments(item)
    segments = [pdfium.FPDFPath_GetPathSegment(item, number) for number in range(count)]
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    drawn = fill.value != pdfium.FPDF_FILLMODE_NONE or stroke.value
    return Graphic(
        order,
        mcid,
        box,
        paint,
        _pieces(segments, matrix) if drawn else (),
        clip,
        filled=fill.value != pdfium.FPDF_FILLMODE_NONE,
        even_odd=fill.value == pdfium.FPDF_FILLMODE_ALTERNATE,
        width=width.value * abs(matrix.a) if stroke.value else 0.0,
    )


def clip_path(item: Any) -> Iterator[Pieces]:
    """The clipping paths of an item, which is drawn only where they all are."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    for number in range(max(0, pdfium.FPDFClipPath_CountPaths(path))):
        count = pdfium.FPDFClipPath_CountPathSegments(path, number)
        if count > 0:
            yield _pieces(
                [pdfium.FPDFClipPath_GetPathSegment(path, number, at) for at in range(count)],
                pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0),
            )


def _pieces(segments: Iterable[Any], matrix: Any) -> Pieces:
    """The pieces of a path, each of whose parts is closed."""
    found: list[tuple[Point, ...]] = []
    part: list[tuple[int, Point]] = []
    for segment in segments:
        kind, point = pdfium.FPDFPathSegment_GetType(segment), _point(segment, matrix)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            found += _closed(part)
            part = []
        part.append((kind, point))
    return (*found, *_closed(part))


def _closed(part: Sequence[tuple[int, Point]]) -> Iterator[tuple[Point, ...]]:
    """The lines and curves of a part of a path, and the line that closes it."""
    if not part:
        return
    (_, first), *others = part
    at, rest = first, iter(others)
    for kind, point in rest:
        further = 2 if kind == pdfium.FPDF_SEGMENT_BEZIERTO else 0
        piece = (at, point, *(p for _, p in islice(rest, further)))
        yield piece
        at = piece[-1]
    if at != first or not others:
        yield (at, first)


def _point(segment: Any, matrix: Any) -> Point:
    pdfium.FPDFPathSegment_GetPoint(segment, _X, _Y)
    x, y = _X.value, _Y.value
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _frame(box: Box) -> Pieces:
    corners = [
        (box.left, box.bottom),
        (box.right, box.bottom),
        (box.right, box.top),
        (box.left, box.top),
    ]
    return tuple(zip(corners, [*corners[1:], corners[0]], strict=True))


def bounds(item: Any) -> Box:
    """The box around an item, with the width of its lines."""
    if not pdfium.FPDFPageObj_GetBounds(item, *_EDGES):
        return Box(0, 0, 0, 0)
    left, bottom, right, top = _EDGES
    return Box(left.value, bottom.value, right.value, top.value)


def colour(item: Any) -> Colour:
    """The colour with which an item is filled."""
    if not pdfium.FPDFPageObj_GetFillColor(item, *_PARTS):
        return (0, 0, 0, 255)
    red, green, blue, opacity = _PARTS
    return red.value, green.value, blue.value, opacity.value
