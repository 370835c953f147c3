"""The QR code of an address: the right squares in black, with alternative text."""

import re

import pytest
import segno

from leaflet.compose.html.qr import QUIET_ZONE, draw_code
from leaflet.errors import MonographRefused
from leaflet.i18n.messages import WORDS

ADDRESS = "https://example.org/leaflets/testamide?edition=2&lang=en"


def test_an_address_that_no_code_can_hold_is_refused() -> None:
    assert "<svg" in draw_code("https://example.org/" + "a-" * 1100, WORDS)
    with pytest.raises(MonographRefused, match=r"url has 3,020 characters, more than a QR code"):
        draw_code("https://example.org/" + "a-" * 1500, WORDS)


def dark_squares(svg: str) -> set[tuple[int, int]]:
    """The (row, column) of each dark square, from the bars of the SVG."""
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", svg)
    assert all(right == left for _, _, right, left in bars)
    return {(int(y), int(x) + step) for x, y, width, _ in bars for step in range(int(width))}


def test_the_code_is_the_address_with_white_around_it() -> None:
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert dark_squares(draw_code(ADDRESS, WORDS)) == {
        (y + QUIET_ZONE, x + QUIET_ZONE)
        for y, row in enumerate(matrix)
        for x, dark in enumerate(row)
        if dark
    }


def test_the_alternative_text_names_the_address() -> None:
    assert (
        "<title>QR code that leads to https://example.org/leaflets/testamide?edition=2&amp;lang=en"
        in draw_code(ADDRESS, WORDS)
    )


def test_squares_stay_large_enough_for_a_telephone() -> None:
    for address in ("https://a.org", ADDRESS, ADDRESS * 4):
        found = re.search(r'width="([\d.]+)mm".*viewBox="0 0 (\d+)', draw_code(address, WORDS))
        assert found
        assert float(found[1]) / int(found[2]) >= 0.5
