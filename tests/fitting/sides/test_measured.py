"""What a layout shows of the heights of boxes and columns."""

from types import SimpleNamespace
from typing import Any

import pytest

from leaflet.compose import Makeup
from leaflet.compose.sides.heights import Heights
from leaflet.fitting.sides.measured import MeasuredSides, filled_share, measure_sides
from leaflet.rendering.model import Anchor, Frame

PAPER = 800.0
SIDE = Frame(30, 50, 560, 780)
"""Type areas 730 points high on the first side, and 700 on the others."""

LATER = Frame(30, 50, 560, 750)
EXPECTED = Heights(boxes=400, urgent=90, cells=(), rest=900, side=730, column=700)


def layout(boxes: Anchor, end: Anchor, divided: float = 0) -> Any:
    anchors = {"boxes": boxes, "end": end}
    return SimpleNamespace(anchors=anchors, frames=[SIDE, LATER, LATER], divided=divided)


def measured(boxes: Anchor, end: Anchor, *, below: bool = True) -> MeasuredSides:
    composition: Any = SimpleNamespace(makeup=Makeup(11, below=below), right_to_left=False)
    return measure_sides(composition, layout(boxes, end), PAPER, EXPECTED)


@pytest.mark.parametrize(
    ("end", "columns", "filled"),
    [
        (Anchor(1, 0.05, 0.6, 0.65), 0.15 * 800, 1),
        (Anchor(1, 0.55, 0.6, 0.65), 350 + 0.15 * 800, 1),
        (Anchor(2, 0.05, 0.6, 0.5), 2 * 350 + 350, 1 / 4),
        (Anchor(2, 0.55, 0.6, 0.5), 2 * 350 + 700 + 350, 3 / 4),
        (Anchor(3, 0.05, 0.6, 0.5), 2 * 350 + 2 * 700 + 350, 1 / 4),
    ],
)
def test_columns_begin_below_boxes_that_leave_space(
    end: Anchor, columns: float, filled: float
) -> None:
    found = measured(Anchor(1, 0.05, 0.02, 0.5), end)
    assert found.page == 1
    assert found.boxes == pytest.approx(380)
    assert found.columns == pytest.approx(columns)
    assert found.filled == pytest.approx(filled)


@pytest.mark.parametrize(("bottom", "below"), [(0.9, True), (0.5, False)])
def test_without_space_they_begin_on_the_next_side(bottom: float, below: bool) -> None:
    found = measured(Anchor(1, 0.05, 0.02, bottom), Anchor(2, 0.05, 0.1, 0.5), below=below)
    assert found.columns == found.last == pytest.approx(350)


def test_the_space_of_a_second_side_with_boxes_is_that_of_its_columns() -> None:
    found = measured(Anchor(2, 0.05, 0.02, 0.5), Anchor(2, 0.55, 0.6, 0.75))
    assert found.page == 2
    assert found.boxes == pytest.approx(350)
    assert found.columns == pytest.approx(350 + 200)


def test_from_right_to_left_the_left_column_is_the_second() -> None:
    shown = layout(Anchor(1, 0, 0, 0.5), Anchor(2, 0.05, 0.1, 0.5))
    assert filled_share(shown, PAPER, right_to_left=False) == pytest.approx(1 / 4)
    assert filled_share(shown, PAPER, right_to_left=True) == pytest.approx(3 / 4)


def test_a_column_divided_over_both_counts_as_the_one_that_it_was() -> None:
    found = layout(Anchor(1, 0.05, 0.02, 0.9), Anchor(3, 0.55, 0.1, 0.4), divided=420)
    composition: Any = SimpleNamespace(makeup=Makeup(11), right_to_left=False)
    sides = measure_sides(composition, found, PAPER, EXPECTED)
    assert sides.columns == pytest.approx(2 * 700 + 420)
    assert sides.last == 420
    assert sides.filled == pytest.approx(0.3)
    assert filled_share(found, PAPER, right_to_left=False) == pytest.approx(0.3)
