"""Statements are in the order that their kind gives to labels, and none is lost."""

import pytest

from compose.writing import CLINICIAN, body, outline, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.chapter import Passage
from leaflet.compose.outline.order import put_in_order
from leaflet.config.expression import Expression
from leaflet.topics.table import Phrases

ORDER = [[Phrases(label=Expression(word))] for word in ("renal", "liver")]


def ordered(*markdown: str) -> str:
    passages = put_in_order([Passage("dosage", body(text)) for text in markdown], ORDER)
    return " / ".join(summary(passage.body) for passage in passages)


def test_labels_decide_and_text_does_not() -> None:
    assert ordered("**Toxicity:** If renal.\n\n**In liver disease:** A.") == (
        "In liver disease: A. / Toxicity: If renal."
    )


def test_what_matches_no_pattern_follows_in_the_authors_order() -> None:
    assert ordered("**Rash:** A.\n\n**Age:** B.\n\n**liver:** C.\n\nMore on it.") == (
        "liver: C. | More on it. / Rash: A. / Age: B."
    )


def test_text_before_the_first_label_stays_in_front() -> None:
    assert (
        ordered("For all.\n\n**liver:** A.\n\n**renal:** B.") == "For all. / renal: B. / liver: A."
    )


def test_the_order_holds_across_sections() -> None:
    assert ordered("**Age:** A.\n\n**liver:** B.", "**renal:** C.") == (
        "renal: C. / liver: B. / Age: A."
    )


def test_it_holds_within_lists_and_statements() -> None:
    text = "**Adjust:**\n\n* **Age:** A.\n* **liver:** B.\n* **renal:** C."
    assert ordered(text) == "Adjust: * renal: C. * liver: B. * Age: A."


def test_a_group_whose_label_matches_nothing_is_ordered_by_the_first_match_within_it() -> None:
    text = "**liver:** A.\n\n**Adjust:**\n\n* **Age:** B.\n* **renal:** C."
    assert ordered(text) == "Adjust: * renal: C. * Age: B. / liver: A."


def test_a_numbered_list_is_a_sequence() -> None:
    assert ordered("1. **liver:** A.\n2. **renal:** B.") == "* liver: A. * renal: B."


def test_a_passage_with_a_heading_is_not_moved_nor_what_follows_it() -> None:
    passages = [
        Passage("dosage", body("**liver:** A.")),
        Passage("", body("**Age:** B."), title="More"),
        Passage("", body("**renal:** C.")),
    ]
    assert [summary(p.body) for p in put_in_order(passages, ORDER)] == [
        "liver: A.",
        "Age: B.",
        "renal: C.",
    ]


def test_the_clinicians_adjustments_have_a_cell_each_for_kidney_and_liver_and_then_an_order() -> (
    None
):
    monograph = write(
        dosage="**Adults:** 5 mg.\n\n**Dosage adjustments:**\n\n* **Elderly:** A.\n"
        "* **Toxicity:** B.\n* **With inhibitors:** C.\n* **Hepatic impairment:** D.",
        precautions="* **Kidney disease:** Lower the dose.\n* **Sun:** F.",
    )
    found = outline(arrange(monograph, CLINICIAN)[0])
    assert found["Renal impairment"] == "Kidney disease: Lower the dose."
    assert found["Hepatic impairment"] == "Hepatic impairment: D."
    assert found["Dose adjustments"] == (
        "Dosage adjustments: * With inhibitors: C. * Elderly: A. * Toxicity: B."
    )


def test_a_label_that_says_for_whom_stays_above_what_it_labels() -> None:
    text = "**Adults:** 5 mg.\n\n**Dose adjustment in children:**\n\n* **Renal impairment:** 1 mg."
    found = outline(arrange(write(dosage=text), CLINICIAN)[0])
    assert found["Dose adjustments"] == "Dose adjustment in children: * Renal impairment: 1 mg."


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Renal impairment", "Renal impairment"),
        ("Chronic kidney disease", "Renal impairment"),
        ("Dose adjustment in renal impairment", "Renal impairment"),
        ("Dialysis", "Renal impairment"),
        ("CrCl 30 to 60 mL/min", "Renal impairment"),
        ("Haemodialysis", "Dose"),  # which may be what it is for
        ("Adjustment in obesity", "Dose adjustments"),
        ("Renal cell carcinoma", "Dose"),
        ("Hepatic encephalopathy", "Dose"),
        ("Anaemia of chronic kidney disease", "Dose"),
    ],
)
def test_a_disease_that_is_treated_is_no_adjustment(label: str, part: str) -> None:
    (chapter,) = arrange(write(dosage=f"**Adults:** 5 mg.\n\n**{label}:** 2 mg."), CLINICIAN)
    assert f"{label}: 2 mg." in outline(chapter)[part]
