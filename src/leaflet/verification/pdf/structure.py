"""The structure of a PDF as its objects have it: tags, title, bookmarks, links."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

from leaflet.fonts.shaping import Lexicon
from leaflet.verification.pdf.glyphs import decode_text
from leaflet.verification.pdf.model import MarkedContent, Page, ParsedPdf
from leaflet.verification.pdf.objects import Ref
from leaflet.verification.pdf.pages import read_pages
from leaflet.verification.pdf.strict import StrictPdf, read_strictly


def read_pdf(
    data: bytes,
    lexicon: Lexicon | None = None,
    *,
    right_to_left: bool = False,
    objects: StrictPdf | None = None,
    with_thumbnail: bool = False,
) -> ParsedPdf:
    """Read a PDF once for all checks: its pages with pdfium, the rest from its ``objects``.

    With a ``lexicon`` of the words of the document, the text is decoded from the glyphs instead of
    taken from the PDF. ``right_to_left`` is the direction of the document. Without ``objects``,
    they are read first; raises ForeignForm if the PDF is not as leaflet writes it. The first page
    is drawn ``with_thumbnail`` if one is wanted.
    """
    pdf = objects or read_strictly(data)
    catalog, info = (_dictionary(pdf, pdf.trailer[key]) for key in ("Root", "Info"))
    pages = read_pages(data, with_thumbnail=with_thumbnail)
    if lexicon:
        # Imports pikepdf, which other documents do not need.
        from leaflet.verification.pdf.glyph_runs import glyph_runs  # noqa: PLC0415

        pages = tuple(
            decode_text(page, drawn, lexicon, right_to_left=right_to_left)
            for page, drawn in zip(pages, glyph_runs(data), strict=True)
        )
    return ParsedPdf(
        pages=tuple(map(_without_blank_runs, pages)),
        marked_content=tuple(_marked_content(pdf, catalog)),
        title=info.get("Title", ""),
        lang=catalog.get("Lang", ""),
        outline=tuple(_bookmarks(pdf, catalog)),
        links=tuple(_links(pdf, catalog)),
    )


def _dictionary(pdf: StrictPdf, value: Any) -> dict[str, Any]:
    """The dictionary that a value is, or refers to; one without keys if it is none."""
    found = pdf.follow(value)
    return found if isinstance(found, dict) else {}


def _without_blank_runs(page: Page) -> Page:
    return replace(page, runs=tuple(run for run in page.runs if run.text.strip()))


def _pages(pdf: StrictPdf, catalog: dict[str, Any]) -> list[Ref]:
    kids: list[Ref] = _dictionary(pdf, catalog["Pages"])["Kids"]
    return kids


def _marked_content(pdf: StrictPdf, catalog: dict[str, Any]) -> Iterator[MarkedContent]:
    """The marked content in the order of the structure tree, which may be deep: hence a stack."""
    pages = {page: number for number, page in enumerate(_pages(pdf, catalog))}
    rows, elements = count(), count()
    tree = catalog.get("StructTreeRoot")
    stack: list[tuple[Any, _Inherited]] = [(tree, _Inherited())] if tree else []
    while stack:
        node, above = stack.pop()
        page, tags, cell, span, alt, numbers = above
        if not isinstance(node, Ref):
            yield MarkedContent(page, node, tags, cell, span, alt, numbers)
            continue
        element = _dictionary(pdf, node)
        if tag := element.get("S", ""):
            tags, numbers = (*tags, tag), (*numbers, next(elements))
        page = pages.get(element.get("Pg", node), page)
        within = _Inherited(page, tags, cell, span, element.get("Alt", alt), numbers)
        if tag == "TR":
            stack.extend(reversed([*_cells(pdf, element, within, next(rows))]))
        elif element.get("Type") != "OBJR":
            stack.extend((kid, within) for kid in reversed(element.get("K", ())))


class _Inherited(NamedTuple):
    """What marked content has from the elements around it; a tuple, since each element makes one.

    The fields are those of :class:`MarkedContent`.
    """

    page: int = 0
    tags: tuple[str, ...] = ()
    cell: tuple[int, int] | None = None
    span: int = 1
    alt: str = ""
    elements: tuple[int, ...] = ()


def _cells(
    pdf: StrictPdf, row: dict[str, Any], within: _Inherited, number: int
) -> Iterator[tuple[Any, _Inherited]]:
    """The cells of a table row, each with its column and what it inherits."""
    column = 0
    for kid in row.get("K", ()):
        span = _dictionary(pdf, _dictionary(pdf, kid).get("A")).get("ColSpan", 1)
        yield kid, within._replace(cell=(number, column), span=span)
        column += span


def _bookmarks(pdf: StrictPdf, catalog: dict[str, Any]) -> Iterator[str]:
    """The titles of the bookmarks, which may be deep: hence a stack."""
    waiting = [_dictionary(pdf, catalog.get("Outlines")).get("First")]
    while waiting:
        if item := _dictionary(pdf, waiting.pop()):
            yield item.get("Title", "")
            waiting += [item.get("Next"), item.get("First")]


def _links(pdf: StrictPdf, catalog: dict[str, Any]) -> Iterator[str]:
    for page in _pages(pdf, catalog):
        for annotation in _dictionary(pdf, page).get("Annots", ()):
            action = _dictionary(pdf, _dictionary(pdf, annotation).get("A"))
            if "URI" in action:
                yield action["URI"]
