"""A table whose columns cannot hold their words is set row by row."""

from dataclasses import replace
from pathlib import Path

import pytest

from compose.writing import CLINICIAN, PATIENT, THEME, body, composed, write
from leaflet.compose import Design, compose
from leaflet.compose.measure.line_breaking import SOFT_HYPHEN
from leaflet.compose.measure.stack_tables import stack_tables
from leaflet.compose.measure.table_space import LIST_INDENT, TableSpace
from leaflet.config.settings import Settings
from leaflet.job import Job
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Question, Span, Table
from leaflet.pipeline import Pipeline
from leaflet.verification import read_pdf

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


def test_a_row_without_a_first_cell_repeats_the_one_above() -> None:
    html = composed(write(usage=WIDE + "| | d | |\n"), CLINICIAN).html.replace(SOFT_HYPHEN, "")
    _, above, below, *_ = html[html.index('<ul class="rows">') :].split("</li>")
    assert ":</b></span> c<p>" in above.replace("</span>:", ":")
    assert ":</b> c</span><p>" in below.replace("</span>:", ":")


def test_rows_of_one_cell_that_are_higher_than_a_page_are_stacked() -> None:
    row = "| | b |\n"
    drawn = table("| A | B |\n| --- | --- |\n| a | b |\n" + row * 9)
    apart = replace(drawn, rows=(drawn.rows[0],) * len(drawn.rows))
    low = TableSpace(24, row_height=6)
    assert low.fits(apart)
    assert not low.fits(drawn)


def test_a_page_may_hold_a_table_that_a_column_does_not() -> None:
    one_column = THEME.stylesheet(PATIENT, ("clear-print",), "a4")
    design = Design(PATIENT, THEME, one_column, Settings())
    assert 'class="rows"' not in compose(write(usage=WIDE), design).html


def test_no_row_is_torn_between_columns_or_sides() -> None:
    head = "| Weight | Single dose | Most in a day | Amount of the suspension |\n|" + " --- |" * 4
    rows = "\n".join(
        f"| {n} kg | {15 * n} mg | {60 * n} mg in four doses | {n}.5 mL of the sugar-free one |"
        for n in range(10, 34)
    )
    text = f"---\ntitle: Testamide\n---\n### Usage\nFor tests.\n### Dosage\n{head}\n{rows}\n"
    text += "### Side Effects\nSleep.\n### Precautions\nBe careful.\n"
    job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
    pages = read_pdf(Pipeline(Settings()).run(job).data).pages
    runs = [(run, page.box) for page in pages for run in page.runs]

    def column(words: str) -> tuple[int, bool]:
        [(run, box)] = [(run, box) for run, box in runs if words in run.text.replace("\u00a0", " ")]
        return run.page, run.box.left > (box.left + box.right) / 2

    columns = [column(f"{60 * n} mg in four") for n in range(10, 34)]
    assert len({*columns}) > 1
    for n, each in zip(range(10, 34), columns, strict=True):
        assert column(f" {15 * n} mg") == column(f"{n}.5 mL") == each
