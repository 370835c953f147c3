"""A table is set as one where its columns can hold their words, else row by row."""

from dataclasses import replace

import pytest

from compose.writing import CLINICIAN, PATIENT, body, set_in_type, write
from leaflet.compose.measure.line_breaking import SOFT_HYPHEN
from leaflet.compose.measure.stack_tables import stack
from leaflet.compose.measure.table_room import INDENT, Place
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
def test_a_table_is_stacked_wherever_it_stands(indented: int) -> None:
    wide = table(WIDE)
    answer: Block = Question((Span("Which?"),), (Entry((Span("This"),), (wide,)),))
    for _ in range(indented):
        answer = Bullets((ListItem((answer,)),))
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
