"""Begins columns right below what is on the side before them, where there is space.

Only the layout knows where that is. So a page as wide as a column asks for the page laid out before
it, as soon as the engine has to know how high it is.
"""

from typing import Any

from weasyprint.formatting_structure.boxes import Box, PageBox, ParentBox
from weasyprint.layout import LayoutContext
from weasyprint.layout import page as engine

from leaflet.rendering.model import COLUMN_GAP, LEAST_COLUMN

_PIXELS = 96 / 72
"""The engine's pixels of a point."""

ABOVE = "boxes"
"""The id of the element that columns may begin below."""

_as_weasyprint_does = engine.page_height


class ColumnTops:
    """Where the first two columns of a document begin: on a side of their own, or below another.

    ``names`` are those of pages as wide as a column that may begin below what comes before.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._before: PageBox | None = None
        self._top = 0.0

    @property
    def are_below(self) -> bool:
        """Whether the first two columns stand on the side before them."""
        return self._top > 0

    def set_margin(self, page: PageBox) -> None:
        """Set the upper margin of a page that is about to be laid out."""
        if page.page_type.name not in self._names:
            self._before = page
            return
        number = dict(page.page_type.groups).get(page.page_type.name, 2)
        if number == 0:
            self._top = self._top_below()
        if number < 2 and self._top:
            page.margin_top = self._top

    def _top_below(self) -> float:
        """Where a column begins below what is on the page before it; 0 if there is no space."""
        above = self._before and _last(self._before.children[0], ABOVE)
        if not self._before or not above:
            return 0
        top: float = above.position_y + above.margin_height() + COLUMN_GAP * _PIXELS
        bottom = self._before.content_box_y() + self._before.height
        return top if bottom - top >= LEAST_COLUMN * _PIXELS else 0


def _last(box: Box, name: str) -> Box | None:
    """The element with an id, if it is the last one within a box."""
    if box.element is not None and box.element.get("id") == name:
        return box
    inside = box.children if isinstance(box, ParentBox) else ()
    flowing = [each for each in inside if each.is_in_normal_flow() and each.margin_height()]
    return _last(flowing[-1], name) if flowing else None


def _page_height(page: PageBox, context: LayoutContext, height: float) -> Any:
    tops = getattr(context, "column_tops", None)
    if tops:
        tops.set_margin(page)
    return _as_weasyprint_does(page, context, height)


engine.page_height = _page_height
