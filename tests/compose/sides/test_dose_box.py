"""How much of the doses stands in the box that says how to take the medicine."""

import pytest

from compose.writing import composed, read, summary, write
from leaflet.compose.measure.stack_tables import StackedTable
from leaflet.compose.sides.first_side import FirstSide
from leaflet.monograph.model import Monograph, Table
from leaflet.monograph.text import plain

TABLETS = "title: Testamide\nforms: [tablets]"
LONG = "It is for those who are tested often, at home, at school or elsewhere. " * 12
ADULTS = "**Adults:** 5 mg once daily.\n\n**Children:** 2 mg once daily."
FOLLOW = "The doses are further on in this leaflet"


def side(monograph: Monograph) -> FirstSide:
    found = composed(monograph).side
    assert found is not None
    return found


def box(found: FirstSide) -> str:
    assert found.how
    return " / ".join(summary(each.body) for each in found.how.passages)


def more(found: FirstSide) -> str:
    parts = [part for part in found.rest if part.heading == "More about your dose"]
    return " / ".join(summary(each.body) for part in parts for each in part.passages)


@pytest.mark.parametrize(
    "label",
    ["Dosage adjustments", "Kidney disease", "Liver impairment", "Administration"],
)
def test_doses_stand_without_the_statements_on_adjusting_them(label: str) -> None:
    found = side(write(TABLETS, dosage=f"{ADULTS}\n\n**{label}:** {LONG * 3}"))
    assert box(found) == "Adults: 5 mg once daily. | Children: 2 mg once daily."
    assert more(found).startswith(f"{label}: It is for")
    assert not found.pointer


@pytest.mark.parametrize("label", ["Children", "Severe pain", "Elderly", "By injection"])
def test_one_dose_never_stands_without_another(label: str) -> None:
    found = side(write(TABLETS, dosage=f"**Adults:** 5 mg once daily.\n\n**{label}:** {LONG * 3}"))
    assert box(found) == ""
    assert found.pointer == "doses_follow"


HEADED = """---
title: Testamide
---
# Testamide
## {heading}
{dose}

## Contraindications
Gout.

## Side effects
Tiredness.
"""


@pytest.mark.parametrize("heading", ["Indications and dose", "Uses and dosage"])
def test_indications_and_doses_under_one_heading_stand_on_the_first_side(heading: str) -> None:
    found = side(read(HEADED.format(heading=heading, dose=f"Pain in adults. {ADULTS}")))
    assert found.how
    assert found.how.name == heading
    assert box(found).startswith("Pain in adults.")
    assert not found.pointer
    assert found.purpose is None
    # No heading is there twice: what does not fit is all further on, and named.
    long = side(
        read(HEADED.format(heading=heading, dose=f"{ADULTS}\n\n**Severe pain:** {LONG * 3}"))
    )
    assert long.how
    assert long.how.name == "How to use Testamide"
    assert (long.pointer, long.doses) == ("doses_follow", heading)
    part_way = side(read(HEADED.format(heading=heading, dose=f"{ADULTS}\n\n**Liver:** {LONG * 3}")))
    assert part_way.how
    assert part_way.how.name == heading
    assert more(part_way).startswith("Liver:")
    assert [plain(part.label) for part in part_way.rest if part.label] == []


def test_a_short_list_of_doses_stands_whole() -> None:
    items = "\n".join(f"* **Group {n}:** {n} mg daily, {LONG[:70]}" for n in range(1, 6))
    found = side(write(TABLETS, dosage=f"The usual doses, in general:\n\n{items}"))
    assert "Group 5: 5 mg" in box(found)
    assert more(found) == ""


@pytest.mark.parametrize(
    "opening",
    [
        "Doses vary. The information below is no advice.",
        "The following is an overview, which replaces no doctor.",
        "Here are the usual doses.",
        "The dose depends on several factors.",
        "Doses vary:",
    ],
)
def test_an_opening_that_speaks_of_what_is_below_stays_above_it(opening: str) -> None:
    found = side(write(TABLETS, dosage=f"{opening}\n\n**Adults:** 5 mg daily. {LONG * 3}"))
    assert box(found) == ""
    assert more(found).startswith(opening)


@pytest.mark.parametrize(
    "opening",
    ["Doses vary with age.", "Not for people below 12 years.", "Take it on the following day."],
)
def test_another_opening_stands_on_the_first_side(opening: str) -> None:
    found = side(write(TABLETS, dosage=f"{opening}\n\n**Adults:** 5 mg daily. {LONG * 3}"))
    assert box(found) == opening


@pytest.mark.parametrize("front", [TABLETS, "title: Testamide"])
@pytest.mark.parametrize(
    ("dosage", "follow"),
    [
        (f"**Adults:** 5 mg once daily. {LONG * 4}", True),
        (f"Ask your doctor.\n\n**Adults:** 5 mg once daily. {LONG * 4}", True),
        (f"Take 5 mg daily.\n\n**Adults:** 5 mg once daily. {LONG * 4}", False),
        (f"Ask your doctor.\n\n**Adults:** It varies. {LONG * 4}", False),
        ("5 mg once daily.", False),
    ],
)
def test_a_box_without_a_dose_says_where_the_doses_are(
    front: str, dosage: str, follow: bool
) -> None:
    composition = composed(write(front, dosage=dosage))
    assert (FOLLOW in composition.html) == follow


def test_a_box_with_some_of_the_doses_says_that_there_are_more() -> None:
    dosage = f"Take 5 mg daily.\n\n**Adults:** 5 mg once daily. {LONG * 4}"
    html = composed(write(TABLETS, dosage=dosage)).html
    assert "There is more about doses further on in this leaflet, under “More about" in html
    assert FOLLOW not in html


def test_an_answer_without_a_dose_says_so_too() -> None:
    faqs = "**Q: How is Testamide taken?** A: With water."
    assert FOLLOW in composed(write(TABLETS, faqs=faqs)).html


@pytest.mark.parametrize("heading", ["How to use your inhaler", "How to take", "Administration"])
def test_steps_above_the_doses_say_where_the_doses_are(heading: str) -> None:
    steps = f"### {heading}\n1. Breathe out.\n2. Breathe in.\n\n### Dose\n{ADULTS} {LONG * 3}"
    text = (
        f"---\ntitle: Testamide\n---\n### Usage\nFor tests.\n\n{steps}\n\n### Side effects\nRash."
    )
    found = side(read(text))
    assert "5 mg once daily" not in box(found)
    assert found.pointer == "doses_follow"


def test_a_list_is_not_parted_from_the_sentence_above_it() -> None:
    items = "\n".join(f"* **Group {n}:** {n} mg daily. {LONG}" for n in range(1, 6))
    found = side(write(TABLETS, dosage=f"The start is 5 mg daily.\n\n{items}"))
    assert box(found) == ""
    assert more(found).startswith("The start is 5 mg daily. | * Group 1")


TABLE = (
    "| Infection | Dose | Duration |\n| --- | --- | --- |\n"
    "| Pneumonia of the community | 250 mg twice daily | 5 days |\n"
    "| Otherwise uncomplicated cystitis | 100 mg twice daily | 3 days |\n"
)


def table(found: FirstSide) -> Table:
    assert found.how
    blocks = (block for each in found.how.passages for block in each.body)
    return next(block for block in blocks if isinstance(block, Table))


def test_a_table_of_doses_stands_as_it_was_drawn() -> None:
    monograph = write(TABLETS, dosage=f"With water.\n\n{TABLE}\n\n**Kidney disease:** {LONG * 3}")
    found = side(monograph)
    assert not isinstance(table(found), StackedTable)
    assert more(found).startswith("Kidney disease:")
    assert found.how
    assert not found.how.in_halves


def test_kidneys_above_a_paragraph_are_about_adjusting_it() -> None:
    monograph = write(TABLETS, dosage=f"{TABLE}\n\n#### Kidneys\n\n{LONG * 3}")
    assert more(side(monograph)).startswith("Kidneys")


def test_a_table_too_wide_for_the_box_or_too_high_follows_further_on() -> None:
    words = " | ".join(["Hydrochlorothiazidetablets"] * 5)
    wide = f"| {words} |\n|{'---|' * 5}\n| {words} |\n"
    high = TABLE + "| Pneumonia of the hospital | 500 mg twice daily | 7 days |\n" * 12
    for dosage in (wide, high):
        found = side(write(TABLETS, dosage=dosage))
        assert box(found) == ""
        assert found.pointer == "doses_follow"
    (part,) = (
        each
        for each in side(write(TABLETS, dosage=wide)).rest
        if each.heading == "More about your dose"
    )
    assert isinstance(part.passages[0].body[0], StackedTable)


def test_on_the_page_its_rows_are_rows() -> None:
    html = composed(write(TABLETS, dosage=TABLE)).html
    how = html[html.index('class="cell how"') :]
    assert how.index("<table") < how.index("Pneumonia") < how.index("</table>")
