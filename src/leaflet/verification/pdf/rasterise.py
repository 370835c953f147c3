"""A page of a PDF as a picture, for somebody to look at."""

from io import BytesIO

import pypdfium2


def measure(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page of a PDF, in points."""
    with pypdfium2.PdfDocument(data) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def draw_page(data: bytes, number: int, width: int) -> bytes:
    """A page of a PDF, counted from 0, as a PNG of so many pixels across.

    pdfium draws for one thread at a time only. Raises IndexError where there is no such page.
    """
    with pypdfium2.PdfDocument(data) as document:
        if not 0 <= number < len(document):
            raise IndexError(f"no page {number}")
        page = document[number]
        drawn = page.render(scale=width / page.get_width(), rev_byteorder=True).to_pil()
        png = BytesIO()
        # Whoever waits for a page would rather have it at once than small.
        drawn.save(png, "PNG", compress_level=1)
        return png.getvalue()
