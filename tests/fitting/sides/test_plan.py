"""What a leaflet would be in one text size, from the heights that its text should have."""

from dataclasses import replace

import pytest

from leaflet.compose.sheet.makeup import Lines
from leaflet.compose.sides.heights import CellHeight, Heights
from leaflet.fitting.sides.measured import LEAST_BELOW
from leaflet.fitting.sides.plan import Known, Plan, plan_sides, without_a_cell

EXACT = Known(first=1, rest=1)


def cell(key: str, height: float) -> CellHeight:
    return CellHeight(key, cell=height, row=height, column=height, wide=False)


def plan(rest: float = 900, urgent: float = 100, known: Known = EXACT) -> Plan:
    cells = (cell("missed", 120), cell("stopping", 100), cell("alcohol", 80))
    return plan_sides(Heights(500, urgent, cells, rest, 750, 700), 11, known)


def test_the_first_side_has_the_cells_that_it_has_space_for() -> None:
    found = plan()
    assert found.makeup.cells == ("missed", "stopping")
    assert found.first == 720
    assert found.rest == 900 + 80


def test_columns_begin_below_only_where_there_is_space() -> None:
    assert plan().space == 0
    roomy = plan_sides(Heights(500, 0, (), 900, 750, 700), 11, EXACT)
    assert roomy.space == 2 * 250 > LEAST_BELOW
    never = plan_sides(Heights(500, 0, (), 900, 750, 700), 11, Known(1, 1, below=False))
    assert never.space == 0


@pytest.mark.parametrize(
    ("rest", "over", "pages", "filled"),
    [(1300, -20, 2, 1), (1320, 0, 2, 1), (2020, 700, 3, 0.5), (3420, 2100, 4, 0.5)],
)
def test_what_two_sides_do_not_hold_goes_on(
    rest: float, over: float, pages: int, filled: float
) -> None:
    found = plan(rest)
    assert (found.over, found.pages) == (over, pages)
    assert found.filled == pytest.approx(filled)


def test_effects_that_the_first_side_has_no_space_for_open_the_second() -> None:
    found = plan(urgent=300)
    assert found.makeup.early
    assert found.makeup.cells == ("missed", "stopping", "alcohol")
    assert found.space == 2 * (700 - 300)


def test_lines_further_apart_take_more_space_below_only() -> None:
    heights = Heights(500, 100, (), 1500, 750, 700)
    usual = plan_sides(heights, 11, EXACT)
    spaced = plan_sides(heights, 11, EXACT, spaced=True)
    assert spaced.makeup.spaced
    assert spaced.rest > usual.rest + 100
    assert spaced.first == usual.first


def test_known_errors_correct_the_estimate() -> None:
    known = Known(first=1.1, rest=0.9)
    assert plan(known=known).makeup.cells == ("alcohol",)
    assert plan(known=known).rest == pytest.approx((900 + 120 + 100) * 0.9)


def test_a_cell_is_left_to_the_other_sides_if_two_suffice_only_then() -> None:
    heights = ("missed", 100), ("pregnancy", 240), ("alcohol", 120), ("driving", 120)
    cells = tuple(cell(key, height) for key, height in heights)
    full = plan_sides(Heights(300, 100, cells, 1165, 700, 700), 10.5, EXACT)
    assert full.makeup.cells == ("missed", "pregnancy")
    assert full.over == 5
    other = without_a_cell(full, EXACT)
    assert other
    assert other.makeup.cells == ("pregnancy", "alcohol")
    assert other.over == -15
    assert without_a_cell(replace(full, heights=replace(full.heights, rest=1300)), EXACT) is None


def test_doses_open_the_columns_unless_they_would_be_divided_at_once() -> None:
    low = plan_sides(Heights(640, 0, (), 900, 750, 700), 11, EXACT)
    assert low.space > 0
    assert not low.makeup.doses_first
    roomy = plan_sides(Heights(500, 0, (), 900, 750, 700), 11, EXACT)
    assert roomy.makeup.doses_first
    full = plan_sides(Heights(745, 0, (), 900, 750, 700), 11, EXACT)
    assert full.makeup.doses_first
    never = plan_sides(Heights(500, 0, (), 900, 750, 700), 11, Known(doses_first=False))
    assert not never.makeup.doses_first


def test_a_plan_is_roomy_if_its_heights_may_be_a_little_higher() -> None:
    def roomy(boxes: float, rest: float) -> bool:
        heights = Heights(boxes, 0, (), rest, 750, 700)
        return plan_sides(heights, 11, EXACT, lines=Lines.SHORT).is_roomy

    assert roomy(600, 1500)
    assert not roomy(740, 900)  # boxes
    assert not roomy(600, 1660)  # columns
    assert roomy(600, 2600)  # has more than two sides anyway
