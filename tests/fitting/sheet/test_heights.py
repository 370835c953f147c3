"""The heights of fragments: where columns break, and what fits on a side."""

from dataclasses import replace

import pytest

from fitting.sheet.sheets import edition, fitted, written
from leaflet.compose import Fragment, Makeup, SheetContent
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.sheet.cells import SheetPart
from leaflet.fitting.sheet.heights import Bands, Heights, estimate_heights
from leaflet.fitting.sheet.measured import measure_heights
from leaflet.kinds.model import Band

A4 = 841.89


def fragments(*ids: str, share: float = 1) -> tuple[Fragment, ...]:
    """A fragment for each id; one in small letters continues the part before it."""
    return tuple(
        Fragment(i, FilledPart(i.lower(), i, "", ()), i.isupper(), (), 0, share) for i in ids
    )


def part(key: str, band: Band, *ids: str) -> SheetPart:
    return SheetPart(key, key, "", band, fragments(*ids, share=0.5 if band == Band.RAIL else 1))


def best_break(**heights: float) -> int:
    rest = tuple(part(one.id, Band.REST, one.id) for one in fragments(*heights))
    content = SheetContent((part("use", Band.RAIL), part("dose", Band.DOSE), *rest))
    return Heights(heights, 0, 0, 700).with_breaks(content, Makeup(9)).left


def test_columns_break_where_the_higher_one_is_lowest() -> None:
    assert best_break(A=100, B=100, C=150) == 2
    assert best_break(A=300, B=100, C=150) == 1
    assert best_break(A=100) == 1
    assert best_break() == 0


def test_a_break_between_parts_may_cost_some_height() -> None:
    assert best_break(A=100, a=20, B=100) == 2
    assert best_break(A=100, a=100, B=20) == 1


def test_the_text_size_decides_what_fits_on_a_side() -> None:
    rest = (part("a", Band.REST, "A"), part("b", Band.REST, "B"))
    content = SheetContent((part("use", Band.RAIL), part("dose", Band.DOSE), *rest))
    heights = Heights({"A": 450, "B": 450}, 50, 100, 600)
    assert not heights.fit(content, Makeup(9))
    assert heights.fit(content, Makeup(8.75))
    assert heights.fit(content, Makeup(8.75, moved=("a",)))
    assert heights.flow(content, Makeup(9.5), sides=2)
    assert not heights.flow(content, Makeup(9.5))


def bands(**heights: float) -> SheetContent:
    """A sheet with indications ``I`` and doses ``D`` in capitals, continued in small letters."""
    rail = [name for name in heights if name in "Ii"]
    doses = [name for name in heights if name in "Dd"]
    parts = (part("use", Band.RAIL, *rail), part("dose", Band.DOSE, *doses))
    return SheetContent((*parts, part("rest", Band.REST, "R")))


def test_indications_go_on_below_on_a_tight_sheet_and_on_one_of_several_pages() -> None:
    heights = {"I": 100.0, "i": 300.0, "D": 120.0, "R": 400.0}
    content, found = bands(**heights), Heights(heights, 0, 0, 600)
    assert found.with_bands(content, Makeup(9), Bands.WHOLE).kept == (2, 1)
    assert found.with_bands(content, Makeup(8), Bands.TIGHT).kept == (1, 1)
    assert [each.kept for each in found.over_pages(content, [Makeup(8)])] == [(1, 1)]


def test_doses_go_on_below_on_a_tight_sheet_only() -> None:
    heights = {"I": 100.0, "D": 100.0, "d": 500.0, "R": 400.0}
    found = Heights(heights, 0, 0, 600)
    assert found.with_bands(bands(**heights), Makeup(8), Bands.WHOLE).kept == (1, 2)
    assert found.with_bands(bands(**heights), Makeup(8), Bands.TIGHT).kept == (1, 1)


def test_as_little_as_lets_the_sheet_fit_goes_on_below_parted_bands() -> None:
    heights = {"I": 90.0, "i": 90.0, "D": 150.0, "d": 90.0, "R": 300.0}
    content = bands(**heights)
    kept = {
        side: Heights(heights, 0, 0, side).with_bands(content, Makeup(9), Bands.PARTED).kept
        for side in (600, 480, 300)
    }
    assert kept == {600: (2, 2), 480: (1, 1), 300: (2, 2)}
    assert not Heights(heights, 0, 0, 480).fit(content, Makeup(9), Bands.TIGHT)


def test_half_of_the_doses_stay_in_their_band() -> None:
    heights = {"I": 90.0, "D": 40.0, "d": 150.0, "R": 100.0}
    for side in range(150, 400, 10):
        found = Heights(heights, 0, 0, side).with_bands(bands(**heights), Makeup(9), Bands.PARTED)
        assert found.kept == (1, 2)


def test_the_estimate_comes_near_the_measured_heights() -> None:
    stylesheet, _ = edition("a4")
    made = fitted(written(mechanism=20, warnings=25))
    estimated = estimate_heights(made.composition, stylesheet)
    measured = measure_heights(made.composition, made.layout, A4, estimated)
    assert estimated.side == pytest.approx(measured.side, rel=0.01)
    totals = (sum(heights.fragments.values()) for heights in (estimated, measured))
    assert next(totals) == pytest.approx(next(totals), rel=0.1)


def test_measured_heights_add_up_to_the_side() -> None:
    stylesheet, _ = edition("a4")
    made = fitted(written(mechanism=16, warnings=25))
    sheet = made.composition
    measured = measure_heights(sheet, made.layout, A4, estimate_heights(sheet, stylesheet))
    size = sheet.makeup.size
    assert measured.fit(sheet.content, sheet.makeup)
    assert not measured.fit(sheet.content, replace(sheet.makeup, size=size + 1))
