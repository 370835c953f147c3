"""Asks a box whether it is in the normal flow with one question instead of five.

The page that a box wants depends on its first and last child: the others are not asked.
"""

from collections.abc import Iterable

from weasyprint.formatting_structure.boxes import Box, ParentBox

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_IN_FLOW = {"static", "relative"}


def _is_in_normal_flow(self: Box) -> bool:
    style = self.style
    return style["float"] == "none" and style["position"] in _IN_FLOW


def _page_values(self: ParentBox) -> tuple[str, str]:
    start = end = self.style["page"]
    if first := _first_to_break(self.children):
        last = _first_to_break(reversed(self.children))
        values = first.page_values()
        # An only child is asked once: asked twice, it would ask its own only child four times.
        others = values if last is first else last.page_values()
        start, end = values[0] or start, others[1] or end
    return start, end


def _first_to_break(children: Iterable[Box]) -> Box:
    """The first child between which and its neighbours a page may end."""
    for child in children:
        if child.is_in_normal_flow() or child.is_floated():
            return child
    return None


PATCH = Patch(
    methods={
        (Box, "is_in_normal_flow"): _is_in_normal_flow,
        (ParentBox, "page_values"): _page_values,
    }
)
