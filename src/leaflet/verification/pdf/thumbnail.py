"""The first page of a finished PDF as a small picture, for those who choose among many."""

from io import BytesIO

import pypdfium2

WIDTH = 160
"""Pixels; a catalogue shows it half as wide, and screens have two pixels for one."""

QUALITY = 60
"""Of JPEG, which is written in a tenth of the time that WebP or a palette would take."""


def draw_thumbnail(pdf: bytes) -> bytes:
    """Draw the first page of a PDF as a JPEG picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width(), may_draw_forms=False).to_pil()
    finally:
        document.close()
    drawn = BytesIO()
    picture.convert("RGB").save(drawn, "JPEG", quality=QUALITY)
    return drawn.getvalue()
