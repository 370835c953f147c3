"""Dosage as tables: every row whole, nothing moved."""

from compose.writing import body, told
from leaflet.compose.measure.estimate import COLUMN
from leaflet.compose.sheet.dose_table import SHARES, Run, runs
from leaflet.fonts.metrics import width
from leaflet.monograph.model import Entry, Paragraph, Span, Table
from leaflet.monograph.text import plain
from leaflet.theme.search_path import shipped


def rows(run: Run) -> list[str]:
    """What stands over the rows, with a star if it stands elsewhere too, then the rows."""
    over = [f"{plain(run.over)}{'*' * run.repeats}"] if run.over else []
    return over + [f"{plain(row.label)} > {told(row.body)}" for row in run.rows]


def said(markdown: str) -> list[str | list[str]]:
    return [told(run.body) or rows(run) for run in runs(body(markdown))]


def test_labels_make_rows_and_the_rest_stays_between_them() -> None:
    assert said("It varies.\n\n**Adults:** 5 mg.\n\nAsk first.\n\n**Children:** 2 mg.") == [
        "It varies.",
        ["Adults > 5 mg."],
        "Ask first.",
        ["Children > 2 mg."],
    ]


def test_neighbours_share_a_table() -> None:
    assert said("**Adults:** 5 mg.\n\n**Children:** 2 mg.") == [
        ["Adults > 5 mg.", "Children > 2 mg."]
    ]


def test_a_label_over_labels_heads_their_table_in_either_nesting() -> None:
    assert said("**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Children:** 1 mg") == [
        ["Adults", "Pain > 5 mg", "Fever > 2 mg"],
        ["Children > 1 mg"],
    ]
    assert said("* **Pain:**\n    * **Adults:** 5 mg\n    * **Children:** 2 mg") == [
        ["Pain", "Adults > 5 mg", "Children > 2 mg"]
    ]


def test_text_above_nested_labels_stands_above_their_table() -> None:
    assert said("* **Adults:** Start low.\n    * **Pain:** 5 mg\n    * **Fever:** 2 mg") == [
        "Adults: Start low.",
        ["Adults*", "Pain > 5 mg", "Fever > 2 mg"],
    ]


def test_a_row_keeps_lists_that_are_not_labelled() -> None:
    assert said("**Adults:**\n\n* 5 mg in the morning\n* 2 mg at night") == [
        ["Adults > * 5 mg in the morning * 2 mg at night"]
    ]


def test_a_table_of_the_author_s_is_not_put_into_a_cell() -> None:
    table = Table(((Span("Weight"),),), (((Span("50 kg"),),),))
    bands = Entry((Span("Bands"),), (Paragraph((Span("By weight."),)), table))
    found = runs((*body("**Adults:** 5 mg."), bands))
    assert [rows(run) for run in found] == [["Adults > 5 mg."], []]
    assert found[1].body == (bands,)


def test_without_a_number_there_is_no_table() -> None:
    text = body("**Adults:** Your doctor decides.\n\n**Children:** Not established.")
    assert runs(text) == (Run(body=text),)


def test_labels_take_the_width_that_they_need() -> None:
    [short] = runs(body("**Adults:** " + "5 mg once daily in the morning, swallowed whole. " * 3))
    [long] = runs(body("**Children with juvenile idiopathic arthritis (severe):** 2 mg"))
    assert short.share == min(SHARES)
    assert long.share == max(SHARES)


def test_no_word_of_a_label_is_torn_while_a_wider_column_has_room() -> None:
    said = "Stop for two weeks before each dose of 5 mg, then go on as before it was begun. " * 3
    [run] = runs(body(f"**Medicines affecting catecholamines:** {said}"))
    assert run.share / 100 * COLUMN > width("catecholamines", 1, bold=True)


def test_a_label_may_go_on_after_a_slash() -> None:
    said = "20 mg/kg over 4 hours, followed by 10 mg/kg over 2 to 8 hours every 8 hours. " * 3
    [run] = runs(body(f"**Malaria (Intravenous/Intramuscular):** {said}"))
    assert width("Intramuscular)", 1, bold=True) < run.share / 100 * COLUMN
    assert run.share / 100 * COLUMN < width("(Intravenous/Intramuscular)", 1, bold=True)


def test_the_style_sheet_knows_each_width() -> None:
    css = (shipped() / "templates" / "clinician" / "page.css").read_text("utf-8")
    for share in SHARES:
        assert f".labels-{share} th:first-child {{ width: {share}% }}" in css


def test_doses_that_would_make_a_row_deeper_than_the_page_are_no_table() -> None:
    text = body("**Adults:** " + "5 mg once daily, with water. " * 40 + "\n\n**Children:** 2 mg.")
    assert any(run.rows for run in runs(text))
    assert runs(text, COLUMN, 20) == (Run(body=text),)


def test_a_table_is_tight_where_a_word_is_wider_than_any_column() -> None:
    [usual] = runs(body("**Adults:** 5 mg of hydrochlorothiazide with cyclopentolate."))
    [address] = runs(body(f"**Adults:** 5 mg, see https://example.org/{'a1' * 9}"))
    [label] = runs(body(f"**{'1234567890' * 3}:** 5 mg"))
    [compound] = runs(body("**Meningitis (intrathecal/intraventricular):** 5 mg"))
    assert (usual.is_tight, address.is_tight, label.is_tight) == (False, True, True)
    assert not compound.is_tight
