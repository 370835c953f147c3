"""Rows of a table that say to get help stand with what needs help at once, the others do not."""

import pytest

from compose.writing import PATIENT, composed, write
from leaflet.compose.outline.urgency import by_urgency
from leaflet.monograph.model import Block, Monograph, Table
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

HEAD = "| Effect | What to do |\n| --- | --- |\n"
FIT = "| A fit | Call 999 at once |\n"
FACE = "| Swelling of the face | Stop taking it and go to A&E |\n"
TIRED = "| Tiredness | Rest |\n"


def effects(monograph: Monograph) -> tuple[Block, ...]:
    sections = monograph.groups[0].sections
    return next(each.body for each in sections if each.key == SectionKey.SIDE_EFFECTS)


def first_cells(block: Block) -> list[str]:
    assert isinstance(block, Table)
    return [plain(row[0]) for row in block.rows]


def ranked(markdown: str) -> dict[str, list[list[str]]]:
    """The first cells of the tables under each heading."""
    ranks = next(part.ranks for part in PATIENT.parts if part.ranks)
    return {
        group.heading: [first_cells(block) for block in group.body if isinstance(block, Table)]
        for group in by_urgency(effects(write(side_effects=markdown)), ranks)
    }


def test_rows_that_say_to_get_help_come_first() -> None:
    found = ranked(HEAD + TIRED + FIT + FACE)
    assert found == {"": [["Tiredness"]], "Get help at once": [["A fit", "Swelling of the face"]]}


def test_a_table_of_emergencies_stays_whole() -> None:
    assert ranked(HEAD + FIT + FACE) == {"Get help at once": [["A fit", "Swelling of the face"]]}


@pytest.mark.parametrize(
    "others",
    [
        "| Sweating | as above |\n",
        "| Sweating | see below |\n",
        "| Sweating | |\n",
        "| | Rest |\n",
        "| Sweating | ″ |\n",
        "| **Skin** | |\n| Itch | Cream |\n",
        "| Rash* | Cream |\n\n\\* Not in the sun.\n",
        "| Rash† | Cream |\n\n† Also if it goes away.\n",
    ],
)
def test_so_does_one_whose_rows_need_each_other_or_its_notes(others: str) -> None:
    found = ranked(HEAD + FIT + others)
    ((rows,),) = found.values()
    assert rows[0] == "A fit"
    assert len(rows) > 1


@pytest.mark.parametrize("above", ["Rare effects are:", "#### Rare", "**Rare:**"])
def test_so_does_one_below_words_that_may_be_about_all_rows(above: str) -> None:
    found = ranked(f"{above}\n\n{HEAD}{TIRED}{FIT}")
    assert [rows for tables in found.values() for rows in tables] in ([["Tiredness", "A fit"]], [])


def test_the_heads_are_printed_above_both_and_once_they_are_repeated() -> None:
    html = composed(write("title: T\nforms: [tablets]", side_effects=HEAD + TIRED + FIT)).html
    urgent, rest = html.index("Call 999"), html.index("Rest<")
    assert urgent < rest
    heads = '<th scope="col">Effect</th><th scope="col">What to do</th>'
    assert html.count(heads) == 2
    assert html.count(f'<thead data-repeat="true"><tr>{heads}') == 1


def test_so_are_those_of_a_wide_table_that_is_printed_as_a_list() -> None:
    wide = " ".join(["mmmmmmmmmmmmmm"] * 4)
    text = f"| Effect | {wide} | {wide}x | {wide}y | {wide}z | What to do |\n{'| --- ' * 6}|\n"
    cells = "| a | b | c | d |"
    text += f"| Tiredness {cells} Rest |\n| A fit {cells} Call 999 at once |\n"
    html = composed(write("title: T\nforms: [tablets]", side_effects=text)).html
    assert html.count('<ul class="rows">') == 2
    assert html.count("Effect") == 2
    assert html.index("Call 999") < html.index("Tiredness")
