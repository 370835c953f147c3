"""A text that is shaped once knows its size, and where it may break."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.text.fonts import FontConfiguration

from leaflet.rendering.patches.shaped_text import ShapedText
from leaflet.rendering.patches.text_setups import Setup


class Style(dict[str, Any]):
    font_config = FontConfiguration()


@pytest.fixture
def shaped() -> Callable[[str], ShapedText]:
    family = {"font_family": ("Atkinson Hyperlegible",), "font_size": 16, "lang": "en"}
    setup = Setup(Style({**INITIAL_VALUES, **family}))
    return lambda text: ShapedText(text, setup)


def test_a_text_is_as_wide_as_its_glyphs(shaped: Callable[[str], ShapedText]) -> None:
    text = shaped("One tablet a day")
    widths = [width for _, glyphs, _ in text.runs for width in glyphs[1::5]]
    assert sum(widths) == text.units == 1024 * text.width
    assert 0 < text.baseline < text.height < text.width
    assert text.bytes == 16


@pytest.mark.parametrize("text", ["One tablet a day", "Täglich ≥ 5 mg, morgens–abends"])
def test_the_last_break_that_fits_is_found(shaped: Callable[[str], ShapedText], text: str) -> None:
    whole = shaped(text)
    for end in whole.breaks.at[:-1]:
        reach = shaped(text[:end].rstrip()).units
        found, beyond = whole.breaks.after(0, reach + 20)
        assert found == end
        assert beyond > reach + 20
        assert whole.breaks.bytes_between(0, end) == len(text[:end].encode())


def test_nothing_is_found_where_nothing_or_all_fits(shaped: Callable[[str], ShapedText]) -> None:
    whole = shaped("One tablet")
    assert whole.breaks.after(0, 10) == (0, 0)
    assert whole.breaks.after(0, 10**6) == (0, 0)
    assert whole.breaks.after(4, 10**6) == (4, 0)
    assert shaped("\u05d0 \u05d1 \u05d2").breaks.after(0, 10) == (0, 0)
