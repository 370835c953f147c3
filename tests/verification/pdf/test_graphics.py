"""Lines and areas, as they are read from a page, and what they do to a text."""

from io import BytesIO

import pikepdf
import pytest

from leaflet.verification.pdf.model import Box, Graphic
from leaflet.verification.pdf.pages import read_pages

TEXT = b"BT /F1 12 Tf 100 100 Td (50 mg) Tj ET\n"


def graphics(drawn: bytes) -> tuple[Box, tuple[Graphic, ...]]:
    """The box of a text, and what else is drawn on its page."""
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page(page_size=(300, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    pdf.pages[0].Contents = pdf.make_stream(TEXT + drawn)
    pdf.save(out)
    page = read_pages(out.getvalue())[0]
    return page.runs[0].box, page.graphics


@pytest.mark.parametrize(
    ("drawn", "crosses", "paints"),
    [
        (b"90 90 100 50 re f", False, True),
        (b"2 0 0 2 0 0 cm 45 45 50 25 re f", False, True),
        (b"90 90 20 50 re f", True, False),
        (b"90 104 100 1 re f", True, False),
        (b"90 104 m 200 104 l S", True, False),
        (b"90 90 100 50 re S", False, False),
        (b"20 w 90 90 100 50 re S", True, False),
        (b"50 50 200 200 re 90 90 100 50 re f*", False, False),
        (b"50 50 200 200 re 90 90 100 50 re f", False, True),
        (b"50 50 m 250 50 l 50 250 l f", True, True),
        (b"90 104 m 90 160 200 160 200 104 c f", True, True),
        (b"90 90 100 50 re W n 0 0 300 300 re f", False, True),
        (b"90 90 20 50 re W n 0 0 300 300 re f", True, True),
    ],
)
def test_what_a_graphic_does_to_a_text(drawn: bytes, crosses: bool, paints: bool) -> None:
    box, (graphic,) = graphics(drawn)
    assert graphic.crosses(box.shrunk(0.5, 0.5)) == crosses
    if not crosses:
        assert graphic.paints(*box.middle) == paints


def test_far_from_text_no_outline_is_read() -> None:
    _, (graphic,) = graphics(b"200 200 50 50 re f")
    assert graphic.outline == ()
    assert graphic.box.contains(Box(200, 200, 250, 250), 0.5)
