"""The width of the indications beside the doses."""

import pytest

from compose.writing import CLINICIAN, TABLE_SPACE, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.content import SheetContent, sheet_content
from leaflet.compose.sheet.rail import RAIL_SHARES, USUAL, rail_widths
from leaflet.kinds.model import Band
from leaflet.theme.search_path import shipped

SENTENCE = "It is for people with a fever who have had it for longer than a week. "
LONG = SENTENCE * 12


def content(usage: str, dosage: str) -> SheetContent:
    monograph = write(usage=usage, dosage=dosage)
    return sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)


def height(sheet: SheetContent, band: Band) -> float:
    return sum(part.height for part in sheet.of(band))


def test_short_indications_are_narrow() -> None:
    assert content(SENTENCE, LONG).rail_share == USUAL


def test_long_indications_are_wide_and_about_as_high_as_the_doses() -> None:
    sheet = content(LONG, f"**Adults:** 5 mg. {SENTENCE * 24}")
    assert USUAL < sheet.rail_share < RAIL_SHARES[-1]
    assert height(sheet, Band.RAIL) == pytest.approx(height(sheet, Band.DOSE), rel=0.25)


def test_text_is_cut_for_the_width_of_its_column() -> None:
    sheet = content(LONG, "Ask your doctor.")
    (rail,), (dose,) = sheet.of(Band.RAIL), sheet.of(Band.DOSE)
    widths = rail_widths(sheet.rail_share)
    assert {each.width_share for each in rail.fragments} == {widths[Band.RAIL]}
    assert {each.width_share for each in dose.fragments} == {widths[Band.DOSE]}
    assert sum(widths.values()) == pytest.approx(sum(rail_widths(USUAL).values()))


def test_a_table_keeps_half_of_the_sheet() -> None:
    assert content(LONG, "Ask your doctor.").rail_share > 48
    assert content(LONG, "**Adults:** 5 mg.").rail_share == 48


def test_the_style_sheet_has_a_rule_for_each_width_but_the_usual_one() -> None:
    css = (shipped() / "templates" / "clinician" / "page.css").read_text("utf-8")
    for each in set(RAIL_SHARES) - {USUAL}:
        assert f".rail.rail-{each} {{ width: {each}" in css
        assert f".dose.rail-{each} {{ width: " in css
