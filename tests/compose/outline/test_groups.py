"""What belongs together under a label."""

from compose.writing import body, summary
from leaflet.compose.outline.groups import groups, introduces, label_of, nesting_depths


def grouped(markdown: str) -> list[tuple[str, str]]:
    return [(head, summary(blocks)) for head, blocks in groups(body(markdown)) if blocks]


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


def test_a_subheading_includes_the_groups_right_below_it() -> None:
    text = "#### In adults\n\n**Skin:** rash.\n\n**Heart:** racing.\n\n#### In children\n\nNone."
    assert [head for head, _ in grouped(text)] == ["In adults", "In children"]


def test_a_subheading_includes_everything_under_it() -> None:
    text = (
        "#### In adults\n\nSeldom.\n\n**Heart:** racing.\n\n##### Serious\n\nStroke.\n\n"
        "#### In children\n\n##### Serious\n\nFits."
    )
    assert grouped(text) == [
        ("In adults", "In adults | Seldom. | Heart: racing. | Serious | Stroke."),
        ("In children", "In children | Serious | Fits."),
    ]


def test_nested_subheadings_are_counted() -> None:
    text = "Seldom.\n\n##### Rare\n\nFits.\n\n#### Adults\n\n###### Serious\n\nStroke.\n\n#### End"
    assert [*nesting_depths(body(text))] == [0, 0, 0, 0, 1, 1, 0]


def test_a_sentence_with_a_colon_introduces_a_list() -> None:
    lead, after, label = body("Such as:\n\nMore.\n\n**Common:** rash.")
    assert introduces(lead)
    assert not introduces(after)
    assert not introduces(None)
    assert (label_of(label), label_of(after)) == ("Common", "")
