"""Sets text in two columns: laid out as narrow pages, of which two then make one side of paper.

WeasyPrint 70 takes three times as long for CSS columns as for running text, and tries so many
column breaks around what must stay together that it may never end. A page as wide as a column costs
what any page costs, and all rules about page breaks hold for it.

A style sheet asks for it with the page name ``columns`` (``rtl-columns`` from right to left): such
a page has a wide margin on the side of the second column, and no running lines. They are set here,
once it is known how many sides there are. With the name ``columns-below``, the first two stand on
the side before them, below what is there.

All of this uses what WeasyPrint does not document, so its version is pinned.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any
from weakref import proxy

from weasyprint import DEFAULT_OPTIONS, HTML, Document
from weasyprint.document import DocumentMetadata, Page
from weasyprint.formatting_structure.boxes import MarginBox, PageBox
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout import LayoutContext, layout_document
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.page import make_margin_boxes, set_page_type_computed_styles

from leaflet.rendering.balanced_columns import ColumnBalance
from leaflet.rendering.column_tops import ColumnTops

NAMES: Mapping[str, str] = {
    "columns": "",
    "columns-below": "",
    "rtl-columns": "rtl",
    "rtl-columns-below": "rtl",
}
"""The name of a page as wide as a column, and that of the side whose running lines it has."""

_BELOW = frozenset(name for name in NAMES if name.endswith("-below"))


def render(html: HTML, **options: Any) -> Document:
    """``HTML.render``, with the pages that are as wide as a column joined two by two."""
    fonts, counters = options.pop("font_config"), options.pop("counter_style")
    settings = {**DEFAULT_OPTIONS, **options}
    context = Document._build_layout_context(html, fonts, counters, {}, settings)
    # Pictures know their context, so it would only be freed with all garbage.
    context.get_image_from_uri = partial(context.get_image_from_uri, context=proxy(context))
    root = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        context.target_collector,
        counters,
        context.footnotes,
    )
    context.column_tops = ColumnTops(_BELOW)
    context.column_balance = ColumnBalance(frozenset(NAMES))
    boxes = list(layout_document(html, root, context))
    document = Document(
        [Page(box) for box in _sides(boxes, html, context)],
        DocumentMetadata(**get_html_metadata(html)),
        html.url_fetcher,
        fonts,
        {},
        settings["output_intent"],
    )
    document._html = html
    document.divided = context.column_balance.divided
    document.context = context
    return document


def _sides(pages: Sequence[PageBox], html: HTML, context: LayoutContext) -> Sequence[PageBox]:
    """The sides of paper that the pages make, with their running lines."""
    if not any(map(_is_column, pages)):
        return pages
    sides = list(_joined(pages, context))
    if context.column_tops.are_below:
        at = next(index for index, (_, side) in enumerate(sides) if _is_column(side))
        _, under = sides.pop(at)
        upper = sides[at - 1][1]
        upper.children = (*upper.children, *under.children)
    for number, (first, side) in enumerate(sides, start=1):
        context.current_page = first
        if _is_column(side):
            name = NAMES[side.page_type.name]
            side.page_type = side.page_type._replace(name=name)
            set_page_type_computed_styles(side.page_type, html, context.style_for)
        counters = {"page": [number], "pages": [len(sides)]}
        state: tuple[object, ...] = ([0], counters, [{"page", "pages"}], [])
        body = [box for box in side.children if not isinstance(box, MarginBox)]
        margins = tuple(make_margin_boxes(context, side, state))
        for box in margins:
            layout_box_backgrounds(side, box, context.get_image_from_uri)
        side.children = (*body, *margins)
    return [side for _, side in sides]


def _is_column(page: PageBox) -> bool:
    return page.page_type.name in NAMES


def _joined(pages: Sequence[PageBox], context: LayoutContext) -> Iterator[tuple[int, PageBox]]:
    """Each side of paper, after the number of its first page."""
    for narrow, numbered in groupby(enumerate(pages, start=1), lambda each: _is_column(each[1])):
        run = list(numbered)
        if not narrow:
            yield from run
            continue
        for at in range(0, len(run), 2):
            number, first = run[at]
            _widen(first, [page for _, page in run[at + 1 : at + 2]], context)
            yield number, first


def _widen(first: PageBox, second: Sequence[PageBox], context: LayoutContext) -> None:
    """Make a page as wide as its side of paper, and put the text of the ``second`` on it."""
    column, edge = first.width, min(first.margin_left, first.margin_right)
    width = first.margin_width() - 2 * edge
    shift = width - column
    if first.margin_left > edge:  # from right to left, the first column is the right one
        shift = -shift
        first.margin_left = edge
    first.margin_right, first.width = edge, width
    for page in second:
        for box in page.children:
            box.translate(shift)
            layout_box_backgrounds(first, box, context.get_image_from_uri)
        first.children = (*first.children, *page.children)
