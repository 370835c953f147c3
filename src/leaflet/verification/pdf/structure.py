"""The structure of a PDF as qpdf reads it: tags, title, bookmarks, links, fonts, and extras."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

import pikepdf

from leaflet.fonts.shaping import Lexicon
from leaflet.verification.pdf.glyphs import drawn, respell
from leaflet.verification.pdf.model import MarkedContent, ParsedPdf, PdfFont
from leaflet.verification.pdf.pages import read_pages


def read_pdf(
    data: bytes, lexicon: Lexicon | None = None, *, right_to_left: bool = False
) -> ParsedPdf:
    """Read a PDF back, once for all checks: its pages by pdfium, the rest by qpdf.

    Where there is a ``lexicon``, the words are those that the glyphs of the pages show.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        spell = lexicon and (
            partial(respell, rows=drawn(page), lexicon=lexicon, right_to_left=right_to_left)
            for page in pdf.pages
        )
        return ParsedPdf(
            pages=read_pages(data, spell) if spell else read_pages(data),
            marked_content=tuple(_tagged(pdf)),
            title=str(pdf.docinfo.get("/Title", "")),
            lang=str(pdf.Root.get("/Lang", "")),
            outline=tuple(_bookmarks(pdf.Root.get("/Outlines"))),
            links=tuple(_links(pdf)),
            fonts=tuple(_fonts(pdf)),
            extras=tuple(_extras(pdf)),
        )


def _tagged(pdf: pikepdf.Pdf) -> Iterator[MarkedContent]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    rows = 0
    stack: list[tuple[Any, tuple[str, ...], tuple[int, int] | None, int, str]]
    stack = [(tree, (), None, 0, "")]
    while stack:
        node, tags, cell, page, alt = stack.pop()
        if not isinstance(node, pikepdf.Dictionary):
            yield MarkedContent(page, int(node), tags, cell, alt)
            continue
        page = pages.get(node.Pg.objgen, page) if "/Pg" in node else page
        if node.get("/Type") == "/MCR":
            yield MarkedContent(page, int(node.MCID), tags, cell, alt)
            continue
        if node.get("/Type") == "/OBJR":
            continue
        tag = str(node.get("/S", "/")).lstrip("/")
        rows += tag == "TR"
        row, alt = rows, str(node.get("/Alt", alt))
        below = [
            (kid, (*tags, tag) if tag else tags, (row, n) if tag == "TR" else cell, page, alt)
            for n, kid in enumerate(_kids(node))
        ]
        stack.extend(reversed(below))


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _bookmarks(node: Any) -> Iterator[str]:
    item = node.get("/First") if node is not None else None
    while item is not None:
        yield str(item.get("/Title", ""))
        yield from _bookmarks(item)
        item = item.get("/Next")


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            action = annotation.get("/A")
            if action is not None and "/URI" in action:
                yield str(action.URI)


def _dict(holder: Any, key: str) -> Any:
    return holder.get(key, pikepdf.Dictionary())


def _fonts(pdf: pikepdf.Pdf) -> Iterator[PdfFont]:
    seen = set()
    for page in pdf.pages:
        for font in _dict(page.obj.Resources, "/Font").values():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            inner = font.get("/DescendantFonts", [font])[0]
            described = _dict(inner, "/FontDescriptor")
            files = ("/FontFile", "/FontFile2", "/FontFile3")
            yield PdfFont(str(font.get("/BaseFont", "")), any(f in described for f in files))


def _extras(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    for key, what in (
        ("/AcroForm", "a form"),
        ("/AF", "an attachment"),
        ("/OpenAction", "an action on opening"),
        ("/AA", "an action"),
    ):
        if key in root:
            yield what
    names = _dict(root, "/Names")
    for key, what in (("/JavaScript", "a script"), ("/EmbeddedFiles", "an attachment")):
        if key in names:
            yield what
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            kind = str(annotation.get("/Subtype", ""))
            if kind != "/Link":
                yield f"an annotation of type {kind.lstrip('/')}"
            elif (action := annotation.get("/A")) is not None and action.get("/S") != "/URI":
                yield "a link that does something else than open an address"
