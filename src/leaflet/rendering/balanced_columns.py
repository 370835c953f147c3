"""Divides the only column of a last side over both of its columns.

Text that ends in the first column leaves half a side empty beside it. Then its page is laid out
again, not as high, and the second column takes the rest.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint import HTML
from weasyprint import layout as layout_engine
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout import LayoutContext
from weasyprint.layout import page as engine

from leaflet.rendering.column_ends import ends_badly, tears
from leaflet.rendering.model import LEAST_COLUMN

_PIXELS = 96 / 72
"""The engine's pixels of a point."""

_SHARE = 0.54
"""The share of the text for which the first column has space; a line more than half of it."""

_all_pages_as_weasyprint_makes_them = layout_engine.make_all_pages
_height_as_weasyprint_does = engine.page_height


class ColumnBalance:
    """Balances the last side of a document whose pages with certain ``names`` are columns.

    ``divided`` is the height in points of the column that was divided, 0 if none was.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._most: float | None = None
        self.divided = 0.0

    def limit(self, page: PageBox) -> None:
        """Make a page whose height is known only as high as its text may be."""
        if self._most is not None and page.height > self._most:
            page.margin_bottom += page.height - self._most
            page.height = self._most

    def balanced(
        self, context: LayoutContext, root: Box, html: HTML, pages: Sequence[PageBox]
    ) -> Sequence[PageBox]:
        """The pages, the last one as two if it is the first column of a side and high enough."""
        height = self._only_column(pages)
        if height < 2 * LEAST_COLUMN * _PIXELS:
            return pages
        index, known = len(pages) - 1, list(context.page_maker)
        found = self._two(context, root, html, index, height * _SHARE)
        if not found:
            context.page_maker[:] = known
            return pages
        self.divided = height / _PIXELS
        return [*pages[:-1], *found]

    def _only_column(self, pages: Sequence[PageBox]) -> float:
        """The height of the text of the last page if no column is to be beside it, else 0."""
        columns = 0
        for page in reversed(pages):
            if page.page_type.name not in self._names:
                break
            columns += 1
        return pages[-1].children[0].margin_height() if columns % 2 else 0.0

    def _two(
        self, context: LayoutContext, root: Box, html: HTML, index: int, most: float
    ) -> Sequence[PageBox]:
        """The text of a page on two, the first of which is shorter; nothing if that fails."""
        self._most = most
        first, rest = _made_again(context, root, html, index)
        self._most = None
        if rest is None:
            return ()
        second, rest = _made_again(context, root, html, index + 1)
        context.broken_out_of_flow.clear()
        ends = first.children[0], second.children[0]
        if rest is not None or ends_badly(*ends) or tears(*ends):
            return ()
        bottom = second.margin_top + second.height
        first.height, first.margin_bottom = bottom - first.margin_top, second.margin_bottom
        return first, second


def _made_again(
    context: LayoutContext, root: Box, html: HTML, index: int
) -> tuple[PageBox, object | None]:
    """A page, and where the next one begins; as the engine makes it, whose loop has no hook."""
    context.page_maker[index][-1].update(
        content_changed=False, pages_wanted=False, anchors=[], content_lookups=[]
    )
    page, rest = engine.remake_page(index, context, root, html)
    return page, rest


def _make_all_pages(
    context: LayoutContext, root: Box, html: HTML, pages: Sequence[PageBox]
) -> Iterator[PageBox]:
    made = list(_all_pages_as_weasyprint_makes_them(context, root, html, pages))
    balance = getattr(context, "column_balance", None)
    yield from balance.balanced(context, root, html, made) if balance else made


def _page_height(page: PageBox, context: LayoutContext, height: float) -> Any:
    found = _height_as_weasyprint_does(page, context, height)
    balance = getattr(context, "column_balance", None)
    if balance:
        balance.limit(page)
    return found


layout_engine.make_all_pages = _make_all_pages
engine.page_height = _page_height
