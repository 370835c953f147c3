"""The logo and the colours of the brand in the catalogue."""

import re
from base64 import b64encode
from pathlib import Path

from markupsafe import Markup

from leaflet import files
from leaflet.config.settings import Settings

_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_HEX = re.compile("#[0-9a-fA-F]{3,8}")
_USED = ("accent",)
"""The colours of a brand that the page has, too; they are for paper, so not for the dark mode."""


def logo_of(settings: Settings) -> str:
    """The logo as a data URI, so that the page needs no other file; empty without one."""
    if not settings.brand.logo:
        return ""
    data = files.read(Path(settings.project) / settings.brand.logo)
    type_ = next((name for start, name in _TYPES.items() if data.startswith(start)), "")
    return f"data:{type_ or 'image/svg+xml'};base64,{b64encode(data).decode()}"


def colours_of(settings: Settings) -> Markup:
    """A style sheet with the colours of the brand, empty without any."""
    given = settings.brand.colours
    used = (name for name in _USED if _HEX.fullmatch(given.get(name, "")))
    lines = "".join(f"--{name}: {given[name]}; " for name in used)
    if not lines:
        return Markup()
    rule = f"@media screen and (prefers-color-scheme: light) {{ :root {{ {lines}}} }}"
    return Markup("\n") + Markup(rule)  # noqa: S704 - colours that the settings have checked
