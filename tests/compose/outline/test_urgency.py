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
        ("Get help at once", "Stop and get help for: fits."),
        ("Serious side effects", "Rare but serious: stroke."),
    ]


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Less common but serious side effects include", "Serious side effects"),
        ("Serious (seek immediate medical attention)", "Get help at once"),
        ("Allergic reactions", "Serious side effects"),
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
        ("Serious side effects", "Serious: stroke."),
    ]


def test_where_there_is_nothing_to_order_nothing_is_headed() -> None:
    assert ranked("**Common:** sleep.\n\n**Rare:** itch.") == [("", "Common: sleep. | Rare: itch.")]


def test_a_list_of_groups_is_taken_apart() -> None:
    assert ranked("* **Common:** rash\n* **Rare but serious:** stroke") == [
        ("Serious side effects", "Rare but serious: stroke"),
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
            "Serious side effects",
            "Serious side effects include: | * Liver damage: dark urine * Rash: peeling",
        ),
        ("Other side effects", "Common ones are: | * Headache: mild * Cough: dry"),
    ]


def test_a_bare_label_holds_what_it_heads_but_no_other_group() -> None:
    assert ranked(
        "**Common:**\n\n**Headache:** mild.\n\n**Cough:** dry.\n\n**Serious:** stroke."
    ) == [
        ("Serious side effects", "Serious: stroke."),
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
        ("Serious side effects", "Less common, but serious side effects can involve the heart."),
        ("Other side effects", "Common ones are: | * Rash * Itch"),
    ]


def test_help_is_urgent_where_a_sentence_about_the_whole_group_says_so() -> None:
    text = (
        "**Common:** rash.\n\n**Skin:** peeling. Seek medical help immediately if this happens.\n\n"
        "**Serious:**\n\n* Fits: call an ambulance at once\n* Stroke"
    )
    assert ranked(text) == [
        ("Get help at once", "Skin: peeling. Seek medical help immediately if this happens."),
        ("Serious side effects", "Serious: * Fits: call an ambulance at once * Stroke"),
        ("Other side effects", "Common: rash."),
    ]


def test_what_holds_for_any_side_effect_stands_after_all_of_them() -> None:
    text = "**Common:** acne.\n\n**Serious:** stroke.\n\nCall your doctor at once about any effect."
    assert ranked(text) == [
        ("Serious side effects", "Serious: stroke."),
        ("Other side effects", "Common: acne. | Call your doctor at once about any effect."),
    ]
    stays = "**Common:** acne.\n\n**Serious:** stroke.\n\nCall your doctor about these symptoms."
    assert ranked(stays)[0][1] == "Serious: stroke. | Call your doctor about these symptoms."


@pytest.mark.parametrize(
    "closing",
    [
        "**Important note:** If any reaction occurs, seek medical help immediately. It may grow.",
        "**Note:** This is not an exhaustive list. Call at once about any other symptom.",
        "**Note:**\n\nSeek immediate help if you notice any side effects.",
        "If you have any of these side effects, especially the serious ones, call at once.",
        "Report these or any other effects to your doctor immediately.",
        "Serious side effects are rare. See a doctor at once about any unusual symptom.",
        "Nausea passes. Tell your doctor about any new or severe side effects.",
    ],
)
def test_it_is_no_group_that_needs_help(closing: str) -> None:
    found = ranked(f"**Common:** acne.\n\n**Serious:** stroke.\n\n{closing}")
    assert [heading for heading, _ in found] == ["Serious side effects", "Other side effects"]
    assert found[0][1] == "Serious: stroke."
    assert found[1][1].startswith("Common: acne. | ")


@pytest.mark.parametrize(
    ("heading", "paragraph"),
    [
        ("Serious side effects", "Serious reactions include fits. Report any new symptom at once."),
        ("Serious side effects", "Report any effect. Serious reactions such as fits may follow."),
        ("Serious side effects", "Although rare, serious reactions occur. Report any effect."),
        ("Get help at once", "Serious effects need urgent help. Report any other."),
        ("Get help at once", "Call a doctor at once if you faint, wheeze, or other effects."),
        ("Get help at once", "Get help at once if your face swells. Report any effect."),
        ("Get help at once", "Call a doctor at once if you have symptoms of jaundice."),
    ],
)  # fmt: skip
def test_a_paragraph_that_names_serious_effects_closes_nothing(
    heading: str, paragraph: str
) -> None:
    assert (heading, paragraph) in ranked(f"**Common:** acne.\n\n{paragraph}")


def test_what_is_about_any_serious_effect_stands_after_those() -> None:
    closing = "Seek immediate help if you have any serious side effects."
    text = f"**Serious:** stroke.\n\n**Common:** acne.\n\n{closing}"
    assert ranked(text)[0] == ("Serious side effects", f"Serious: stroke. | {closing}")
    assert ranked(f"**Common:** acne.\n\n{closing}") == [("", f"Common: acne. | {closing}")]


def test_the_sentence_before_a_lead_in_that_refers_to_it_counts() -> None:
    text = "**Common:** acne.\n\nSerious side effects are possible. {}:\n\n* Fits\n* Stroke"
    assert ranked(text.format("These may include"))[0][0] == "Serious side effects"
    assert ranked(text.format("Mild ones include"))[0][0] == ""
    urgent = text.replace("are possible", "require immediate medical help")
    assert ranked(urgent.format("They include"))[0][0] == "Get help at once"


@pytest.mark.parametrize(
    "group",
    [
        "Severe side effects are rare and require immediate medical attention.",
        "#### Severe reactions\n\nSeek help at once if you have one of them.\n\n* Fits\n* Stroke",
        "**Severe reactions:**\n\n* Fits\n* Stroke\n\nSeek immediate medical attention for these.",
        "**Skin:** peeling. Call a doctor at once if this happens.",
    ],
)
def test_a_sentence_about_all_of_a_group_makes_it_urgent(group: str) -> None:
    assert ranked(f"**Common:** acne.\n\n{group}")[0][0] == "Get help at once"


@pytest.mark.parametrize(
    "group",
    [
        "**Common:** acne, nausea. Call a doctor at once if your throat swells.",
        "**Common:** acne, nausea. Seek help at once if they get worse.",
        "**Common:**\n\n* acne\n* nausea\n\nSeek help at once if the symptoms persist.",
        "**Common:** acne. Consult your doctor immediately about any troubling effect.",
    ],
)
def test_a_sentence_about_some_or_any_of_them_does_not(group: str) -> None:
    assert "Get help at once" not in dict(ranked(f"**Serious:** stroke.\n\n{group}"))


def test_a_line_on_how_common_effects_are_ends_what_needs_help() -> None:
    text = "**Stop and call 112:** swelling.\n\nCommon (1-10%): rash.\n\nRare: fever."
    assert ranked(text) == [
        ("Get help at once", "Stop and call 112: swelling."),
        ("Other side effects", "Common (1-10%): rash. | Rare: fever."),
    ]
