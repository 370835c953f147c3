"""The QR code of an address: the right squares, in black, with words for those who cannot see."""

import re

import segno

from leaflet.compose.html.qr import QUIET, draw_code
from leaflet.i18n.messages import WORDS

ADDRESS = "https://example.org/leaflets/testamide?edition=2&lang=en"


def dark_squares(svg: str) -> set[tuple[int, int]]:
    """The (row, column) of each dark square, from the bars that the picture is drawn with."""
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", svg)
    assert all(right == left for _, _, right, left in bars)
    return {
        (int(down), int(across) + step)
        for across, down, width, _ in bars
        for step in range(int(width))
    }


def test_the_code_is_the_address_with_white_around_it() -> None:
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert dark_squares(draw_code(ADDRESS, WORDS)) == {
        (down + QUIET, across + QUIET)
        for down, row in enumerate(matrix)
        for across, dark in enumerate(row)
        if dark
    }


def test_a_screen_reader_is_told_where_the_code_leads() -> None:
    assert (
        "<title>QR code that leads to https://example.org/leaflets/testamide?edition=2&amp;lang=en"
        in draw_code(ADDRESS, WORDS)
    )


def test_squares_stay_large_enough_for_a_telephone() -> None:
    for address in ("https://a.org", ADDRESS, ADDRESS * 4):
        found = re.search(r'width="([\d.]+)mm".*viewBox="0 0 (\d+)', draw_code(address, WORDS))
        assert found
        assert float(found[1]) / int(found[2]) >= 0.5
