"""Sets the lengths of a box that are no percentages all at once.

WeasyPrint 70 looks at twenty properties of a box each time that it lays it out, most of which are
lengths that depend on nothing. Here they are kept with the style of the box. Each PDF has the bytes
that it has without it, and ``switch(on=False)`` leaves everything to WeasyPrint.
"""

from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout import percent

from leaflet.rendering.patches.swap import Patch

_RELATIVE_TO_WIDTH = (
    *("margin_left", "margin_right", "margin_top", "margin_bottom"),
    *("padding_left", "padding_right", "padding_top", "padding_bottom"),
    *("width", "min_width", "max_width"),
)
_RELATIVE_TO_HEIGHT = ("height", "min_height", "max_height")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))

_as_weasyprint_does = percent.resolve_percentages


def _resolve_percentages(box: Box, containing_block: Any) -> None:
    """Set the used lengths of a box as its attributes, before it is laid out."""
    style = box.style
    try:
        kept = style.kept_lengths
    except AttributeError:
        kept = style.kept_lengths = _lengths(style)
    if kept is None or isinstance(box, PageBox):
        _as_weasyprint_does(box, containing_block)
        return
    fixed, relative = kept
    box.__dict__.update(fixed)
    if relative:
        is_box = isinstance(containing_block, Box)
        width = containing_block.width if is_box else containing_block[0]
        for name in relative:
            percent.resolve_one_percentage(box, name, width)


def _lengths(style: Any) -> tuple[dict[str, Any], tuple[str, ...]] | None:
    """The lengths of a style that are always the same, and the names of the others.

    None if more than the width of what is around a box matters, or lengths depend on each other.
    """
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return None
    fixed: dict[str, Any] = {name: style[name] for name in _BORDERS}
    for name in (*_RELATIVE_TO_WIDTH, *_RELATIVE_TO_HEIGHT):
        value = style[name]
        if value == "auto":
            fixed[name] = 0 if name in ("min_width", "min_height") else value
        elif type(value) is Dimension and value.unit == "px":
            fixed[name] = value.value
    if not fixed.keys() >= {*_RELATIVE_TO_HEIGHT}:
        return None
    return fixed, tuple(name for name in _RELATIVE_TO_WIDTH if name not in fixed)


PATCH = Patch(functions={_as_weasyprint_does: _resolve_percentages})
