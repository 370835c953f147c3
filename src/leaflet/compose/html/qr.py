"""The QR code of a web address as an SVG with alternative text."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import segno
from markupsafe import Markup

from leaflet.errors import MonographRefused

MODULE = 0.6
"""The side of one square in millimetres: telephones read it at arm's length from any printer."""

QUIET_ZONE = 4
"""White squares around the code (ISO/IEC 18004)."""


def draw_code(address: str, words: Mapping[str, str]) -> Markup:
    """The QR code of an address as SVG; its title names the address.

    Error correction level M: the code is readable with 15 % of it lost to a fold or a stain.
    Raises MonographRefused for an address that is too long.
    """
    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        message = f"url has {len(address):,} characters, more than a QR code can hold"
        raise MonographRefused.of("front-matter", message) from None
    side = code.symbol_size(border=QUIET_ZONE)[0]
    return Markup(
        '<svg class="code" width="{size}mm" height="{size}mm" viewBox="0 0 {side} {side}">'
        '<title>{title}</title><path fill="#000" d="{path}"/></svg>'
    ).format(
        size=f"{side * MODULE:g}",
        side=side,
        title=words["code"].format(address=address),
        path="".join(_bars(code)),
    )


def _bars(code: segno.QRCode) -> Iterator[str]:
    """The dark squares as an SVG path, neighbours in a row joined to one bar."""
    for y, row in enumerate(code.matrix, QUIET_ZONE):
        for dark, squares in groupby(enumerate(row, QUIET_ZONE), key=lambda square: square[1]):
            if dark:
                columns = [x for x, _ in squares]
                width = len(columns)
                yield f"M{columns[0]} {y}h{width}v1h-{width}z"
