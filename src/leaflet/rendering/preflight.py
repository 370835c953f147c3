"""The pictures of a page, tried before it is laid out."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from leaflet import rendering
from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic
from leaflet.rendering.model import Printable

_PICTURE = re.compile(r'<img\b[^>]*?\ssrc="([^"]*)"')


def unusable_pictures(
    page: Printable, theme: tuple[Path, ...], limits: Limits
) -> tuple[Diagnostic, ...]:
    """An error for each picture of a page that the engine will not be given.

    The engine is loaded only for a page with pictures. Raises SettingsError if this machine has
    none.
    """
    addresses = [unescape(each) for each in _PICTURE.findall(page.html)]
    if not addresses:
        return ()
    rendering.load()
    from leaflet.rendering.fetcher import Fetcher  # noqa: PLC0415 - loads the engine
    from leaflet.rendering.log import findings  # noqa: PLC0415

    fetcher = Fetcher(page.base, theme, limits)
    for address in addresses:
        fetcher.fetch(urljoin(fetcher.base_url, address))
    return findings((), fetcher.refused)
