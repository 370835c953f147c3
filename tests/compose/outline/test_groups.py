"""What belongs together under a label."""

import pytest

from compose.writing import body, summary
from leaflet.compose.outline.groups import groups, introduces, label_of, nesting_depths


def grouped(markdown: str, lang: str = "en") -> list[tuple[str, str]]:
    return [(head, summary(blocks)) for head, blocks in groups(body(markdown, lang)) if blocks]


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


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("de", "Seltene, aber schwere Nebenwirkungen (<1%)", " können das Herz schädigen."),
        ("de", "", "Nebenwirkungen sind selten."),
        ("fr", "Les effets indésirables graves, mais rares", " touchent le cœur."),
        ("fr", "", "Les effets indésirables sont rarement graves."),
        ("es", "Los efectos adversos menos frecuentes (<1%)", " afectan al corazón."),
        ("es", "", "Los efectos adversos son raros."),
        ("ar", "الآثار الجانبية الخطيرة", " تصيب القلب."),
        ("ar", "", "له آثار جانبية نادرة."),
        ("hi", "गंभीर दुष्प्रभाव", " हृदय को नुकसान पहुँचा सकते हैं।"),
        ("hi", "", "इसके दुष्प्रभाव दुर्लभ हैं।"),
    ],
)
def test_the_subject_of_a_paragraph_is_one_in_each_language(
    language: str, subject: str, text: str
) -> None:
    assert [head for head, _ in grouped(subject + text, language)] == [subject]


@pytest.mark.parametrize(
    ("language", "serious", "common"),
    [
        ("en", "Serious", "Common"),
        ("de", "Schwerwiegend", "Häufig"),
        ("fr", "Graves", "Fréquents"),
        ("es", "Graves", "Frecuentes"),
        ("ar", "خطيرة", "شائعة"),
        ("hi", "गंभीर", "आम"),
    ],
)
def test_labels_that_say_how_common_effects_are_end_a_group_of_that_kind(
    language: str, serious: str, common: str
) -> None:
    text = f"#### {serious}\n\n**A:** a.\n\n**{common}:** b.\n\n**C:** c."
    assert [head for head, _ in grouped(text, language)] == [serious, common, "C"]
    text = f"#### {serious}\n\n**A:** a.\n\n{common}:\n\n* b"
    assert [head for head, _ in grouped(text, language)] == [serious, f"{common}:"]


@pytest.mark.parametrize("remark", ["Note", "Important", "Important note"])
def test_a_remark_stays_below_its_subheading(remark: str) -> None:
    text = f"#### Serious\n\nFits.\n\n**{remark}:** There may be others.\n\n#### Common\n\nRash."
    assert [head for head, _ in grouped(text)] == ["Serious", "Common"]


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
