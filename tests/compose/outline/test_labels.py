"""Labels decide where a statement goes; the text below them never does."""

import pytest

from compose.writing import body, summary
from leaflet.compose.outline.labels import claim, fixed_labels, put_first
from leaflet.config.expression import Expression
from leaflet.monograph.model import Topics
from leaflet.topics.table import Phrases

SERIOUS = [[Phrases(label=Expression(word))] for word in ("emergency", "serious")]


def about_pregnancy(label: str, _: Topics) -> bool:
    return "pregnan" in label.lower()


def test_only_the_label_counts() -> None:
    taken, left = claim(
        body("* **Pregnancy:** Avoid.\n* **Lab tests:** Pregnancy test."), about_pregnancy
    )
    assert summary(taken) == "Pregnancy: Avoid."
    assert summary(left) == "* Lab tests: Pregnancy test."


def test_a_statement_that_points_to_its_neighbours_stays_with_them() -> None:
    text = "**Adults:** 5 mg.\n\n**Pregnancy:** Half of the dose, as described above."
    assert claim(body(text), about_pregnancy) == ((), body(text))
    items = "* **Adults:** 5 mg.\n* **Pregnancy:** See the table below."
    assert claim(body(items), about_pregnancy) == ((), body(items))


def test_several_items_stay_a_list() -> None:
    taken, _ = claim(
        body("* **Pregnancy:** A.\n* **Sun:** B.\n* **Pregnant staff:** C."), about_pregnancy
    )
    assert summary(taken) == "* Pregnancy: A. * Pregnant staff: C."


def test_an_ordered_list_is_never_taken_apart() -> None:
    steps = body("1. **Pregnancy:** A test first.\n2. **Then:** Begin.")
    assert claim(steps, about_pregnancy) == ((), steps)


def test_text_under_a_subheading_stays_under_it() -> None:
    text = body("First.\n\n#### Pregnancy\n\nAvoid.\n\n* **Sun:** Avoid.\n\n#### Age\n\nAny.")
    taken, left = claim(text, about_pregnancy)
    assert summary(taken) == "Pregnancy | Avoid. | * Sun: Avoid."
    assert summary(left) == "First. | Age | Any."


def test_a_subheading_under_another_stays_with_it() -> None:
    """The dose of children in pregnancy would otherwise seem to be for everyone."""
    text = body("#### Adults\n\n5 mg.\n\n##### Pregnancy\n\n2 mg.\n\n#### Pregnancy test\n\nNo.")
    taken, left = claim(text, about_pregnancy)
    assert summary(taken) == "Pregnancy test | No."
    assert summary(left) == "Adults | 5 mg. | Pregnancy | 2 mg."


def test_a_list_stays_below_the_words_that_its_items_need() -> None:
    text = "In children:\n\n* **Pain:** 1 mg.\n* **Pregnancy:** None."
    assert claim(body(text), about_pregnancy) == ((), body(text))
    text = text.replace("In children", "Not for all. Do not take it if you have")
    assert claim(body(text), about_pregnancy) == ((), body(text))
    text = text.replace("Do not take it if you have", "Precautions include")
    taken, _ = claim(body(text), about_pregnancy)
    assert summary(taken) == "Pregnancy: None."


@pytest.mark.parametrize(
    ("language", "limiting", "other"),
    [
        ("en", "Precautions based on the known properties of its parts:", "Based on age:"),
        ("en", "These are theoretical concerns:", "These are concerns:"),
        ("de", "Hypothetische Vorsichtsmaßnahmen:", "Diese Vorsichtsmaßnahmen:"),
        ("fr", "Précautions théoriques :", "Précautions :"),
        ("es", "Precauciones hipotéticas:", "Precauciones:"),
        ("de", "Nicht für alle. Nehmen Sie es nicht, wenn Sie haben:", "Vorsichtsmaßnahmen:"),
        ("de", "Bei Kindern:", "Es gibt folgende:"),
        ("fr", "Ne prenez jamais ce médicament :", "Les précautions sont :"),
        ("fr", "Chez l'enfant :", "Voici les précautions :"),
        ("es", "No lo tome si tiene:", "Precauciones:"),
        ("es", "Niños:", "Las precauciones son:"),
        ("ar", "لا تتناوله إذا كنت تعاني من:", "الاحتياطات:"),
        ("ar", "الأطفال:", "تشمل الاحتياطات:"),
        ("hi", "इसे न लें अगर आपको हो:", "सावधानियाँ:"),
        ("hi", "बच्चों को:", "ये सावधानियाँ हैं:"),
        ("tl", "Mga pag-iingat:", ""),
    ],
)
def test_so_it_does_in_each_language_and_in_one_without_words_for_it(
    language: str, limiting: str, other: str
) -> None:
    for lead in filter(None, (limiting, other)):
        text = body(f"{lead}\n\n* **Pain:** 1 mg.\n* **Pregnancy:** None.", language)
        taken, _ = claim(text, about_pregnancy)
        assert summary(taken) == ("" if lead == limiting else "Pregnancy: None."), lead


def test_repeated_labels_are_fixed() -> None:
    text = body(
        "Daily:\n\n* **Kidneys:** 2 mg.\n* **Children:** 1 mg.\n* **Kidneys:** 1 mg.\n* End."
    )
    assert fixed_labels(text) == {"Kidneys"}


def test_a_label_followed_by_text_is_fixed() -> None:
    text = "**Adults:** 5 mg.\n\n**Kidneys:** 2 mg.\n\nIn severe disease 1 mg.\n\n**Age:** 1 mg."
    assert fixed_labels(body(text)) == {"Kidneys"}


def test_text_without_a_label_goes_with_the_one_above_it() -> None:
    """Left behind, it would seem to be about the sun."""
    text = (
        "**Sun:** Avoid.\n\n**Pregnancy:** Avoid.\n\nNot even once.\n\n* Really.\n\n**Age:** Any."
    )
    taken, left = claim(body(text), about_pregnancy)
    assert summary(taken) == "Pregnancy: Avoid. | Not even once. | * Really."
    assert summary(left) == "Sun: Avoid. | Age: Any."


def test_groups_with_the_label_come_first_and_text_stays_with_its_group() -> None:
    text = body(
        "Not all are listed.\n\n**Common:**\n\n* Rash\n\nThese pass.\n\n"
        "Some serious ones are:\n\n* Stroke\n\nGet help.\n\n**Other:**\n\n* Cough"
    )
    assert summary(put_first(text, SERIOUS)) == (
        "Not all are listed. | Some serious ones are: | * Stroke | Get help. | "
        "Common: * Rash | These pass. | Other: * Cough"
    )


def test_labelled_items_of_a_list_are_ranked_within_it() -> None:
    text = body("* **Common:** rash\n* **Rare but serious:** stroke")
    assert summary(put_first(text, SERIOUS)) == "* Rare but serious: stroke * Common: rash"


def test_what_is_named_first_ranks_first() -> None:
    text = body("* **Serious:** stroke\n* **Common:** rash\n* **Emergency:** choking")
    assert summary(put_first(text, SERIOUS)) == (
        "* Emergency: choking * Serious: stroke * Common: rash"
    )


def test_an_unlabelled_group_stays_in_front() -> None:
    text = body("* Rash\n* Cough\n\n**Common:** sleep.\n\n**More serious:** stroke.")
    assert summary(put_first(text, SERIOUS)) == (
        "* Rash * Cough | More serious: stroke. | Common: sleep."
    )


def test_what_holds_for_any_effect_stays_last() -> None:
    text = body("**Common:** acne.\n\n**More serious:** stroke.\n\nReport any side effects.")
    assert summary(put_first(text, SERIOUS)) == (
        "More serious: stroke. | Common: acne. | Report any side effects."
    )
