"""Finds the edges of a line at once where nothing floats."""

from typing import Any

from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout.float import avoid_collisions

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]


def _avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
    """The position of a box and the width that it may have."""
    is_simple = not outer and isinstance(box, LineBox) and box.style["float"] == "none"
    if context.excluded_shapes or not is_simple or containing_block.style["direction"] != "ltr":
        return avoid_collisions(context, box, containing_block, outer)
    left = containing_block.content_box_x()
    right = left + containing_block.width - box.margin_right
    left += box.margin_left
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


PATCH = Patch(functions={avoid_collisions: _avoid_collisions})
