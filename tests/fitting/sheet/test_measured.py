"""The heights of a layout are those of the page."""

import pytest

from fitting.sheet.sheets import edition, fitted, written
from leaflet.compose import Fragment
from leaflet.fitting.model import Fit
from leaflet.fitting.sheet.heights import Heights, estimate_heights
from leaflet.fitting.sheet.measured import measure_heights

A4 = 841.89


def measured(made: Fit) -> Heights:
    stylesheet, _ = edition("a4")
    estimated = estimate_heights(made.composition, stylesheet)
    return measure_heights(made.composition, made.layout, A4, estimated)


def rest(made: Fit) -> list[Fragment]:
    placed = made.composition.makeup.arrange(made.composition.content)
    return [each for column in placed.rest for each in column]


def test_the_bands_begin_where_they_do_on_the_page() -> None:
    made = fitted(written(warnings=8))
    frame, scale = made.layout.frames[0], made.composition.makeup.size / 9
    top = made.layout.anchors["stop"].top * A4 - (A4 - frame.top)
    assert measured(made).above * scale == pytest.approx(top, abs=0.1)


def test_longer_fragments_are_higher() -> None:
    made = fitted(written(mechanism=12, warnings=8))
    heights = measured(made)
    found = {each.part.key: heights.own(each) for each in rest(made)}
    assert found["mechanism"] > 3 * found["cautions"] > 0
