"""Side effects that need help at once come first, under the author's own labels."""

import pytest

from compose.writing import PATIENT, body, summary
from leaflet.compose.outline.urgency import by_urgency

RANKS = next(part.ranks for part in PATIENT.parts if part.ranks)


def ranked(markdown: str) -> list[tuple[str, str]]:
    return [(group.heading, summary(group.body)) for group in by_urgency(body(markdown), RANKS)]


def test_help_before_the_doctor_before_the_rest() -> None:
    text = (
        "Not all are listed.\n\n**Common:**\n\n* Rash\n* Itch\n\n"
        "**Tell your doctor about:**\n\n* Cough\n\n"
        "**Get medical help at once for:**\n\n* Stroke\n\nCall."
    )
    assert ranked(text) == [
        ("", "Not all are listed."),
        ("Get help at once", "Get medical help at once for: * Stroke | Call."),
        ("Tell your doctor", "Tell your doctor about: * Cough"),
        ("Other side effects", "Common: * Rash * Itch"),
    ]


def test_get_help_labels_come_before_serious_ones() -> None:
    assert ranked("**Rare but serious:** stroke.\n\n**Stop and get help for:** fits.") == [
        ("Get help at once", "Stop and get help for: fits. | Rare but serious: stroke.")
    ]


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Less common but serious side effects include", "Get help at once"),
        ("Serious (seek immediate medical attention)", "Get help at once"),
        ("Allergic reactions", "Get help at once"),
        ("Less serious side effects", "Other side effects"),
        ("Not serious", "Other side effects"),
        ("Less common", "Other side effects"),
        ("Contact your doctor if you notice", "Tell your doctor"),
    ],
)
def test_the_label_decides(label: str, heading: str) -> None:
    groups = dict(ranked(f"**Seek help:**\n\n* Fits\n\n**{label}:**\n\n* Rash\n* Itch"))
    assert "Rash" in groups[heading]
    assert label in groups[heading]


def test_a_group_without_a_label_is_filed_under_none() -> None:
    assert ranked("* Rash\n* Cough\n\n**Serious:** stroke.") == [
        ("", "* Rash * Cough"),
        ("Get help at once", "Serious: stroke."),
    ]


def test_where_there_is_nothing_to_order_nothing_is_headed() -> None:
    assert ranked("**Common:** sleep.\n\n**Rare:** itch.") == [("", "Common: sleep. | Rare: itch.")]


def test_a_list_of_groups_is_taken_apart() -> None:
    assert ranked("* **Common:** rash\n* **Rare but serious:** stroke") == [
        ("Get help at once", "Rare but serious: stroke"),
        ("Other side effects", "Common: rash"),
    ]


def test_groups_under_a_subheading_stay_under_it() -> None:
    text = (
        "#### In adults\n\n**Severe skin:** peeling.\n\n**Mild:** itch.\n\n"
        "#### Seek help\n\n* Fits\n* Falls"
    )
    assert ranked(text) == [
        ("Get help at once", "Seek help | * Fits * Falls"),
        ("Other side effects", "In adults | Severe skin: peeling. | Mild: itch."),
    ]


def test_labelled_effects_stay_with_the_words_that_lead_to_them() -> None:
    text = (
        "Serious side effects include:\n\n* **Liver damage:** dark urine\n* **Rash:** peeling\n\n"
        "Common ones are:\n\n* **Headache:** mild\n* **Cough:** dry"
    )
    assert ranked(text) == [
        (
            "Get help at once",
            "Serious side effects include: | * Liver damage: dark urine * Rash: peeling",
        ),
        ("Other side effects", "Common ones are: | * Headache: mild * Cough: dry"),
    ]


def test_a_bare_label_holds_what_it_heads_but_no_other_group() -> None:
    assert ranked(
        "**Common:**\n\n**Headache:** mild.\n\n**Cough:** dry.\n\n**Serious:** stroke."
    ) == [
        ("Get help at once", "Serious: stroke."),
        ("Other side effects", "Common:  | Headache: mild. | Cough: dry."),
    ]


def test_the_sentence_that_leads_to_the_list_decides() -> None:
    assert ranked("They range from mild to serious. Common ones are:\n\n* Rash\n* Itch") == [
        ("", "They range from mild to serious. Common ones are: | * Rash * Itch")
    ]


def test_a_paragraph_about_serious_effects_is_a_group_of_its_own() -> None:
    assert ranked(
        "Common ones are:\n\n* Rash\n* Itch\n\n"
        "Less common, but serious side effects can involve the heart."
    ) == [
        ("Get help at once", "Less common, but serious side effects can involve the heart."),
        ("Other side effects", "Common ones are: | * Rash * Itch"),
    ]
