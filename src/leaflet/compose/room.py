"""How many lines the running header and footer of a document need."""

from collections.abc import Mapping

from leaflet import fonts
from leaflet.stylesheet import Stylesheet, length

PAGE_NUMBER_EM = 8.5
"""Room for "Page 10 of 12" at the foot, as ``styles/base.css`` keeps it."""

CAUTION = 0.98
"""Share of a line that is counted on: the engine shapes letters, adding their widths does not."""


def room(header: str, footer: str, stylesheet: Stylesheet) -> Mapping[str, str]:
    """The tokens that make the page margins as high as this header and footer need them.

    Raises ``SettingsError`` where a style gives one of the lengths in a form that only the layout
    engine can work out.
    """

    def points(token: str) -> float:
        return length(stylesheet.tokens[token], stylesheet.tokens)

    measure = min(points("--measure"), points("--paper-width") - 2 * points("--edge")) * CAUTION
    head, foot = points("--header-size"), points("--footer-size")
    beside = measure - PAGE_NUMBER_EM * foot
    return {
        "--header-lines": str(fonts.lines(header, head, measure)),
        "--footer-lines": str(fonts.lines(footer, foot, beside)),
    }
