"""Reads the path of a picture once: a leaflet draws the same few pictograms again and again.

WeasyPrint 70 reads the numbers of a path each time that it draws it.
"""

from collections.abc import Iterable
from typing import Any

import weasyprint.svg
from weasyprint.svg.path import path

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH", "path"]

_MOST = 256
"""Paths that are kept: leaflet's own, and those of a project's pictures."""

_LONGEST = 10_000
"""Characters of a path that is kept; a longer one is a picture of its own."""

_kept: dict[object, tuple[Iterable[bytes], Iterable[Any]]] = {}
"""What is written for a path, and its corners, where markers may stand."""


def _path(svg: Any, node: Any, font_size: float) -> None:
    """Draw a path: what WeasyPrint's ``path`` does."""
    text, written, corners = node.get("d", ""), svg.stream.stream, node.vertices
    # Lengths of a path may be given in a unit or as a percentage, if wrongly so.
    key = (text, font_size, svg.inner_width, svg.inner_height, svg.inner_diagonal)
    if kept := _kept.get(key):
        written.extend(kept[0])
        corners.extend(kept[1])
        return
    start, first = len(written), len(corners)
    path(svg, node, font_size)
    if len(_kept) < _MOST and len(text) <= _LONGEST:
        _kept[key] = tuple(written[start:]), tuple(corners)[first:]


PATCH = Patch(methods={(weasyprint.svg, "TAGS"): {**weasyprint.svg.TAGS, "path": _path}})
