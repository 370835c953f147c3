"""Lays a column out again only if it comes out otherwise.

WeasyPrint 70 balances columns by trying greater and greater heights, often a pixel more each time.
What overflows a column by more than that is broken where it was, so the column stays as it was.
Here it is noted how much higher a column must be for its next line or box, and until then the
column of the last try is taken; the last of all tries is not made again to be kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import Box, FlexContainerBox, GridContainerBox
from weasyprint.layout import LayoutContext, block
from weasyprint.layout.block import block_box_layout
from weasyprint.layout.column import columns_layout

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH", "block_box_layout"]

_ROUNDING = 1e-3
"""Pixels by which sums of heights may differ, and more."""

_IN_FLOW = {"static", "relative"}


class _Try(NamedTuple):
    """A column as it comes out for a bottom from ``bottom`` up to, but not including, ``end``."""

    bottom: float
    end: float
    result: tuple[Any, ...]


class _Tries:
    """The columns that were tried for one box."""

    def __init__(self) -> None:
        self.found: dict[object, _Try] = {}
        self._simple: dict[int, bool] = {}

    def are_simple(self, children: list[Box]) -> bool:
        """Whether children are nothing but text, blocks and tables in the normal flow."""
        first = id(children[0])
        if first not in self._simple:
            self._simple[first] = all(map(_is_simple, children))
        return self._simple[first]


def _is_simple(child: Box) -> bool:
    return all(
        box.style["position"] in _IN_FLOW
        and box.style["float"] == "none"
        and not isinstance(box, FlexContainerBox | GridContainerBox)
        and box.style["column_width"] == box.style["column_count"] == "auto"
        and not box.footnote
        for box in child.descendants()
    )


def _columns_layout(context: LayoutContext, *others: Any) -> Any:
    outer = getattr(context, "column_tries", None)
    context.column_tries = _Tries()
    # The engine imports it when columns are laid out; nothing else shall take longer.
    block.block_box_layout = _block_box_layout
    try:
        return columns_layout(context, *others)
    finally:
        context.column_tries = outer
        if outer is None:
            block.block_box_layout = block_box_layout


def _block_box_layout(context: LayoutContext, box: Box, *others: Any, **rest: Any) -> Any:
    if box.is_column and _may_be_kept(context, box, others):
        return _column(context, box, *others, **rest)
    return block_box_layout(context, box, *others, **rest)


def _may_be_kept(context: LayoutContext, box: Box, others: Any) -> bool:
    """Whether a column depends on nothing but its position and height, and changes nothing."""
    *_, margins = others[:7]
    tries = context.column_tries
    is_alone = not margins and not context.footnotes and not context.excluded_shapes
    return bool(is_alone and box.children and tries.are_simple(box.children))


def _column(
    context: LayoutContext,
    box: Box,
    bottom_space: float,
    skip_stack: Any,
    *others: Any,
    **rest: Any,
) -> Any:
    """A column as an earlier try has it, or else laid out."""
    found, is_empty = context.column_tries.found, others[1]
    position = (id(box.children[0]), box.position_x, box.position_y, box.width)
    key = (position, repr(skip_stack), is_empty, bottom_space == inf)
    bottom = context.page_bottom - bottom_space
    known = found.get(key)
    if known and (bottom == known.bottom or known.bottom <= bottom < known.end):
        return known.result
    with _overflows(context) as by:
        result = block_box_layout(context, box, bottom_space, skip_stack, *others, **rest)
    # What is broken within a box fills the column, and so depends on its height.
    is_whole = result[1] is None or all(inner is None for inner in result[1].values())
    end = bottom + min(by, default=inf) - _ROUNDING if is_whole else bottom
    found[key] = _Try(bottom, end, result)
    return result


@contextmanager
def _overflows(context: LayoutContext) -> Iterator[list[float]]:
    """By how much what is laid out within overflows, each time that the engine asks for it."""
    found: list[float] = []
    overflows = LayoutContext.overflows

    def noted(bottom: float, position: float) -> bool:
        is_over: bool = overflows(bottom, position)
        if is_over:
            found.append(position - bottom)
        return is_over

    context.overflows = noted
    try:
        yield found
    finally:
        del context.overflows


PATCH = Patch(functions={columns_layout: _columns_layout})
