from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from leaflet.verification.pdf.rasterise import draw_page, measure


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two empty pages, the second on its side."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(300, 400)
    document.new_page(400, 300)
    data = BytesIO()
    document.save(data)
    document.close()
    return data.getvalue()


def test_pages_are_measured_in_points(pdf: bytes) -> None:
    assert measure(pdf) == ((300, 400), (400, 300))


@pytest.mark.parametrize(("page", "size"), [(0, (600, 800)), (1, (600, 450))])
def test_a_page_is_drawn_as_wide_as_it_is_wanted(
    pdf: bytes, page: int, size: tuple[int, int]
) -> None:
    with Image.open(BytesIO(draw_page(pdf, page, 600))) as picture:
        assert (picture.format, picture.size) == ("PNG", size)
        assert picture.getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize("page", [-1, 2])
def test_there_are_no_other_pages(pdf: bytes, page: int) -> None:
    with pytest.raises(IndexError, match="no page"):
        draw_page(pdf, page, 600)
