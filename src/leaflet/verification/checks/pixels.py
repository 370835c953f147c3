"""A second look: what pdfium paints is what it says that it paints.

The other checks believe the list of what a page draws. Here its picture is compared with that list:
ink where text is, and none where nothing is.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from PIL import Image, ImageChops, ImageDraw

from leaflet.diagnostics import Diagnostic
from leaflet.verification.checks.visibility import background, painted_areas
from leaflet.verification.evidence import Evidence
from leaflet.verification.pdf.model import Box, Colour, Graphic, Page, TextRun

_MOST_FINDINGS = 3

_SEEN = 40
"""Shades of grey, of 255, by which the darkest and the lightest pixel of a text differ at least.
Hairlines of small letters are narrower than a pixel, and so only partly as dark as their ink."""

_SEEN_SIGN = 8
"""The same of a text without letters and digits, such as the small dot between two names."""

_GAP = 1.2
"""Em within a text that may be without ink: more than the widest space."""

_SAME = 4
"""Shades of grey by which a ground may differ from what its colour gives."""

_SMALL = 4.0
"""Square points of a text, such as a full stop, that may be lighter than that; the same for each
character of a text without letters and digits, such as a full stop and the space after it."""

_PAPER = 250
"""The shade of grey of a page without ink."""

_MARGIN = 2
"""Pixels around what is drawn that its edges may darken."""

_WHITE = 255
"""The shade of grey of paper without ink; there is no lighter one."""

_LOW = 16
"""Rows of pixels that a text may have for a quick look."""

_DARK = _WHITE - (_SAME + 2) * _LOW
"""A shade so dark that one pixel of it makes the mean of so many rows differ from white, with two
shades to spare for rounding."""

_ROWS = (0.5, 0.4)
"""Where in the height of a text the quick look is: most letters have ink there."""

_DARK_OR_WHITE = bytes(
    b"x"[0] if shade <= _DARK else b" o"[shade == _WHITE] for shade in range(256)
)


def check_pixels(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each text leaves ink, and nothing else does but lines, areas and pictures."""
    for number, page in enumerate(evidence.parsed.pages, 1):
        areas, shades = painted_areas(page), page.pixels.tobytes()
        unseen = [run for run in page.runs if not _is_seen(run, page, areas, shades)]
        for run in unseen[:_MOST_FINDINGS]:
            yield evidence.run_error("unseen", run, "cannot be seen on the page as it is painted")
        if stray := _stray_ink(page):
            x, y = stray.middle
            message = (
                f"page {number}: something is painted at {x:.0f}, {y:.0f} pt, where nothing is"
            )
            yield evidence.error("stray-ink", message)


def _is_seen(run: TextRun, page: Page, areas: Sequence[Graphic], shades: bytes) -> bool:
    """Whether a text differs from what is behind it, one of the ``areas`` or paper, all along.

    ``shades`` are the pixels of the page.
    """
    is_sign = not any(map(str.isalnum, run.text))
    if run.box.area < _SMALL * (len(run.text) if is_sign else 1):
        return True
    box = run.box if page.box.contains(run.box, 0) else run.box.intersection(page.box)
    if box.area < _SMALL:
        return False
    pixels, ground = _pixels(box, page.pixels.height, 0), _grey(background(run, areas))
    too_wide = b" " * (int(_GAP * run.size + _MARGIN) + 1)
    if ground == _WHITE and _is_plainly_inked(pixels, page.pixels.size, shades, too_wide):
        return True
    least = _SEEN_SIGN if is_sign else _SEEN
    return _is_inked(page.pixels.crop(pixels), ground, least, too_wide)


def _is_inked(picture: Image.Image, ground: int, least: int, too_wide: bytes) -> bool:
    """Whether a picture differs from its ground by as many shades, with no gap that is too wide."""
    darkest, lightest = cast(tuple[int, int], picture.getextrema())
    columns = picture.resize((picture.width, 1), Image.Resampling.BOX).tobytes()
    return lightest - darkest >= least and too_wide not in columns.translate(_without_ink(ground))


def _is_plainly_inked(
    pixels: tuple[int, int, int, int], size: tuple[int, int], shades: bytes, too_wide: bytes
) -> bool:
    """Whether one row of pixels on white alone shows that a picture :func:`_is_inked`.

    Nothing is lighter than white: a column with a dark pixel is as a whole darker than its ground
    by the share of one row in its height, and so inked. Most texts have such a row in their middle.
    """
    left, top, right, bottom = pixels
    width, height = size
    if right > width or bottom > height or bottom - top > _LOW:
        return False
    for share in _ROWS:
        start = (top + int(share * (bottom - top))) * width
        row = shades[start + left : start + right].translate(_DARK_OR_WHITE)
        if b"x" in row and b"o" in row and too_wide not in row.replace(b"o", b" "):
            return True
    return False


@cache
def _without_ink(ground: int) -> bytes:
    """A table that has an x for each shade of grey that differs from that of the ground."""
    return bytes(b" x"[abs(shade - ground) > _SAME] for shade in range(256))


def _grey(colour: Colour) -> int:
    red, green, blue, _ = colour
    return round(0.3 * red + 0.59 * green + 0.11 * blue)


def _stray_ink(page: Page) -> Box | None:
    """The place of ink that belongs to nothing; None if there is none."""
    rest = ImageChops.invert(page.pixels)
    erase, height = ImageDraw.Draw(rest).rectangle, rest.height
    for box in (*(run.box for run in page.runs), *(each.box for each in page.graphics)):
        seen = box if page.box.contains(box, 0) else box.intersection(page.box)
        if seen.left <= seen.right and seen.bottom <= seen.top:
            erase(_pixels(seen, height, _MARGIN), fill=0)
    # Most pages are white there; of others, what is nearly white is left out.
    found = rest.getbbox() and rest.point(_INK).getbbox()
    if found is None:
        return None
    left, top, right, bottom = found
    return Box(left, height - bottom, right, height - top)


_INK = [255 * (_WHITE - shade < _PAPER) for shade in range(256)]
"""Makes of inverted shades white what is ink, and black what is paper."""


def _pixels(box: Box, height: int, margin: int) -> tuple[int, int, int, int]:
    """A box in whole pixels, counted from the upper left corner of a page; one is one point."""
    return (
        max(0, int(box.left) - margin),
        max(0, int(height - box.top) - margin),
        int(box.right) + 1 + margin,
        int(height - box.bottom) + 1 + margin,
    )
