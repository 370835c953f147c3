"""A table whose columns cannot hold their words is set row by row."""

from dataclasses import replace

import pytest

from compose.writing import CLINICIAN, PATIENT, THEME, body, composed, write
from leaflet.compose import Design, compose
from leaflet.compose.measure.line_breaking import SOFT_HYPHEN
from leaflet.compose.measure.stack_tables import stack_tables
from leaflet.compose.measure.table_space import LIST_INDENT, TableSpace
from leaflet.config.settings import Settings
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Question, Span, Table

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


@pytest.mark.parametrize("indented", [0, 1, 4])
def test_a_table_is_stacked_wherever_it_is(indented: int) -> None:
    wide = table(WIDE)
    answer: Block = Question((Span("Which?"),), (Entry((Span("This"),), (wide,)),))
    for _ in range(indented):
        answer = Bullets((ListItem((answer,)),))
    whole = write()
    (group,) = whole.groups
    usage = replace(group.sections[0], body=(answer,))
    whole = replace(whole, groups=(replace(group, sections=(usage,)),))
    taken = LIST_INDENT * indented
    assert "StackedTable(head" in repr(stack_tables(whole, TableSpace(24 + taken)))
    assert "StackedTable(head" not in repr(stack_tables(whole, TableSpace(26 + taken)))


def test_each_row_has_the_heads_and_repeats_them_after_the_first() -> None:
    html = composed(write(usage=WIDE), CLINICIAN).html.replace(SOFT_HYPHEN, "")
    first, second, *_ = html[html.index('<ul class="rows">') :].split("</li>")
    assert "<p><b>Codeine:</b> b</p>" in first
    assert "data-repeat" not in first
    assert "<p><span data-repeat><b>Codeine:</b></span> 5\u00a0mg</p>" in second
    assert second.count("data-repeat") == 3


def test_a_page_may_hold_a_table_that_a_column_does_not() -> None:
    one_column = THEME.stylesheet(PATIENT, ("clear-print",), "a4")
    design = Design(PATIENT, THEME, one_column, Settings())
    assert 'class="rows"' not in compose(write(usage=WIDE), design).html
