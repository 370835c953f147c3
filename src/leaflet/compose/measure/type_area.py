"""The type area of a page, inside its margins, from the tokens of a document.

Every function raises ``SettingsError`` as ``leaflet.theme.cascade.length`` does.
"""

from collections.abc import Mapping

from leaflet.theme.cascade import length

_RUNNING_LINE_HEIGHT = 1.3
"""The line height of header and footer, in em."""

_LARGEST_LINE_STEP = 1.6
"""Used for a style that calculates its line height; no shipped style has a larger one."""


def width(tokens: Mapping[str, str]) -> float:
    """The width of the type area in points: the style's measure, or the paper less its edges."""
    paper = length("--paper-width", tokens) - 2 * length("--edge", tokens)
    return min(length("--measure", tokens), paper)


def height(tokens: Mapping[str, str]) -> float:
    """The height of the type area in points: the paper less header and footer."""
    margins = sum(
        length(space, tokens) + int(tokens[lines]) * length(size, tokens) * _RUNNING_LINE_HEIGHT
        for space, lines, size in (
            ("--head-space", "--header-lines", "--header-size"),
            ("--foot-space", "--footer-lines", "--footer-size"),
        )
    )
    return length("--paper-height", tokens) - margins


def lines_per_page(tokens: Mapping[str, str]) -> float:
    """How many lines of text the type area has room for."""
    step = tokens["--line-step"]
    line_height = float(step) if step.replace(".", "", 1).isdigit() else _LARGEST_LINE_STEP
    return height(tokens) / length("--text-size", tokens) / line_height
