"""Decides whether a document needs a table of contents."""

from collections.abc import Mapping, Sequence

from leaflet.compose.measure import type_area
from leaflet.compose.measure.estimate import LINE_HEIGHT
from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.sides.cells import passages_height
from leaflet.theme.cascade import length

SIDES_WITH_CONTENTS = 5
"""More sides than this have a table of contents."""

_PART = 2.8
"""Em of the heading of a part on one line."""


def is_long(chapters: Sequence[Chapter], tokens: Mapping[str, str]) -> bool:
    """Whether a document has so many sides, in one column, that it needs a table of contents.

    Columns have none: it would be longer than what it helps to find. Raises ``SettingsError`` as
    ``length`` does.
    """
    if tokens["--columns"].isdigit():
        return False
    width = type_area.width(tokens) / length("--text-size", tokens)
    lines = sum(
        _PART + passages_height(part.passages, width)
        for chapter in chapters
        for part in chapter.parts
    )
    return lines / LINE_HEIGHT >= SIDES_WITH_CONTENTS * type_area.lines_per_page(tokens)
