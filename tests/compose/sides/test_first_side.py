"""What a patient does is on the first side; everything else follows, and nothing is in both."""

import pytest

from compose.writing import composed, summary, write
from leaflet.compose.sides.first_side import FirstSide
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain

TABLETS = "title: Testamide\nforms: [tablets]"
LONG = "It relieves many kinds of pain, in the head, the back and elsewhere. " * 40


def side(monograph: Monograph) -> FirstSide:
    found = composed(monograph).side
    assert found is not None
    return found


def rest(found: FirstSide) -> str:
    return " / ".join(
        f"{plain(part.label) or part.heading}: {summary(each.body)}"
        for part in found.rest
        for each in part.passages
    )


def test_what_it_is_for_and_who_must_not_have_it_come_first() -> None:
    found = side(write(precautions="* **Contraindications:** Kidney failure.\n* **Cough:** Ask."))
    assert found.purpose
    assert found.purpose.name == "What Testamide is used for"
    assert summary(found.purpose.passages[0].body) == "For tests."
    assert found.bans
    assert found.bans.name == "Who must not use Testamide: Contraindications"
    assert "Kidney failure" not in rest(found)
    assert "Cough: Ask." in rest(found)


@pytest.mark.parametrize(
    ("usage", "bans", "first"),
    [
        ("For pain.", "Gout, and failure of the liver or the kidneys. " * 3, "purpose"),
        ("For pain of all kinds. " * 8, "Gout.", "bans"),
        ("For pain of all kinds. " * 60, "Gout, or failure of the kidneys. " * 30, "purpose"),
    ],
)
def test_below_each_other_a_low_box_of_who_must_not_have_it_is_first(
    usage: str, bans: str, first: str
) -> None:
    found = side(write(usage=usage, precautions=f"* **Contraindications:** {bans}"))
    assert found.opening(side_by_side=True) == (found.purpose, found.bans)
    other = {"purpose": "bans", "bans": "purpose"}[first]
    below = found.opening(side_by_side=False)
    assert below == (getattr(found, first), getattr(found, other))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Who must not take it", "Who must not take it"),
        ("Who must not take this medicine", "Who must not take this medicine"),
        ("Who must not", "Who must not take Testamide: Who must not"),
    ],
)
def test_a_label_that_says_what_the_heading_says_stands_alone(label: str, name: str) -> None:
    found = side(write(TABLETS, precautions=f"* **{label}:** People with gout.\n* **Cough:** Ask."))
    assert found.bans
    assert found.bans.name == name


def test_brand_names_keep_their_name() -> None:
    found = side(write(brand_names="* Testol"))
    assert rest(found).endswith("Brand names: * Testol")


def test_nobody_must_not_have_it_if_the_author_denies_it() -> None:
    found = side(write(precautions="* **Contraindications:** None known.\n* **Cough:** Ask."))
    assert found.bans
    assert found.bans.name == "Contraindications"
    found = side(write(precautions="* **Contraindications:** None.\n* **Gout:** Contraindicated."))
    assert found.bans
    assert found.bans.name == "Who must not use Testamide"
    assert [summary(each.body) for each in found.bans.passages] == [
        "Gout: Contraindicated.",
        "None.",
    ]


def test_a_question_of_the_authors_is_the_heading_of_its_cell() -> None:
    found = side(write(faqs="**Q: May I drive?** A: Not at night.\n\n**Q: Is it old?** A: Yes."))
    assert [cell.name for cell in found.cells if cell.key == "driving"] == ["May I drive?"]
    assert "Not at night" not in rest(found)
    assert "Is it old?: Yes." in rest(found)


def test_a_short_dose_stands_on_the_first_side_whole() -> None:
    found = side(write(TABLETS, dosage="**Adults:** 5 mg twice daily."))
    assert found.how
    assert summary(found.how.passages[0].body) == "Adults: 5 mg twice daily."
    assert found.daily
    assert "5 mg" not in rest(found)


def test_no_dose_is_parted_from_the_others() -> None:
    doses = "\n\n".join(f"**Group {n}:** {n} mg twice daily. {LONG[:400]}" for n in range(9))
    found = side(write(TABLETS, dosage=doses))
    assert found.how
    assert not found.how.passages
    assert "More about your dose: Group 0: 0 mg" in rest(found)


def test_a_dose_of_another_slot_is_not_taken_for_the_dose() -> None:
    dosage = "**Adults:** 5 mg twice daily.\n\n**Interactions:** Ask before lithium."
    found = side(write(TABLETS, dosage=dosage))
    assert found.how
    assert summary(found.how.passages[0].body).startswith("Adults: 5 mg")


def test_a_paragraph_is_never_torn() -> None:
    found = side(write(usage=f"{LONG}\n\nThis latter use is rare."))
    assert found.purpose is None
    assert "This latter use is rare." in rest(found)


def test_a_list_stays_with_the_words_that_introduce_it() -> None:
    items = "\n".join(f"* {LONG[:60]}" for _ in range(6))
    found = side(write(usage=f"It is used for:\n\n{items}\n\nOnly by adults."))
    assert found.purpose
    assert "It is used for: | * " in summary(found.purpose.passages[0].body)


def test_points_on_the_first_side_are_not_repeated() -> None:
    found = side(
        write(precautions="* **Contraindications:** It must not be taken by people with gout.")
    )
    assert found.bans
    assert found.points == ()


def test_points_on_the_first_side_are_replaced_by_others() -> None:
    gout = "* **Gout:** Testamide is contraindicated in gout.\n"
    asthma = "* **Asthma:** Testamide is contraindicated in asthma.\n"
    found = side(write(precautions=f"{gout}{asthma}* **Fits:** Never stop tablets."))
    assert [plain(point.sentence.text) for point in found.points] == ["Never stop tablets."]
    long = f"It can be fatal{' with alcohol or wine' * 9}."
    found = side(write(precautions=f"{gout}* **Wine:** {long}"))
    assert [plain(point.sentence.text) for point in found.points] == [long]


def test_what_follows_of_the_uses_stands_below_their_heading_again() -> None:
    name = "Testamide hydrochloride\n\n**Note:** Two salts have this name."
    html = composed(write(usage=f"It treats pain.\n\n{LONG}", generic_name=name)).html
    note, again = html.index("Two salts have this name"), html.rindex("What Testamide is used for")
    assert note < again < html.rindex("in the head, the back")


MANY = "**Interactions:** {}\n\n**Pregnancy:** Ask first."
WITH_OTHERS = "**Q: Can I take it with other medicines?** A: {}"


def keys(found: FirstSide) -> list[str]:
    return [cell.key for cell in found.cells]


def test_interactions_stand_before_food_and_alcohol() -> None:
    faqs = (
        "**Q: Can I eat anything?** A: Yes.\n\n**Q: May I drink alcohol?** A: No.\n\n"
        "**Q: What if I miss a dose?** A: Skip it.\n\n**Q: May I stop taking it?** A: Ask."
    )
    found = side(write(faqs=faqs, precautions=MANY.format("Lithium.")))
    assert keys(found) == ["missed", "stopping", "pregnancy", "interactions", "alcohol"]


def test_a_cell_that_speaks_of_danger_comes_before_all_others() -> None:
    faqs = (
        "**Q: What if I miss a dose?** A: Skip it.\n\n"
        "**Q: May I drink alcohol?** A: No. Drinking with Testamide can be fatal."
    )
    assert keys(side(write(faqs=faqs))) == ["alcohol", "missed", "pregnancy"]


def test_doses_that_the_first_side_has_no_room_for_open_the_second() -> None:
    table = "| Age | Dose |\n| --- | --- |\n" + "| Adults | 5 mg |\n| Children | 2 mg |\n" * 9
    found = side(write(TABLETS, dosage=table, side_effects="Cough.\n\n**Serious:**\n\n* Fits"))
    assert found.pointer == "doses_follow"
    assert found.rest[0].heading == "More about your dose"
    usual = side(write(TABLETS, dosage="5 mg.", side_effects="Cough.\n\n**Serious:**\n\n* Fits"))
    assert usual.rest[0].heading != "More about your dose"


def test_many_interactions_have_the_width_of_the_page() -> None:
    text = "It makes the effects of lithium, warfarin and others stronger. " * 6
    monograph = write(precautions=MANY.format(text), faqs=WITH_OTHERS.format(text[:120]))
    [cell] = [cell for cell in side(monograph).cells if cell.key == "interactions"]
    assert cell.wide
    assert "lithium" not in rest(side(monograph))
    assert '<div class="cell interactions' in composed(monograph).html


@pytest.mark.parametrize("others", [4, 12])
def test_of_very_many_the_first_statements_stand_whole(others: int) -> None:
    first = "**Interactions:** It makes the effects of lithium stronger."
    more = "\n\n".join(f"**Interactions with drug {n}:** {LONG[:300]}" for n in range(others))
    found = side(write(precautions=f"{first}\n\n{more}"))
    [cell] = [cell for cell in found.cells if cell.key == "interactions"]
    assert "lithium stronger" in " ".join(summary(each.body) for each in cell.passages)
    assert "Interactions with drug 3: It relieves" in rest(found)
    assert findings_of(found, "lithium stronger") == 1


def findings_of(found: FirstSide, words: str) -> int:
    everything = [*(p for cell in found.cells for p in cell.passages)]
    everything += [p for part in found.rest for p in part.passages]
    return sum(summary(each.body).count(words) for each in everything)


def test_a_list_of_interactions_is_not_divided() -> None:
    items = "\n".join(f"* drug {n}, {LONG[:200]}" for n in range(12))
    found = side(write(precautions=f"**Interactions:** It interacts with:\n\n{items}"))
    assert "interactions" not in keys(found)
    assert "It interacts with: | * drug 0" in rest(found)


@pytest.mark.parametrize(
    "text", ["Chest pain: stop and call 112.", "* **Chest pain:** Stop and call an ambulance."]
)
def test_an_emergency_of_the_precautions_is_an_important_point(text: str) -> None:
    found = side(write(precautions=text))
    assert ["call" in plain(point.sentence.text) for point in found.points] == [True]
