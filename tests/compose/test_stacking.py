"""A table is set as one where its columns can hold their words, else row by row."""

from dataclasses import replace

import pytest

from compose.writing import CLINICIAN, PATIENT, THEME, body, set_in_type, write
from leaflet.compose import PLAIN, Makeup
from leaflet.compose.binding import SOFT_HYPHEN
from leaflet.compose.stacking import INDENT, Place, stack
from leaflet.monograph.model import Block, Bullets, Entry, Item, Question, Span, Table

NARROW = "| For | Dose |\n| --- | --- |\n| Adults | 5 mg |\n| Children | 2 mg |"
WIDE = """
| Hydrochlorothiazide | Polyethyleneglycol | Codeine |
| --- | --- | --- |
| Acetylsalicylic | a | b |
| c | | 5 mg |
"""


def table(markdown: str) -> Table:
    (found,) = body(markdown)
    assert isinstance(found, Table)
    return found


def place(paper: str = "a4", *styles: str, makeup: Makeup = PLAIN) -> Place:
    return Place.of(THEME.stylesheet(CLINICIAN, styles, paper), makeup)


def test_a_table_stays_one_where_there_is_room() -> None:
    assert place().holds(table(NARROW))
    assert not Place(5).holds(table(NARROW))


def test_the_longest_word_counts_and_not_the_whole_text() -> None:
    assert Place(12).holds(table(NARROW.replace("5 mg", "take two of them each day " * 9)))
    assert not Place(12).holds(table(NARROW.replace("5 mg", "Hydrochlorothiazide")))
    assert not Place(12).holds(table(NARROW.replace("5 mg", "≥60 mL/min/1.73 m²")))


def test_room_is_what_paper_size_and_columns_leave() -> None:
    assert place(makeup=Makeup(8)).width > place(makeup=Makeup(9.5)).width
    assert place("a5").width > place().width, "one column instead of two"
    assert place("a5", "large-print").width < place("a4", "large-print").width
    spaced = place("a4", "dyslexia-friendly")
    assert spaced.letter_space > 0
    assert spaced.word_space > 0


def test_a_list_leaves_less_room() -> None:
    assert Place(20).within_list().width == pytest.approx(20 - INDENT)


@pytest.mark.parametrize("indented", [0, 1, 4])
def test_a_table_is_stacked_wherever_it_stands(indented: int) -> None:
    wide = table(WIDE)
    answer: Block = Question((Span("Which?"),), (Entry((Span("This"),), (wide,)),))
    for _ in range(indented):
        answer = Bullets((Item((answer,)),))
    whole = write()
    (group,) = whole.groups
    usage = replace(group.sections[0], body=(answer,))
    whole = replace(whole, groups=(replace(group, sections=(usage,)),))
    taken = INDENT * indented
    assert "Stack(head" in repr(stack(whole, Place(24 + taken)))
    assert "Stack(head" not in repr(stack(whole, Place(26 + taken)))


def test_each_row_says_the_heads_and_only_the_first_as_the_authors_words() -> None:
    html = set_in_type(write(usage=WIDE), CLINICIAN).html.replace(SOFT_HYPHEN, "")
    first, second, *_ = html[html.index('<ul class="rows">') :].split("</li>")
    assert "<p><b>Codeine:</b> b</p>" in first
    assert "data-repeat" not in first
    assert "<p><span data-repeat><b>Codeine:</b></span> 5\u00a0mg</p>" in second
    assert second.count("data-repeat") == 3


def test_a_page_holds_what_a_column_does_not() -> None:
    assert 'class="rows"' not in set_in_type(write(usage=WIDE), PATIENT).html
