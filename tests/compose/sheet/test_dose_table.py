"""Dosage as tables: every row is whole, and nothing is moved."""

from compose.writing import body, summary
from leaflet.compose.measure.estimate import COLUMN_WIDTH
from leaflet.compose.sheet.dose_table import (
    LABEL_SHARES,
    Segment,
    label_share,
    rows_apart,
    split_doses,
)
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
        ["Children", " > 1 mg"],  # a row would seem to be of adults
    ]
    assert segments("* **Pain:**\n    * **Adults:** 5 mg\n    * **Children:** 2 mg") == [
        ["Pain", "Adults > 5 mg", "Children > 2 mg"]
    ]


def test_each_dose_below_a_group_is_a_group_of_its_own() -> None:
    text = "**Elderly:** 1 mg\n\n**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n"
    assert segments(text + "**Children:** 1 mg\n\nAsk first.\n\n**Babies:** None") == [
        ["Elderly > 1 mg"],
        ["Adults", "Pain > 5 mg", "Fever > 2 mg"],
        ["Children", " > 1 mg"],
        "Ask first. | Babies: None",
    ]
    assert segments(text + "**Children:**\n\n**Babies:** 1 mg")[2:] == [
        "Children: ",
        ["Babies", " > 1 mg"],
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


def share(markdown: str) -> int:
    return label_share(
        [row for each in split_doses(body(markdown)) for row in each.rows], COLUMN_WIDTH
    )


def test_labels_take_the_width_with_which_no_word_breaks_and_the_table_is_lowest() -> None:
    usual = share("**Adults:** 5 mg")
    assert share("**Adults with juvenile arthritis (severe):** 5 mg") > usual
    assert share("**Adults:** 5 mg\n\n**Pheochromocytomatosis:** 2 mg") > usual
    assert min(LABEL_SHARES) <= share(f"**IV:** {'5 mg by slow injection ' * 30}") < usual
    assert share(f"**{'Pheochromocytomatosis' * 2}:** 2 mg") == max(LABEL_SHARES)


def test_no_word_of_a_label_breaks_while_a_wider_column_holds_it() -> None:
    text = "Stop for two weeks before each dose of 5 mg, then go on as before it was begun. " * 3
    taken = share(f"**Medicines affecting catecholamines:** {text}")
    assert taken / 100 * COLUMN_WIDTH > width("catecholamines", 1, bold=True)


def test_a_long_word_of_a_label_is_whole_in_the_largest_type() -> None:
    text = "1 mg a day, and more after a month if it is needed and tolerated well. " * 4
    label = "(Hypercholesterolemia)"
    taken = share(f"**Adults {label}:** {text}") / 100 * COLUMN_WIDTH
    assert taken * 9 / 9.5 > width(label, 1, bold=True) + 1  # and the space around a label


def test_a_label_may_break_after_a_slash() -> None:
    text = "20 mg/kg over 4 hours, followed by 10 mg/kg over 2 to 8 hours every 8 hours. " * 3
    taken = share(f"**Malaria (Intravenous/Intramuscular):** {text}") / 100 * COLUMN_WIDTH
    assert width("Intramuscular)", 1, bold=True) < taken
    assert taken < width("(Intravenous/Intramuscular)", 1, bold=True)


def test_the_style_sheet_has_a_rule_for_each_width() -> None:
    css = (shipped() / "templates" / "clinician" / "page.css").read_text("utf-8")
    for each in LABEL_SHARES:
        assert f".labels-{each} [scope=row] {{ width: {each}% }}" in css


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


def test_a_remark_is_no_row_and_comes_first_unless_it_is_between_two() -> None:
    assert segments("**Adults:** 5 mg.\n\n**Important:** Once a week.") == [
        "Important: Once a week.",
        ["Adults > 5 mg."],
    ]
    assert segments("**Adults:** 5 mg.\n\n**Note:** 2 mg if thin.\n\n**Children:** 1 mg.") == [
        ["Adults > 5 mg."],
        "Note: 2 mg if thin.",
        ["Children > 1 mg."],
    ]
    assert segments("**Adults:** 5 mg.\n\n**Note:** This dose is for one week.") == [
        ["Adults > 5 mg."],
        "Note: This dose is for one week.",
    ]


def test_rows_apart_keep_the_head_of_their_group() -> None:
    [group] = split_doses(body("**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg"))
    apart = list(rows_apart(group))
    assert [rows(each) for each in apart] == [["Adults", "Pain > 5 mg"], ["Adults", "Fever > 2 mg"]]
    assert [each.joins for each in apart] == [False, True]
