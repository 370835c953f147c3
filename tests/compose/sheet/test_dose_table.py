"""Dosage as tables: every row is whole, and nothing is moved."""

import pytest

from compose.writing import body, summary
from leaflet.compose.measure.estimate import COLUMN_WIDTH
from leaflet.compose.sheet import dose_table
from leaflet.compose.sheet.dose_table import LABEL_SHARES, Segment, split_doses
from leaflet.fonts.metrics import width
from leaflet.monograph.model import Entry, Paragraph, Span, Table
from leaflet.monograph.text import plain
from leaflet.theme.search_path import shipped


def rows(table: Segment) -> list[str]:
    """The head of a table, with a star if it is repeated, then the rows."""
    head = [f"{plain(table.head)}{'*' * table.head_repeats}"] if table.head else []
    return head + [f"{plain(row.label)} > {summary(row.body)}" for row in table.rows]


def segments(markdown: str) -> list[str | list[str]]:
    return [summary(each.body) or rows(each) for each in split_doses(body(markdown))]


def test_labels_make_rows_and_other_text_stays_between_them() -> None:
    assert segments("It varies.\n\n**Adults:** 5 mg.\n\nAsk first.\n\n**Children:** 2 mg.") == [
        "It varies.",
        ["Adults > 5 mg."],
        "Ask first.",
        ["Children > 2 mg."],
    ]


def test_neighbours_share_a_table() -> None:
    assert segments("**Adults:** 5 mg.\n\n**Children:** 2 mg.") == [
        ["Adults > 5 mg.", "Children > 2 mg."]
    ]


def test_a_label_over_labels_heads_their_table_in_either_nesting() -> None:
    assert segments("**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Children:** 1 mg") == [
        ["Adults", "Pain > 5 mg", "Fever > 2 mg"],
        ["Children > 1 mg"],
    ]
    assert segments("* **Pain:**\n    * **Adults:** 5 mg\n    * **Children:** 2 mg") == [
        ["Pain", "Adults > 5 mg", "Children > 2 mg"]
    ]


def test_text_above_nested_labels_stays_above_their_table() -> None:
    assert segments("* **Adults:** Start low.\n    * **Pain:** 5 mg\n    * **Fever:** 2 mg") == [
        "Adults: Start low.",
        ["Adults*", "Pain > 5 mg", "Fever > 2 mg"],
    ]


def test_a_row_keeps_lists_that_are_not_labelled() -> None:
    assert segments("**Adults:**\n\n* 5 mg in the morning\n* 2 mg at night") == [
        ["Adults > * 5 mg in the morning * 2 mg at night"]
    ]


def test_a_table_of_the_author_s_is_not_put_into_a_cell() -> None:
    table = Table(((Span("Weight"),),), (((Span("50 kg"),),),))
    bands = Entry((Span("Bands"),), (Paragraph((Span("By weight."),)), table))
    found = split_doses((*body("**Adults:** 5 mg."), bands))
    assert [rows(each) for each in found] == [["Adults > 5 mg."], []]
    assert found[1].body == (bands,)


def test_without_a_number_there_is_no_table() -> None:
    text = body("**Adults:** Your doctor decides.\n\n**Children:** Not established.")
    assert split_doses(text) == (Segment(body=text),)


def test_labels_take_the_width_that_they_need() -> None:
    [short] = split_doses(
        body("**Adults:** " + "5 mg once daily in the morning, swallowed whole. " * 3)
    )
    [long] = split_doses(body("**Children with juvenile idiopathic arthritis (severe):** 2 mg"))
    assert short.label_share == min(LABEL_SHARES)
    assert long.label_share == max(LABEL_SHARES)


def test_no_word_of_a_label_breaks_while_a_wider_column_holds_it() -> None:
    text = "Stop for two weeks before each dose of 5 mg, then go on as before it was begun. " * 3
    [table] = split_doses(body(f"**Medicines affecting catecholamines:** {text}"))
    assert table.label_share / 100 * COLUMN_WIDTH > width("catecholamines", 1, bold=True)


def test_a_label_may_break_after_a_slash() -> None:
    text = "20 mg/kg over 4 hours, followed by 10 mg/kg over 2 to 8 hours every 8 hours. " * 3
    [table] = split_doses(body(f"**Malaria (Intravenous/Intramuscular):** {text}"))
    assert width("Intramuscular)", 1, bold=True) < table.label_share / 100 * COLUMN_WIDTH
    assert table.label_share / 100 * COLUMN_WIDTH < width(
        "(Intravenous/Intramuscular)", 1, bold=True
    )


def test_the_style_sheet_has_a_rule_for_each_width() -> None:
    css = (shipped() / "templates" / "clinician" / "page.css").read_text("utf-8")
    for share in LABEL_SHARES:
        assert f".labels-{share} th:first-child {{ width: {share}% }}" in css


def test_doses_that_would_make_a_row_higher_than_the_page_are_no_table() -> None:
    text = body("**Adults:** " + "5 mg once daily, with water. " * 40 + "\n\n**Children:** 2 mg.")
    assert any(each.rows for each in split_doses(text))
    assert split_doses(text, COLUMN_WIDTH, 20) == (Segment(body=text),)


def test_a_table_is_tight_where_a_word_is_wider_than_any_column() -> None:
    [usual] = split_doses(body("**Adults:** 5 mg of hydrochlorothiazide with cyclopentolate."))
    [address] = split_doses(body(f"**Adults:** 5 mg, see https://example.org/{'a1' * 9}"))
    [label] = split_doses(body(f"**{'1234567890' * 3}:** 5 mg"))
    [compound] = split_doses(body("**Meningitis (intrathecal/intraventricular):** 5 mg"))
    assert (usual.is_tight, address.is_tight, label.is_tight) == (False, True, True)
    assert not compound.is_tight


def test_the_width_of_the_labels_is_found_once_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet of 700 labels took minutes to compose when it was found again for each row."""
    heights: list[int] = []

    def height(*_: object) -> float:
        heights.append(1)
        return 1

    monkeypatch.setattr(dose_table, "_height", height)
    for number in (40, 80, 160):
        before = len(heights)
        split_doses(body("\n\n".join(f"**L{n}:** {n} mg." for n in range(number))))
        assert len(heights) - before <= (len(LABEL_SHARES) + 1) * number
