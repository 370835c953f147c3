"""The only pictures a document may load: those of its monograph and of the theme.

The engine sees two virtual folders: ``file:///monograph/`` is the folder of the monograph or the
one above it that holds its pictures, ``file:///theme/`` the theme's search path, nearest first. So
a PDF does not reveal where it was printed, and every other address, of the network or of the
machine, is refused.
"""

import base64
import binascii
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from leaflet import files
from leaflet.config.limits import USUAL, Limits
from leaflet.job import PictureFolder
from leaflet.rendering import svg
from leaflet.rendering.pictures import Refused, redraw

MONOGRAPH = "file:///monograph/"
THEME = "file:///theme/"

LARGEST_DATA = 100_000
"""Characters of a ``data:`` address."""

_OUTSIDE = "it is outside the folders of the monograph and the theme"


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Gives the engine the pictures it may use; ``refused`` maps other addresses to the reason.

    A refused resource is returned empty instead of raising, because the engine does not handle
    the exception everywhere, and does not always log it.
    """

    def __init__(
        self, monograph: PictureFolder | None, theme: Sequence[Path], limits: Limits = USUAL
    ) -> None:
        super().__init__(allowed_protocols=set())
        self._folders: Mapping[str, Sequence[Path]] = {
            MONOGRAPH: (monograph.root,) if monograph else (),
            THEME: theme,
        }
        self._limits = limits
        below = quote(monograph.below) if monograph else ""
        self.base_url = f"{MONOGRAPH}{below}/" if below else MONOGRAPH
        """What the addresses in a monograph are relative to."""
        self.refused: dict[str, str] = {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """The picture at ``url``, or an empty response and an entry in ``refused``."""
        try:
            body, mime = self._read(url)
        except Refused as reason:
            self.refused[url] = str(reason)
            body, mime = b"", "application/octet-stream"
        # Never a file: address, which the engine would open by itself.
        return URLFetcherResponse("leaflet:picture", body, {"Content-Type": mime})

    def _read(self, url: str) -> tuple[bytes, str]:
        if url[:5].lower() == "data:":
            return redraw(_data(url), self._limits)
        for area, folders in self._folders.items():
            if url.startswith(area):
                path = unquote(urlsplit(url).path.split("/", 2)[2])
                content = _find(path, folders, self._limits)
                if _is_svg(content):
                    return _checked_svg(content), "image/svg+xml"
                return redraw(content, self._limits)
        raise Refused(_OUTSIDE)


def _find(path: str, folders: Sequence[Path], limits: Limits) -> bytes:
    for folder in folders:
        root = os.path.realpath(folder)
        try:
            file = os.path.realpath(os.path.join(root, path))
        except ValueError:  # not a valid path
            continue
        if not os.path.exists(file):
            continue
        if os.path.commonpath([root, file]) != root:
            raise Refused(_OUTSIDE)
        if not os.path.isfile(file):
            raise Refused("it is not a file")
        if os.path.getsize(file) > limits.picture_size * 1000:
            raise Refused(f"limits.picture-size allows for {limits.picture_size} kB")
        try:
            return files.read(Path(file))
        except OSError as error:
            raise Refused(f"it cannot be read ({error.strerror})") from error
    raise Refused("there is no such file")


def _data(url: str) -> bytes:
    if len(url) > LARGEST_DATA:
        raise Refused(f"it holds more than {LARGEST_DATA // 1000} kB in its address")
    head, _, body = url.partition(",")
    data = unquote_to_bytes(body)
    try:
        return base64.b64decode(data) if head.endswith(";base64") else data
    except binascii.Error as error:
        raise Refused("its address is damaged") from error


def _checked_svg(content: bytes) -> bytes:
    try:
        svg.check(content)
    except ValueError as reason:
        raise Refused(str(reason)) from reason
    return content


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:4000]  # below comments, such as those of a licence
