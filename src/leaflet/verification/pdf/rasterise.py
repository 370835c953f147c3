"""The pages of a PDF as pictures, for a person to look at."""

from io import BytesIO

import pypdfium2

THUMBNAIL_WIDTH = 240
"""Pixels; a catalogue shows it half as wide, since many screens have two pixels per CSS pixel."""

THUMBNAIL_QUALITY = 60
"""Of JPEG, which takes a tenth of the time that WebP or a PNG palette would take."""


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page of a PDF, in points."""
    with pypdfium2.PdfDocument(data) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def draw_page(data: bytes, number: int, width: int) -> bytes:
    """Draw a page of a PDF, counted from 0, as a PNG of ``width`` pixels.

    pdfium may be used by one thread at a time only. Raises IndexError if there is no such page.
    """
    with pypdfium2.PdfDocument(data) as document:
        if not 0 <= number < len(document):
            raise IndexError(f"no page {number}")
        page = document[number]
        image = page.render(scale=width / page.get_width(), rev_byteorder=True).to_pil()
        png = BytesIO()
        # For someone who waits for a page, speed matters more than size.
        image.save(png, "PNG", compress_level=1)
        return png.getvalue()


def draw_thumbnail(page: pypdfium2.PdfPage) -> bytes:
    """Draw an open page as a small JPEG."""
    image = page.render(scale=THUMBNAIL_WIDTH / page.get_width(), may_draw_forms=False).to_pil()
    jpeg = BytesIO()
    image.convert("RGB").save(jpeg, "JPEG", quality=THUMBNAIL_QUALITY)
    return jpeg.getvalue()
