"""Line pictograms beside the headings of a leaflet's boxes; leaflet's own drawings, one path each.

They never stand alone: the heading beside them says the same in words. So they are decoration for a
screen reader (no title, hence an artifact of the PDF), and a style may leave them out. In units
of a square of 24.
"""

from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from leaflet.theme.tokens import PICTOGRAMS

_CIRCLE = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z"

_PATHS = {
    "use": "M8 7H16A5 5 0 0 1 16 17H8A5 5 0 0 1 8 7ZM12 7V17",
    "contraindications": _CIRCLE + "M5.7 5.7L18.3 18.3",
    "how-asked": _CIRCLE + "M12 7V12L15.5 14",
    "effects": "M5.8 3.5H9L10.6 8L8.2 9.7A12 12 0 0 0 14.3 15.8L16 13.4L20.5 15V18.2"
    "A2.2 2.2 0 0 1 18.2 20.5A15 15 0 0 1 3.5 5.8A2.2 2.2 0 0 1 5.8 3.5Z",
    "missed": "M4 6H20V20.5H4ZM4 10.5H20M8 3.5V8M16 3.5V8M12 13V16M12 17V18.8",
    "stopping": "M8.3 3H15.7L21 8.3V15.7L15.7 21H8.3L3 15.7V8.3ZM8 12H16",
    "interactions": "M3.5 9.5H10.5V20.5H3.5ZM5 5H9V9.5H5ZM14 13H20.5V20.5H14ZM15.3 9H19.2V13H15.3Z",
    "pregnancy": "M10.5 2.8a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2ZM8.5 21.5V15.5H7.5V12"
    "A2.7 2.7 0 0 1 10.2 9.3C12.8 9.3 12.3 11.3 14 12A2.5 2.5 0 0 1 13.5 16.5V21.5",
    "alcohol": "M7 3.5H17L16.4 9A4.4 4.4 0 0 1 7.6 9ZM12 13V20.5M8 20.5H16",
    "driving": "M5 16.5H3V12.5L5.5 11.5L8 7H15L18 11.5L21 12.5V16.5H19M9 16.5H15M5.5 11.5H18"
    "M7 14.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4ZM17 14.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4Z",
    "too-much": "M12 3.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8ZM7 12.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z"
    "M17 12.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8ZM9.5 7.5H14.5M4.5 16.5H9.5M14.5 16.5H19.5",
    "children": "M12 3a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6ZM5.5 10.5L9 12H15L18.5 10.5"
    "M9 12V21M15 12V21M9 16.5H15",
    "warning": "M12 3.5L21.5 20H2.5ZM12 9.5V14.5M12 16V17.8",
}
"""By the key of the part or slot that a box is about; those of a project's own parts have none."""


_ALARMING = frozenset({"contraindications", "effects", "warning"})
"""Those that have the colour of warnings, as the headings beside them."""


def pictograms(tokens: Mapping[str, str]) -> Mapping[str, Markup]:
    """The pictograms by key, with the tokens of a style; none if it leaves them out."""
    if tokens[PICTOGRAMS] == "none":
        return {}
    return draw_pictograms(tokens["--accent"], tokens["--alarm"])


@lru_cache(maxsize=16)
def draw_pictograms(accent: str, alarm: str) -> Mapping[str, Markup]:
    """The pictograms by key, in the colours of headings and of warnings."""
    return {
        key: Markup(
            '<svg class="pictogram" viewBox="0 0 24 24" width="24" height="24"><path d="{}"'
            ' fill="none" stroke="{}" stroke-width="1.8"/></svg>'
        ).format(path, alarm if key in _ALARMING else accent)
        for key, path in _PATHS.items()
    }
