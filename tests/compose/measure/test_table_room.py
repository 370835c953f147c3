"""A table stands in its place where the columns hold its words and the page its rows."""

import pytest

from compose.writing import CLINICIAN, THEME, body
from leaflet.compose.measure.table_room import INDENT, Place
from leaflet.monograph.model import Table

NARROW = "| For | Dose |\n| --- | --- |\n| Adults | 5 mg |\n| Children | 2 mg |"
LONG = NARROW.replace("5 mg", "take two of them each day " * 9)


def table(markdown: str) -> Table:
    (found,) = body(markdown)
    assert isinstance(found, Table)
    return found


def place(paper: str = "a4", *styles: str, **overrides: str) -> Place:
    tokens = THEME.stylesheet(CLINICIAN, styles, paper).tokens
    named = {f"--{name.replace('_', '-')}": value for name, value in overrides.items()}
    return Place.of({**tokens, **named})


def test_a_table_stays_one_where_there_is_room() -> None:
    assert place().holds(table(NARROW))
    assert not Place(5).holds(table(NARROW))


def test_the_longest_word_counts_and_not_the_whole_text() -> None:
    assert Place(12).holds(table(LONG))
    assert not Place(12).holds(table(NARROW.replace("5 mg", "Hydrochlorothiazide")))
    assert not Place(12).holds(table(NARROW.replace("5 mg", "≥60 mL/min/1.73 m²")))


def test_a_row_that_is_deeper_than_the_page_does_not_go_into_it() -> None:
    assert place("a5").holds(table(LONG))
    assert not place("a5", "large-print").holds(table(LONG))
    assert place("a5", "large-print").holds(table(NARROW))


def test_room_is_what_paper_size_and_columns_leave() -> None:
    assert place(text_size="8pt").width > place(text_size="9.5pt").width
    assert place("a5").width > place().width, "one column instead of two"
    assert place("a5", "large-print").width < place("a4", "large-print").width
    spaced = place("a4", "dyslexia-friendly")
    assert spaced.letter_space > 0
    assert spaced.word_space > 0


def test_a_page_is_as_high_as_its_lines_and_margins_leave_it() -> None:
    assert place("a5").height < place().height
    assert place(header_lines="9").height < place(header_lines="1").height
    assert place(line_step="2").height < place(line_step="1.2").height
    assert 0 < place(line_step="normal").height < place().height


def test_a_list_leaves_less_room() -> None:
    assert Place(20).within_list().width == pytest.approx(20 - INDENT)
