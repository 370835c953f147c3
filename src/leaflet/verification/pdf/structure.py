"""A PDF as qpdf reads it: structure tree, title, bookmarks, links."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from typing import Any

import pikepdf

from leaflet.fonts.shaping import Lexicon
from leaflet.verification.pdf.glyphs import decode_text, glyph_runs
from leaflet.verification.pdf.model import MarkedContent, Page, ParsedPdf
from leaflet.verification.pdf.pages import read_pages


def read_pdf(
    data: bytes, lexicon: Lexicon | None = None, *, right_to_left: bool = False
) -> ParsedPdf:
    """Read a PDF once for all checks: its pages with pdfium, the rest with qpdf.

    With a ``lexicon`` of the words of the document, the text is decoded from the glyphs instead of
    taken from the PDF. ``right_to_left`` is the direction of the document.
    """
    pages = read_pages(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        if lexicon:
            pages = tuple(
                decode_text(page, glyph_runs(drawn), lexicon, right_to_left=right_to_left)
                for page, drawn in zip(pages, pdf.pages, strict=True)
            )
        return ParsedPdf(
            pages=tuple(map(_without_blank_runs, pages)),
            marked_content=tuple(_marked_content(pdf)),
            title=str(pdf.docinfo.get("/Title", "")),
            lang=str(pdf.Root.get("/Lang", "")),
            outline=tuple(_bookmarks(pdf.Root.get("/Outlines"))),
            links=tuple(_links(pdf)),
        )


def _without_blank_runs(page: Page) -> Page:
    return replace(page, runs=tuple(run for run in page.runs if run.text.strip()))


def _marked_content(pdf: pikepdf.Pdf) -> Iterator[MarkedContent]:
    """The marked content in the order of the structure tree, which may be deep: hence a stack."""
    tree = pdf.Root.get("/StructTreeRoot")
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    rows, elements = count(), count()
    stack: list[tuple[Any, MarkedContent]] = []
    if tree is not None:
        stack.append((tree, MarkedContent(0, -1)))
    while stack:
        node, context = stack.pop()
        if not isinstance(node, pikepdf.Dictionary):
            yield replace(context, mcid=int(node))
            continue
        if "/Pg" in node:
            context = replace(context, page=pages.get(node.Pg.objgen, context.page))
        if node.get("/Type") == "/MCR":
            yield replace(context, mcid=int(node.MCID))
        elif node.get("/Type") != "/OBJR":
            stack.extend(reversed([*_children(node, context, rows, elements)]))


def _children(
    node: Any, context: MarkedContent, rows: Iterator[int], elements: Iterator[int]
) -> Iterator[tuple[Any, MarkedContent]]:
    """The children of a structure element, each with what it inherits."""
    tag = str(node.get("/S", "")).lstrip("/")
    if tag:
        path = (*context.elements, next(elements))
        context = replace(context, tags=(*context.tags, tag), elements=path)
    if "/Alt" in node:
        context = replace(context, alt=str(node.Alt))
    row = next(rows) if tag == "TR" else None
    kids, column = node.get("/K", []), 0
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if row is None:
            yield kid, context
            continue
        span = _column_span(kid)
        yield kid, replace(context, cell=(row, column), span=span)
        column += span


def _column_span(cell: Any) -> int:
    """How many columns of its table a cell takes."""
    attributes = cell.get("/A") if isinstance(cell, pikepdf.Dictionary) else None
    return int(attributes.get("/ColSpan", 1)) if isinstance(attributes, pikepdf.Dictionary) else 1


def _bookmarks(outlines: Any) -> Iterator[str]:
    """The titles of the bookmarks, which may be deep: hence a stack."""
    waiting = [outlines.get("/First")] if outlines is not None else []
    while waiting:
        item = waiting.pop()
        if item is not None:
            yield str(item.get("/Title", ""))
            waiting += [item.get("/Next"), item.get("/First")]


def _annotations(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", [])


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    for annotation in _annotations(pdf):
        action = annotation.get("/A")
        if action is not None and "/URI" in action:
            yield str(action.URI)
