"""Dosage as rows: every row whole, nothing moved."""

from compose.writing import body, told
from leaflet.compose.doses import Run, runs
from leaflet.monograph.model import Entry, Paragraph, Span, Table
from leaflet.monograph.text import plain


def rows(run: Run) -> list[str]:
    return [
        f"{plain(row.outer)}{'*' * row.repeats} > {plain(row.label)} > {told(row.body)}"
        for row in run.rows
    ]


def test_labels_make_rows_and_the_rest_stays_between_them() -> None:
    found = runs(body("It varies.\n\n**Adults:** 5 mg.\n\nAsk first.\n\n**Children:** 2 mg."))
    assert [told(run.body) or rows(run) for run in found] == [
        "It varies.",
        [" > Adults > 5 mg."],
        "Ask first.",
        [" > Children > 2 mg."],
    ]


def test_nested_labels_make_a_row_each_in_either_nesting() -> None:
    [run] = runs(body("**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Children:** 1 mg"))
    assert rows(run) == ["Adults > Pain > 5 mg", "Adults* > Fever > 2 mg", " > Children > 1 mg"]
    [run] = runs(body("* **Pain:**\n    * **Adults:** 5 mg\n    * **Children:** 2 mg"))
    assert rows(run) == ["Pain > Adults > 5 mg", "Pain* > Children > 2 mg"]


def test_text_above_nested_labels_is_the_first_row() -> None:
    [run] = runs(body("* **Adults:** Start low.\n    * **Pain:** 5 mg\n    * **Fever:** 2 mg"))
    assert rows(run) == [
        " > Adults > Start low.",
        "Adults* > Pain > 5 mg",
        "Adults* > Fever > 2 mg",
    ]


def test_a_row_keeps_lists_that_are_not_labelled() -> None:
    [run] = runs(body("**Adults:**\n\n* 5 mg in the morning\n* 2 mg at night"))
    assert rows(run) == [" > Adults > * 5 mg in the morning * 2 mg at night"]


def test_a_table_of_the_author_s_is_not_put_into_a_cell() -> None:
    table = Table(((Span("Weight"),),), (((Span("50 kg"),),),))
    bands = Entry((Span("Bands"),), (Paragraph((Span("By weight."),)), table))
    found = runs((*body("**Adults:** 5 mg."), bands))
    assert [rows(run) for run in found] == [[" > Adults > 5 mg."], []]
    assert found[1].body == (bands,)


def test_without_a_number_there_is_no_table() -> None:
    text = body("**Adults:** Your doctor decides.\n\n**Children:** Not established.")
    assert runs(text) == (Run(body=text),)
