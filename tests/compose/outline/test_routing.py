"""Labels, questions and headings decide to which part a text goes."""

import pytest

from compose.writing import CLINICIAN, PATIENT, summary, write
from leaflet.compose.outline.routing import route


def routed(front: str = "title: Testamide", **sections: str) -> dict[str, str]:
    """Part or slot → its content in short form."""
    monograph = write(front, **sections)
    found: dict[str, str] = {}
    for part, _, body in route(monograph.groups[0].sections, PATIENT):
        found[part.key] = " | ".join(filter(None, (found.get(part.key), summary(body))))
    return found


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("What if I miss a dose?", "missed"),
        ("What should I do if I forget a tablet?", "missed"),
        ("What if I take too much?", "too-much"),
        ("What should I do if I suspect an overdose?", "too-much"),
        ("What should I do if I accidentally ingest it?", "too-much"),
        ("Can I stop taking Testamide suddenly?", "stopping"),
        ("Can I stop using it once my symptoms improve?", "stopping"),
        ("Can I breastfeed while taking it?", "pregnancy"),
        ("Can I drive after taking it?", "driving"),
        ("Can I take it with food?", "alcohol"),
        ("Are there any dietary restrictions?", "alcohol"),
        ("Can I take it with other pain relievers?", "interactions"),
        ("Is it safe for children?", "children"),
        ("How is Testamide stored?", "store"),
        ("How long will I need to take it?", "duration"),
        ("How long does treatment typically last?", "duration"),
        ("How long does it take to work?", "onset"),
        ("How is it administered?", "how-asked"),
        ("What should I do if I experience side effects?", "effects-asked"),
    ],
)
def test_a_question_goes_where_a_patient_would_look(question: str, slot: str) -> None:
    found = routed(faqs=f"**Q: {question}** A: Ask.")
    assert found[slot].endswith(f"{question} Ask.")
    assert "questions" not in found


@pytest.mark.parametrize(
    "question",
    [
        "Can I use it to stop all types of bleeding?",
        "Can it help me quit drinking?",
        "Why is it missing from the market?",
        "Can I buy it in stores?",
        "Is it a supplement?",
        "Is it addictive?",
        "Are there other medications for this?",
    ],
)
def test_a_false_friend_stays_among_the_questions(question: str) -> None:
    assert routed(faqs=f"**Q: {question}** A: Ask.")["questions"] == f"{question} Ask."


def test_text_below_a_label_is_ignored() -> None:
    found = routed(
        precautions="* **Sun:** Tell us if you are pregnant, drive or drink alcohol.",
        faqs="**Q: Why?** A: Never stop taking it, and store it well.",
    )
    assert found["warnings"] == "* Sun: Tell us if you are pregnant, drive or drink alcohol."
    assert found["questions"] == "Why? Never stop taking it, and store it well."


def test_the_first_of_two_topics_has_it() -> None:
    found = routed(faqs="**Q: How should I store it, and what if I miss a dose?** A: So.")
    assert "missed" in found
    assert "store" not in found


def test_the_name_of_the_medicine_is_ignored() -> None:
    found = routed(
        "title: Cetyl Alcohol",
        faqs="**Q: Is cetyl alcohol natural?** A: Yes.\n\n**Q: May I drink alcohol?** A: No.",
    )
    assert found["questions"] == "Is cetyl alcohol natural? Yes."
    assert found["alcohol"] == "May I drink alcohol? No."


@pytest.mark.parametrize(
    ("heading", "slot"),
    [
        ("storage", "store"),
        ("drug_interactions", "interactions"),
        ("overdose", "too-much"),
        ("pregnancy_and_breastfeeding", "pregnancy"),
        ("contraindications", "contraindications"),
        ("driving", "driving"),
    ],
)
def test_a_section_of_the_author_s_own_is_sent_by_its_heading(heading: str, slot: str) -> None:
    found = routed(**{heading: "As told."})
    assert found[slot].endswith(f"{heading.replace('_', ' ').capitalize()}: As told.")


def test_questions_under_a_drug_s_name_stay_with_it() -> None:
    asked = "**Alphine:**\n\n* **Q: How should I store it?** A: Cool."
    assert "store" not in routed(faqs=asked)
    assert "store" not in routed(faqs=asked.replace("**Alphine:**", "#### Alphine"))


def test_a_dose_with_an_ambiguous_label_is_not_moved() -> None:
    """Elsewhere, nobody could know which patients it is about."""
    twice = write(
        dosage="**Adults:** 4 mg.\n\n**Kidney disease:** 2 mg.\n\n"
        "**Children:** 1 mg.\n\n**Kidney disease:** none."
    )
    followed = write(dosage="**Adults:** 4 mg.\n\n**Kidney disease:** 2 mg.\n\nIf severe, 1 mg.")
    once = write(dosage="**Adults:** 4 mg.\n\n**Kidney disease:** 2 mg.")
    both = {"dose", "renal"}
    for monograph, parts in ((twice, {"dose"}), (followed, {"dose"}), (once, both)):
        found = route(monograph.groups[0].sections, CLINICIAN)
        assert {part.key for part, section, _ in found if section.key == "dosage"} == parts


def test_a_section_that_refers_to_the_one_above_it_stays_below_it() -> None:
    text = "Do not take it with those listed above."
    found = routed(interactions=text)
    assert text in found["questions"]  # the section above it
    assert text not in found.get("interactions", "")
    own = "Do not take it with those listed below.\n\n* Warfarin"
    assert "Warfarin" in routed(interactions=own)["interactions"]


@pytest.mark.parametrize(
    ("label", "topic", "goes_on"),
    [
        ("Kidney", "renal", "Give half the dose after dialysis."),
        ("Liver", "hepatic", "Measure bilirubin monthly."),
        ("Pregnancy", "pregnancy", "Breast-feeding is possible."),
        ("Interactions", "interactions", "This is also so with ciclosporin."),
        ("Monitoring", "monitoring", "Check the blood count weekly."),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n", "\n\n- Once.\n- "])
def test_a_label_stays_where_it_is_if_what_follows_may_be_about_something_else(
    label: str, topic: str, goes_on: str, between: str
) -> None:
    def parts(text: str) -> dict[str, str]:
        monograph = write(precautions=text)
        found = route(monograph.groups[0].sections, CLINICIAN)
        return {
            part.key: summary(body) for part, section, body in found if section.key == "precautions"
        }

    text = f"**{label}:**{between}Half the dose.\n\n"
    assert goes_on in parts(text + goes_on)[topic]
    loose = "Watch out for low mood."
    assert topic not in parts(text + loose)
    assert loose in parts(text + loose)["cautions"]


def test_a_contraindication_is_in_its_box_whatever_follows_it() -> None:
    found = routed(precautions="**Do not use in:**\n\n- asthma\n\nWatch out for low mood.")
    assert "asthma" in found["contraindications"]
