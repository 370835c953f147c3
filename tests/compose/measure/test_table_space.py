"""A table fits if the columns hold its words and the page its rows."""

import pytest

from compose.writing import CLINICIAN, THEME, body
from leaflet.compose.measure.table_space import LIST_INDENT, TableSpace
from leaflet.monograph.model import Table

NARROW = "| For | Dose |\n| --- | --- |\n| Adults | 5 mg |\n| Children | 2 mg |"
LONG = NARROW.replace("5 mg", "take two of them each day " * 9)


def table(markdown: str) -> Table:
    (found,) = body(markdown)
    assert isinstance(found, Table)
    return found


def space(paper: str = "a4", *styles: str, **overrides: str) -> TableSpace:
    tokens = THEME.stylesheet(CLINICIAN, styles, paper).tokens
    named = {f"--{name.replace('_', '-')}": value for name, value in overrides.items()}
    return TableSpace.of({**tokens, **named})


def test_a_table_fits_if_its_columns_are_wide_enough() -> None:
    assert space().fits(table(NARROW))
    assert not TableSpace(5).fits(table(NARROW))


def test_the_longest_word_counts_and_not_the_whole_text() -> None:
    assert TableSpace(12).fits(table(LONG))
    assert not TableSpace(12).fits(table(NARROW.replace("5 mg", "Hydrochlorothiazide")))
    assert not TableSpace(12).fits(table(NARROW.replace("5 mg", "≥60 mL/min/1.73 m²")))


def test_a_row_higher_than_the_page_does_not_fit() -> None:
    assert space("a5").fits(table(LONG))
    assert not space("a5", "large-print").fits(table(LONG))
    assert space("a5", "large-print").fits(table(NARROW))


def test_the_space_depends_on_paper_text_size_and_columns() -> None:
    assert space(text_size="8pt").width > space(text_size="9.5pt").width
    assert space("a5").width > space().width, "one column instead of two"
    assert space("a5", "large-print").width < space("a4", "large-print").width
    spaced = space("a4", "dyslexia-friendly")
    assert spaced.letter_space > 0
    assert spaced.word_space > 0


def test_the_row_height_depends_on_paper_margins_and_line_height() -> None:
    assert space("a5").row_height < space().row_height
    assert space(header_lines="9").row_height < space(header_lines="1").row_height
    assert space(line_step="2").row_height < space(line_step="1.2").row_height
    assert 0 < space(line_step="normal").row_height < space().row_height


def test_there_is_less_space_in_a_list() -> None:
    assert TableSpace(20).in_list().width == pytest.approx(20 - LIST_INDENT)


def test_a_box_as_wide_as_the_page_holds_what_a_column_does_not() -> None:
    space = TableSpace(12, page_width=30)
    wide = table(NARROW.replace("5 mg", "Hydrochlorothiazide"))
    assert not space.fits(wide)
    assert space.across().fits(wide)
    assert space.in_list().across().width == pytest.approx(30 - LIST_INDENT)


@pytest.mark.parametrize(
    ("paper", "styles", "fits"),
    [("a4", (), True), ("a6", (), True), ("a6", ("large-print",), False)],
)
def test_the_times_of_day_stand_only_where_columns_are_as_wide_as_their_names(
    paper: str, styles: tuple[str, ...], fits: bool
) -> None:
    space = TableSpace.of(THEME.stylesheet(THEME.kind("patient"), styles, paper).tokens)
    assert space.fits_times(["Morning", "Noon", "Evening", "Bedtime"]) is fits


@pytest.mark.parametrize(
    ("paper", "styles", "fits"),
    [("a6", ("large-print",), False), ("a6", (), True), ("a5", ("large-print",), True)],
)
def test_the_calendar_of_a_cycle_stands_only_where_a_week_has_space(
    paper: str, styles: tuple[str, ...], fits: bool
) -> None:
    space = TableSpace.of(THEME.stylesheet(THEME.kind("patient"), styles, paper).tokens)
    assert space.fits_week("Week") is fits
