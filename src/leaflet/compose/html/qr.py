"""The QR code of a web address, drawn as a picture that a screen reader can tell."""

from collections.abc import Mapping

import segno
from markupsafe import Markup

MODULE = 0.6
"""Millimetres of one square: a telephone reads it from an arm's length, on any office printer."""

QUIET = 4
"""Squares that stay white around the code (ISO/IEC 18004)."""


def draw_code(address: str, words: Mapping[str, str]) -> Markup:
    """The QR code of an address as SVG, with the address as its alternative text.

    Error correction M: a fold or a stain of a seventh of the code does no harm.
    """
    code = segno.make(address, error="m", micro=False)
    side = code.symbol_size(border=QUIET)[0]
    return Markup(
        '<svg class="code" width="{size}mm" height="{size}mm" viewBox="0 0 {side} {side}">'
        '<title>{title}</title><path fill="#000" d="{path}"/></svg>'
    ).format(
        size=f"{side * MODULE:g}",
        side=side,
        title=words["code"].format(address=address),
        path="".join(_bars(code)),
    )


def _bars(code: segno.QRCode) -> list[str]:
    """The dark squares, each row's neighbours as one bar."""
    bars = []
    for down, row in enumerate(code.matrix, QUIET):
        start = None
        for across, dark in enumerate([*row, 0], QUIET):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                bars.append(f"M{start} {down}h{across - start}v1h-{across - start}z")
                start = None
    return bars
