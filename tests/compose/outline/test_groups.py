"""What belongs together under a label."""

from compose.writing import body, told
from leaflet.compose.outline.groups import depths, groups, introduces, label_of


def grouped(markdown: str) -> list[tuple[str, str]]:
    return [(head, told(blocks)) for head, blocks in groups(body(markdown)) if blocks]


def test_text_stays_with_the_group_that_it_follows() -> None:
    assert grouped("Before.\n\n**Common:** rash.\n\nThese pass.\n\n**Rare:** stroke.") == [
        ("", "Before."),
        ("Common", "Common: rash. | These pass."),
        ("Rare", "Rare: stroke."),
    ]


def test_the_sentence_above_a_list_and_the_subject_of_a_paragraph_are_labels() -> None:
    assert [head for head, _ in grouped("All pass. Common ones are:\n\n* Rash\n* Itch")] == [
        "Common ones are:"
    ]
    assert [head for head, _ in grouped("Rare side effects (<1%) can harm the heart.")] == [
        "Rare side effects (<1%)"
    ]
    assert [head for head, _ in grouped("It has rare side effects.")] == [""]


def test_a_subheading_holds_the_groups_right_below_it() -> None:
    text = "#### In adults\n\n**Skin:** rash.\n\n**Heart:** racing.\n\n#### In children\n\nNone."
    assert [head for head, _ in grouped(text)] == ["In adults", "In children"]


def test_a_subheading_holds_all_that_stands_under_it() -> None:
    text = (
        "#### In adults\n\nSeldom.\n\n**Heart:** racing.\n\n##### Serious\n\nStroke.\n\n"
        "#### In children\n\n##### Serious\n\nFits."
    )
    assert grouped(text) == [
        ("In adults", "In adults | Seldom. | Heart: racing. | Serious | Stroke."),
        ("In children", "In children | Serious | Fits."),
    ]


def test_the_depth_of_what_stands_under_subheadings() -> None:
    text = "Seldom.\n\n##### Rare\n\nFits.\n\n#### Adults\n\n###### Serious\n\nStroke.\n\n#### End"
    assert [*depths(body(text))] == [0, 0, 0, 0, 1, 1, 0]


def test_what_leads_to_a_list_is_known() -> None:
    lead, after, label = body("Such as:\n\nMore.\n\n**Common:** rash.")
    assert introduces(lead)
    assert not introduces(after)
    assert not introduces(None)
    assert (label_of(label), label_of(after)) == ("Common", "")
