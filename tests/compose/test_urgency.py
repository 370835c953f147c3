"""Side effects: what needs help at once stands first, under the author's own labels."""

import pytest

from compose.writing import PATIENT, body, told
from leaflet.compose.urgency import by_urgency

RANKS = next(part.ranks for part in PATIENT.parts if part.ranks)


def ranked(markdown: str) -> list[tuple[str, str]]:
    return [(group.heading, told(group.body)) for group in by_urgency(body(markdown), RANKS)]


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
