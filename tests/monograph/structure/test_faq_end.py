"""What follows the last answer is no part of it."""

from compose.writing import CLINICIAN, outline, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.monograph.text import plain

ASKED = "**Q: May I drive?** A: No.\n\n**Q: In autumn?**\n\nA: Yes."


def sections(faqs: str) -> list[tuple[str, str]]:
    found = write(faqs=faqs).groups[0].sections
    first = next(number for number, each in enumerate(found) if each.key == "faqs")
    return [(plain(each.heading), summary(each.body)) for each in found[first:]]


def test_labels_after_the_last_answer_are_sections_of_the_authors_own() -> None:
    assert sections(
        f"{ASKED}\n\n**Storage:** Keep dry.\n\nAnd cool.\n\n**Travel:** With care."
    ) == [
        ("FAQs", "May I drive? No. | In autumn? Yes."),
        ("Storage", "Keep dry. | And cool."),
        ("Travel", "With care."),
    ]


def test_text_without_a_label_has_a_section_without_a_heading() -> None:
    assert sections(f"{ASKED}\n\nNot after surgery.\n\n* Nor before.")[1:] == [
        ("", "Not after surgery. | * Nor before.")
    ]


def test_questions_alone_and_text_between_them_stay() -> None:
    between = f"For adults.\n\n{ASKED}\n\n**Note:** Ask.\n\n**Q: Why?** A: Because."
    assert len(sections(between)) == 1
    assert len(sections("Ask your doctor.")) == 1


def test_a_kind_without_questions_prints_what_follows_them() -> None:
    monograph = write(faqs=f"{ASKED}\n\n**Storage:** Keep dry.\n\n**Travel:** Take 5 mg along.")
    found = outline(arrange(monograph, CLINICIAN)[0])
    assert found["Administration"] == "Storage: Keep dry."
    assert found["Notes"] == "[Travel] Take 5 mg along."
