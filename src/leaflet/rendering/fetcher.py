"""What a document may draw on: pictures beside its monograph and in the theme, nothing else.

The engine sees two made-up folders. ``file:///monograph/`` stands for the folder of the monograph,
``file:///theme/`` for the theme's search path, nearest first. A document therefore holds no trace
of where it was printed, and any other address - of the network, of the machine - is refused.
"""

import base64
import binascii
import os
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from weasyprint.urls import URLFetcher, URLFetcherResponse

from leaflet import files
from leaflet.config.limits import USUAL, Limits

MONOGRAPH = "file:///monograph/"
THEME = "file:///theme/"

LARGEST_DATA = 100_000
"""Characters of a ``data:`` address."""
_OUTSIDE = "it is outside the folders of the monograph and the theme"

_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", b"IEND", PngImageFile),
    (b"\xff\xd8\xff", b"\xff\xd9", JpegImageFile),
)
"""How a picture of a format begins, what stands at its end, and what reads it."""


class Refused(Exception):
    """The reason why something is not drawn on."""


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Hands the engine the pictures it may use, and remembers what was refused, and why.

    What is refused comes back empty instead of raising: the engine forgets to catch one of the
    places where it asks for a resource, and logs nothing at others.
    """

    def __init__(
        self, monograph: Path | None, theme: Sequence[Path], limits: Limits = USUAL
    ) -> None:
        super().__init__(allowed_protocols=set())
        self._folders: Mapping[str, Sequence[Path]] = {
            MONOGRAPH: (monograph,) if monograph else (),
            THEME: theme,
        }
        self._limits = limits
        self.refused: dict[str, str] = {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """The picture at ``url``, or an empty answer and a reason in ``refused``."""
        try:
            body, mime = self._read(url)
        except Refused as why:
            self.refused[url] = str(why)
            body, mime = b"", "application/octet-stream"
        # Never a file: address, from which the engine would read again by itself.
        return URLFetcherResponse("leaflet:picture", body, {"Content-Type": mime})

    def _read(self, url: str) -> tuple[bytes, str]:
        if url[:5].lower() == "data:":
            return _checked(_data(url), self._limits)
        for area, folders in self._folders.items():
            if url.startswith(area):
                path = unquote(urlsplit(url).path.split("/", 2)[2])
                content = _find(path, folders, self._limits)
                if area == THEME and _is_svg(content):
                    return content, "image/svg+xml"
                return _checked(content, self._limits)
        raise Refused(_OUTSIDE)


def _find(path: str, folders: Sequence[Path], limits: Limits) -> bytes:
    for folder in folders:
        root = os.path.realpath(folder)
        try:
            place = os.path.realpath(os.path.join(root, path))
        except ValueError:  # no path at all
            continue
        if not os.path.exists(place):
            continue
        if os.path.commonpath([root, place]) != root:
            raise Refused(_OUTSIDE)
        if not os.path.isfile(place):
            raise Refused("it is not a file")
        if os.path.getsize(place) > limits.picture_size * 1000:
            raise Refused(f"limits.picture-size allows for {limits.picture_size} kB")
        try:
            return files.read(Path(place))
        except OSError as error:
            raise Refused(f"it cannot be read ({error.strerror})") from error
    raise Refused("there is no such file")


def _data(url: str) -> bytes:
    if len(url) > LARGEST_DATA:
        raise Refused(f"it holds more than {LARGEST_DATA // 1000} kB in its address")
    head, _, body = url.partition(",")
    try:
        return (
            base64.b64decode(unquote_to_bytes(body))
            if head.endswith(";base64")
            else unquote_to_bytes(body)
        )
    except binascii.Error as error:
        raise Refused("its address is damaged") from error


def _checked(content: bytes, limits: Limits) -> tuple[bytes, str]:
    """The content and its media type, if it is a whole picture of a reasonable size."""
    for opening, ending, reader in _FORMATS:
        if content.startswith(opening):
            try:
                picture = reader(BytesIO(content))
                width, height = picture.size
                picture.verify()
            except Exception as error:  # Pillow raises whatever comes its way
                raise Refused("it is damaged") from error
            # The engine would draw what there is of a picture, and say nothing.
            if ending not in content[-1000:]:
                raise Refused("its end is missing")
            if width * height > limits.picture_pixels * 1_000_000:
                raise Refused(f"limits.picture-pixels allows for {limits.picture_pixels} million")
            return content, f"image/{picture.format}".lower()
    raise Refused("it is neither a PNG nor a JPEG picture")


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:1000]
