"""The type area of a page, from the tokens of a document."""

import pytest

from leaflet.compose.measure import type_area
from leaflet.errors import SettingsError

TOKENS = {
    "--paper-width": "500pt",
    "--paper-height": "800pt",
    "--edge": "50pt",
    "--measure": "150mm",
    "--head-space": "20pt",
    "--foot-space": "30pt",
    "--header-lines": "1",
    "--footer-lines": "2",
    "--header-size": "10pt",
    "--footer-size": "10pt",
    "--text-size": "10pt",
    "--line-step": "1.5",
}


def test_the_width_is_the_measure_if_the_paper_holds_it() -> None:
    assert type_area.width(TOKENS) == 400
    assert type_area.width({**TOKENS, "--measure": "300pt"}) == 300


def test_the_height_is_the_paper_without_header_and_footer() -> None:
    assert type_area.height(TOKENS) == pytest.approx(800 - (20 + 13) - (30 + 26))


def test_a_page_has_fewer_lines_if_they_are_higher() -> None:
    lines = type_area.lines_per_page(TOKENS)
    assert lines == pytest.approx(type_area.height(TOKENS) / 15)
    assert type_area.lines_per_page({**TOKENS, "--line-step": "calc(1 + 0.2)"}) < lines


def test_a_calculated_length_is_an_error() -> None:
    with pytest.raises(SettingsError, match="is not a length"):
        type_area.width({**TOKENS, "--edge": "calc(1pt + 1mm)"})
