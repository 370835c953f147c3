from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from leaflet.verification.pdf.pages import read_pages
from leaflet.verification.pdf.rasterise import draw_page, page_sizes


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
    assert page_sizes(pdf) == ((300, 400), (400, 300))


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


def half_red(width: float, height: float) -> bytes:
    """Two pages, the lower half of the first one red."""
    made, data = pikepdf.new(), BytesIO()
    made.add_blank_page(page_size=(width, height))
    made.add_blank_page(page_size=(width, height))
    red = f"1 0 0 rg 0 0 {width} {height / 2} re f".encode()
    made.pages[0].Contents = made.make_stream(red)
    made.save(data)
    return data.getvalue()


def thumbnail(data: bytes) -> bytes:
    return read_pages(data, with_thumbnail=True)[0].thumbnail


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(595.3, 841.9, (240, 340)), (420, 595, (240, 340)), (612, 792, (240, 311))],
)
def test_a_thumbnail_is_the_first_page(width: float, height: float, size: tuple[int, int]) -> None:
    drawn = thumbnail(half_red(width, height))
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
    assert len(drawn) < 8000


def test_the_same_pdf_gives_the_same_thumbnail() -> None:
    assert thumbnail(half_red(595, 842)) == thumbnail(half_red(595, 842))


def test_only_the_first_page_has_a_thumbnail_and_only_if_it_is_wanted() -> None:
    first, *others = read_pages(half_red(595, 842), with_thumbnail=True)
    assert first.thumbnail
    assert not any(page.thumbnail for page in (*others, *read_pages(half_red(595, 842))))
