"""Passes over what has no background, border or outline: nearly all boxes of a page.

WeasyPrint 70 looks at all of it for each box, four sides and four corners each. Here it is found
out once for each style.
"""

from typing import Any

from weasyprint.draw.border import draw_border, draw_outline
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.percent import resolve_radii_percentages

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_RADII = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)


def _layout_box_backgrounds(
    page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None
) -> None:
    if style is not None or box is page or not layout_children or not _has_no_background(box.style):
        layout_box_backgrounds(page, box, get_image, layout_children, style)
        return
    _resolve_radii(box)
    for child in box.all_children():
        _layout_box_backgrounds(page, child, get_image)
    box.background = None


def _has_no_background(style: Any) -> bool:
    try:
        return style.has_no_background  # type: ignore[no-any-return]
    except AttributeError:
        style.has_no_background = found = (
            style["border_image_source"][0] == "none"
            and style["mask_border_source"][0] == "none"
            and not style["box_shadow"]
            and (
                style["visibility"] == "hidden"
                or (
                    all(kind == "none" for kind, _ in style["background_image"])
                    and get_color(style, "background_color").alpha == 0
                )
            )
        )
        return found


def _resolve_radii(box: Any) -> None:
    style = box.style
    try:
        is_square = style.is_square
    except AttributeError:
        style.is_square = is_square = all((0, "px") in style[radius] for radius in _RADII)
    if is_square:
        for radius in _RADII:  # one by one: the placeholder of an absolute box passes them on
            setattr(box, radius, (0, 0))
    else:
        resolve_radii_percentages(box)


def _draw_border(stream: Any, box: Any) -> None:
    has_border = (
        box.border_top_width
        or box.border_bottom_width
        or box.border_left_width
        or box.border_right_width
    )
    style = box.style
    if (
        has_border
        or style["border_image_source"][0] != "none"
        or style["column_width"] != "auto"
        or style["column_count"] != "auto"
    ):
        draw_border(stream, box)


def _draw_outline(stream: Any, box: Any) -> None:
    if box.style["outline_width"]:
        draw_outline(stream, box)
        return
    for child in box.children:
        if isinstance(child, Box):
            _draw_outline(stream, child)


PATCH = Patch(
    functions={
        layout_box_backgrounds: _layout_box_backgrounds,
        resolve_radii_percentages: _resolve_radii,
        draw_border: _draw_border,
        draw_outline: _draw_outline,
    }
)
