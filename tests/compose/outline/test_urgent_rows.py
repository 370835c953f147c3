"""Rows of a table that say to get help stand with what needs help at once, the others do not."""

import pytest

from compose.sides.test_first_side import side
from compose.writing import PATIENT, composed, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.urgency import by_urgency
from leaflet.monograph.model import Block, Entry, Monograph, Table
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

HEAD = "| Effect | What to do |\n| --- | --- |\n"
FIT = "| A fit | Call 999 at once |\n"
FACE = "| Swelling of the face | Stop taking it and go to A&E |\n"
RANKS = next(part.ranks for part in PATIENT.parts if part.ranks)
TIRED = "| Tiredness | Rest |\n"


def effects(monograph: Monograph) -> tuple[Block, ...]:
    sections = monograph.groups[0].sections
    return next(each.body for each in sections if each.key == SectionKey.SIDE_EFFECTS)


def first_cells(block: Block) -> list[str]:
    assert isinstance(block, Table)
    return [plain(row[0]) for row in block.rows]


def ranked(markdown: str) -> dict[str, list[list[str]]]:
    """The first cells of the tables under each heading."""
    return {
        group.heading: [first_cells(block) for block in group.body if isinstance(block, Table)]
        for group in by_urgency(effects(write(side_effects=markdown)), RANKS)
    }


def test_rows_that_say_to_get_help_come_first() -> None:
    found = ranked(HEAD + TIRED + FIT + FACE)
    assert found == {
        "Get help at once": [["A fit", "Swelling of the face"]],
        "Other side effects": [["Tiredness"]],
    }


def test_what_stands_in_front_of_all_effects_stays_there() -> None:
    text = f"Most people have none.\n\n{HEAD}{TIRED}{FIT}\n\nThey go away."
    found = by_urgency(effects(write(side_effects=text)), RANKS)
    assert [summary(group.body) for group in found if not group.heading] == [
        "Most people have none."
    ]
    assert summary(found[-1].body).endswith("They go away.")


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
        "| Step 2 | Cream |\n",
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


NUMBERS = {
    "en": ("What to do", ("999", "**911**", "112", "Tel. 999", "999 / 112")),
    "de": ("Was tun?", ("112", "144", "☎ 112")),
    "fr": ("Que faire", ("15", "15 ou 112", "112/15")),
    "es": ("Qué hacer", ("112", "061")),
    "ar": ("ماذا تفعل", ("112", "١١٢")),
    "hi": ("क्या करें", ("112", "१०८")),
}


@pytest.mark.parametrize(
    ("lang", "number"), [(lang, each) for lang, (_, several) in NUMBERS.items() for each in several]
)
def test_a_bare_number_to_call_is_an_emergency(lang: str, number: str) -> None:
    table = f"| Xyz | {NUMBERS[lang][0]} |\n|---|---|\n| Abc | {number} |\n"
    monograph = write(f"title: Testamide\nlang: {lang}", side_effects=table)
    (found,) = effects(monograph)
    assert isinstance(found, Table)
    assert [(topic.name, topic.sentence) for topic in found.topics] == [("emergency", 1)]


@pytest.mark.parametrize("head", ["Patients", "Number", "n", "Frequency", "Dose (mg)"])
def test_a_number_below_another_head_is_none(head: str) -> None:
    (found,) = effects(write(side_effects=f"| Effect | {head} |\n|---|---|\n| Rash | 112 |\n"))
    assert isinstance(found, Table)
    assert found.topics == ()


@pytest.mark.parametrize(
    "others",
    ["| Sweating | as above |\n", "| Sweating | |\n", "| Rash* | Cream |\n\n\\* Not in the sun.\n"],
)
def test_a_row_is_repeated_where_it_cannot_be_taken_out(others: str) -> None:
    found = side(write(side_effects=HEAD + TIRED + FIT + others))
    (again,) = found.action
    assert first_cells(again) == ["A fit"]
    assert found.urgent[0].heading == "Get help at once"
    (whole,) = (p.body[0] for part in found.rest for p in part.passages if p.key == "side-effects")
    assert first_cells(whole)[:2] == ["Tiredness", "A fit"]


@pytest.mark.parametrize(
    "rows",
    [
        "| **Skin** | |\n| Blisters | Call 999 at once |\n",
        "| Blisters* | Call 999 at once |\n\n\\* If you are over 60.\n",
        "| Rash | Cream |\n| as above, with fever | Call 999 at once |\n",
        "| Rash | |\n| | Call 999 at once |\n",
    ],
)
def test_but_no_row_that_needs_others_or_a_note(rows: str) -> None:
    assert side(write(side_effects=HEAD + rows)).action == ()


@pytest.mark.parametrize("rows", [FIT + "| | Rest |\n", "| A fit | Rest |\n| | Call 999 |\n"])
def test_rows_without_a_first_cell_are_repeated_with_the_one_above(rows: str) -> None:
    """What is said of one effect is said again whole, however its cells are divided."""
    (again,) = side(write(side_effects=HEAD + TIRED + rows + TIRED)).action
    assert first_cells(again) == ["A fit", ""]


@pytest.mark.parametrize(
    ("own", "first"),
    [
        (f"{HEAD}{TIRED}{FIT}", ["A fit"]),
        (f"{HEAD}{TIRED}{FIT}| Sweating | as above |\n", ["Tiredness", "A fit", "Sweating"]),
        ("| Step | What to do |\n|---|---|\n| 1 | Rinse |\n| 2 | 999 |\n", ["1", "2"]),
        (f"If you are a child:\n\n{HEAD}{TIRED}{FIT}", ["Tiredness", "A fit"]),
    ],
)
def test_rows_of_an_own_section_that_say_to_get_help_come_first(own: str, first: list[str]) -> None:
    [chapter] = arrange(write(overdose=own), PATIENT)
    slots = [p.body for part in chapter.parts for p in part.passages if p.slot == "too-much"]
    ((entry,),) = slots
    assert isinstance(entry, Entry)
    assert first_cells(next(each for each in entry.body if isinstance(each, Table))) == first


DITTOS = {
    "en": ("What to do", ("Same", "the same", "ditto", "As for fits", "Like a fit", "see above")),
    "de": ("Was tun?", ("dito", "ebenso", "wie oben", "siehe oben", "s. o.")),
    "fr": ("Que faire", ("idem", "la même chose", "comme ci-dessus")),
    "es": ("Qué hacer", ("ídem", "Idem.", "lo mismo", "igual")),
    "ar": ("ماذا تفعل", ("كما سبق",)),
    "hi": ("क्या करें", ("वही",)),
}


@pytest.mark.parametrize(
    ("lang", "same"), [(lang, each) for lang, (_, several) in DITTOS.items() for each in several]
)
def test_no_row_moves_away_from_one_that_says_the_same(lang: str, same: str) -> None:
    """Below another row "the same" would be something else: nothing instead of 112."""
    rows = f"| Xyz | Abc |\n| Def | 112 |\n| Ghi | {same} |\n"
    table = f"| Jkl | {DITTOS[lang][0]} |\n|---|---|\n{rows}"
    found = side(write(f"title: Testamide\nlang: {lang}", side_effects=table))
    (whole,) = (p.body[0] for part in found.rest for p in part.passages if p.key == "side-effects")
    assert first_cells(whole) == ["Xyz", "Def", "Ghi"]
