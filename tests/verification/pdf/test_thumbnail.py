from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from leaflet.verification import draw_thumbnail


def pdf(width: float, height: float) -> bytes:
    """Two pages, the lower half of the first one red."""
    made, data = pikepdf.new(), BytesIO()
    made.add_blank_page(page_size=(width, height))
    made.add_blank_page(page_size=(width, height))
    red = f"1 0 0 rg 0 0 {width} {height / 2} re f".encode()
    made.pages[0].Contents = made.make_stream(red)
    made.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(595.3, 841.9, (160, 227)), (420, 595, (160, 227)), (612, 792, (160, 208))],
)
def test_it_is_the_first_page_small(width: float, height: float, size: tuple[int, int]) -> None:
    drawn = draw_thumbnail(pdf(width, height))
    with Image.open(BytesIO(drawn)) as picture:
        assert picture.format == "JPEG"
        assert picture.width in (size[0], size[0] + 1)
        assert abs(picture.height - size[1]) <= 1
        above, below = (picture.getpixel((80, y)) for y in (20, picture.height - 20))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert min(above) > 240
    assert below[0] > 200
    assert max(below[1:]) < 60
    assert len(drawn) < 4000


def test_the_same_pdf_gives_the_same_picture() -> None:
    assert draw_thumbnail(pdf(595, 842)) == draw_thumbnail(pdf(595, 842))
