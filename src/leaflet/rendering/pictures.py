"""Pictures, decoded whole and written again, so that the engine only ever reads pixels.

A picture that was cut may open all the same: a decoder fills what is missing with grey, and the
words in it are gone. Metadata, further frames and whatever else follows the pixels are left out.
"""

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageFile, ImageOps
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from leaflet.config.limits import Limits

MOST_SCANS = 30
"""Scans of a JPEG picture, each of which is drawn over all of it; encoders write about ten."""

FORMATS = "PNG, JPEG, WebP or SVG"
"""What a picture may be."""

_JPEG = b"\xff\xd8"
_SCAN, _END = 0xDA, 0xD9
_PROGRESSIVE = 0xC2
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers by which the pixels are described (ITU-T T.81, table B.1)."""

_MARKER = re.compile(rb"\xff+([\x01-\xfe])")
_NOISE = bytes((n * 37 + 181) % 251 + 1 for n in range(64))
_RESTARTS = range(0xD0, 0xD8)


class Refused(Exception):
    """A resource that must not be used; the message is the reason."""


def redraw(content: bytes, limits: Limits) -> tuple[bytes, str]:
    """A PNG, JPEG or WebP picture written again from its pixels, and its media type.

    The same picture gives the same bytes. Raises Refused if it is of another format, too large,
    animated, or cannot be decoded whole.
    """
    return _redrawn(content, limits.picture_pixels)


@lru_cache(maxsize=4)
def _redrawn(content: bytes, million_pixels: int) -> tuple[bytes, str]:
    # Each layout of a document asks for its pictures again.
    for start, (reader, redrawn) in _READERS.items():
        if start.match(content):
            try:
                picture = reader(BytesIO(content))
                if picture.width * picture.height > million_pixels * 1_000_000:
                    raise Refused(f"limits.picture-pixels allows for {million_pixels} million")
                with _strict_decoding():
                    return redrawn(content)
            except Refused:
                raise
            except Exception as error:  # Pillow raises many kinds of exceptions
                raise Refused("it is damaged") from error
    raise Refused(f"it is no {FORMATS} picture")


@contextmanager
def _strict_decoding() -> Iterator[None]:
    """Let Pillow refuse cut pictures, which WeasyPrint lets it fill, and not warn of metadata."""
    filled, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = filled


def _png(content: bytes) -> tuple[bytes, str]:
    PngImageFile(BytesIO(content)).verify()  # its checksums
    picture = PngImageFile(BytesIO(content))
    if picture.is_animated:
        raise Refused("it is animated")
    picture.load()
    if picture.mode.startswith("I"):  # 16 bits for each pixel
        return _written(_of_8_bits(picture), "PNG")
    upright = ImageOps.exif_transpose(picture)
    if "transparency" in picture.info:
        upright = upright.convert("RGBA")
    return _written(upright.convert("RGB") if upright.mode == "P" else upright, "PNG")


def _of_8_bits(picture: Image.Image) -> Image.Image:
    """A grey picture of 16 bits in 8; Pillow would make white of all that is not nearly black."""
    grey = picture.convert("I")
    shades = grey.point(lambda value: value * (1 / 257)).convert("L")
    transparent = picture.info.get("transparency")
    if transparent is None:
        return ImageOps.exif_transpose(shades)
    # Converting cuts what is below 0 and above 255, so only the one shade is 0 in both.
    lighter = grey.point(lambda value: value * 1 - transparent).convert("L")
    darker = grey.point(lambda value: value * -1 + transparent).convert("L")
    shades.putalpha(ImageChops.lighter(lighter, darker).point(lambda value: 255 if value else 0))
    return ImageOps.exif_transpose(shades)


def _webp(content: bytes) -> tuple[bytes, str]:
    picture = WebPImageFile(BytesIO(content))
    if picture.is_animated:
        raise Refused("it is animated")
    picture.load()
    return _written(ImageOps.exif_transpose(picture), "PNG")


def _jpeg(content: bytes) -> tuple[bytes, str]:
    # A segment that ends too early takes its last pixels from the noise behind it.
    noisy = JpegImageFile(BytesIO(_with_noise(content))).tobytes()
    picture = JpegImageFile(BytesIO(content))
    if picture.tobytes() != noisy:
        raise Refused("a part of it is missing")
    upright = ImageOps.exif_transpose(picture)
    if picture.mode not in ("L", "RGB"):
        return _written(upright.convert("RGB"), "JPEG", quality=95)
    sampling = max(get_sampling(picture), 0)
    return _written(upright, "JPEG", qtables=picture.quantization, subsampling=sampling)


def _written(picture: Image.Image, kind: str, **options: Any) -> tuple[bytes, str]:
    picture.info.clear()
    written = BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue(), f"image/{kind.lower()}"


def _with_noise(content: bytes) -> bytes:
    """A JPEG picture with noise behind each segment of coded pixels, and nothing behind its end.

    Raises Refused if it has too many scans, or none for some of its detail; ValueError if it is
    not a sequence of segments.
    """
    pieces, at, scans = [_JPEG], len(_JPEG), 0
    missing: set[tuple[int, int]] = set()
    while (found := _MARKER.match(content, at)) and found[1][0] != _END:
        kind, body = found[1][0], found.end() + 2
        end = found.end() + int.from_bytes(content[found.end() : body])
        pieces.append(content[at:end])
        at = end
        if kind in _FRAMES:
            coefficients = range(64 if kind == _PROGRESSIVE else 1)
            missing |= {(each, n) for each in content[body + 6 : end : 3] for n in coefficients}
        elif kind == _SCAN:
            scans += 1
            missing -= _finished(content[body:end])
            at = _add_pixels(content, at, pieces)
            if scans > MOST_SCANS:
                raise Refused(f"it has more than {MOST_SCANS} scans")
    if not found or missing:
        raise Refused("a part of it is missing")
    return b"".join([*pieces, found[0]])


def _finished(head: bytes) -> set[tuple[int, int]]:
    """The components and coefficients that a scan brings to full precision (T.81, B.2.3)."""
    first, last, precision = head[-3:]
    if precision & 15:
        return set()
    return {(each, n) for each in head[1:-3:2] for n in range(first, last + 1)}


def _add_pixels(content: bytes, at: int, pieces: list[bytes]) -> int:
    """Add the coded pixels of a scan with noise behind each segment; the position of its end."""
    following = 0
    while found := _MARKER.search(content, at):
        pieces += [content[at : found.start()], _NOISE]
        if found[1][0] not in _RESTARTS:
            # Noise for the next segment too, in case that is missing altogether.
            pieces += [bytes((0xFF, _RESTARTS[following])), _NOISE]
            return found.start()
        pieces.append(found[0])
        following = (_RESTARTS.index(found[1][0]) + 1) % len(_RESTARTS)
        at = found.end()
    raise Refused("its end is missing")


_READERS: dict[
    re.Pattern[bytes],
    tuple[Callable[[BytesIO], ImageFile.ImageFile], Callable[[bytes], tuple[bytes, str]]],
] = {
    re.compile(rb"\x89PNG\r\n\x1a\n"): (PngImageFile, _png),
    re.compile(_JPEG): (JpegImageFile, _jpeg),
    re.compile(rb"RIFF.{4}WEBP", re.DOTALL): (WebPImageFile, _webp),
}
"""How a format begins → what reads its head, and what writes its pixels again."""
