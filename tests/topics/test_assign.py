"""Labels, questions and headings are given their topics."""

import pytest

from compose.writing import write
from leaflet.monograph.model import Bullets, Entry, Paragraph, Question, Subheading, Topics


def topics(section: str, text: str) -> dict[str, str]:
    """Label → its topics, of the statements of a section."""
    found: dict[str, str] = {}

    def collect(block: object) -> None:
        match block:
            case Entry(label, body, _, assigned) | Question(label, body, _, assigned):
                found["".join(span.text for span in label)] = names(assigned)
                for each in body:
                    collect(each)
            case Bullets(items):
                for item in items:
                    collect(item)

    monograph = write(**{section: text})
    for each in monograph.groups[0].sections:
        if each.key == section.replace("_", "-"):
            for block in each.body:
                collect(block)
    return found


def names(assigned: Topics) -> str:
    return " ".join(topic.name for topic in assigned)


def test_a_label_may_have_several_topics_and_those_within_it_have_their_own() -> None:
    text = "* **Pregnancy and alcohol:** Avoid.\n* **Notes:**\n    * **Storage:** Keep dry."
    assert topics("precautions", text) == {
        "Pregnancy and alcohol": "alcohol pregnancy",
        "Notes": "remark",
        "Storage": "storage",
    }


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Renal impairment", "adjustment renal"),
        ("Anaemia of chronic kidney disease", ""),
        ("Discontinuation", "stopping"),
    ],
)
def test_labels_of_the_dosage_section_have_phrases_of_their_own(label: str, expected: str) -> None:
    assert topics("dosage", f"**{label}:** 5 mg.") == {label: expected}


@pytest.mark.parametrize(
    ("section", "label", "expected"),
    [
        ("dosage", "Immediate-release tablets", ""),
        ("dosage", "Switching from other contraceptives", ""),
        ("precautions", "Use with caution", ""),
        ("precautions", "Use with other sedatives", "interaction"),
        ("precautions", "Seek immediate help", "emergency"),
        ("precautions", "Liver conditions", "hepatic"),
        ("precautions", "Contraception", "pregnancy"),
        ("faqs", "Can I drink grapefruit juice while taking Testamide?", "food"),
        ("faqs", "Can I eat or drink before taking Testamide?", "food"),
        ("faqs", "Can I drink while taking Testamide?", "alcohol"),
        ("faqs", "How long will it take to feel the effects?", "onset"),
        ("faqs", "What are the risks?", "side-effects"),
        ("faqs", "Is this vaccine safe?", "caution"),
    ],
)
def test_a_word_of_a_topic_is_read_in_its_phrase(section: str, label: str, expected: str) -> None:
    text = f"**{label}**\nYes." if section == "faqs" else f"**{label}:** Take care."
    assert topics(section, text) == {label: expected}


def test_the_medicines_own_name_says_nothing() -> None:
    cetyl = write("title: Cetyl Alcohol", precautions="**Cetyl alcohol on eyes:** Rinse.")
    [entry] = next(s for s in cetyl.groups[0].sections if s.key == "precautions").body
    assert isinstance(entry, Entry)
    assert entry.topics == ()


def test_a_section_of_the_authors_own_has_topics_by_its_heading() -> None:
    monograph = write(storage="Keep dry.", thoughts="Storage is easy.")
    own = [each for each in monograph.groups[0].sections if not each.key]
    assert [names(each.topics) for each in own] == ["storage", ""]


def test_the_words_that_decided_are_kept() -> None:
    monograph = write(precautions="**If breast-feeding:** Ask.")
    [entry] = next(s for s in monograph.groups[0].sections if s.key == "precautions").body
    assert isinstance(entry, Entry)
    assert [topic.words for topic in entry.topics] == ["breast-feed"]


@pytest.mark.parametrize(
    ("label", "usage", "expected"),
    [
        ("Opioid overdose", "For opioid overdose.", ""),
        ("Suspected opioid overdose (adults)", "Reverses an overdose of opioids.", ""),
        ("Chronic kidney disease", "For chronic kidney disease.", ""),
        ("Alcohol withdrawal", "Eases withdrawal from alcohol.", ""),
        ("Kidney problems", "For kidney infections.", "renal"),
        ("Renal impairment", "For chronic kidney disease.", "adjustment renal"),
        ("Overdose", "For pain.", "overdose"),
        ("Long-acting form", "For psychosis.", ""),
        ("Dosage forms", "For psychosis.", "administration"),
    ],
)
def test_the_dose_of_an_indication_is_about_nothing_else(
    label: str, usage: str, expected: str
) -> None:
    monograph = write(usage=usage, dosage=f"**{label}:** 5 mg.")
    [entry] = next(s for s in monograph.groups[0].sections if s.key == "dosage").body
    assert isinstance(entry, Entry)
    assert names(entry.topics) == expected


def test_advice_without_a_dose_is_no_dose_of_an_indication() -> None:
    monograph = write(usage="For an overdose.", dosage="**Overdose:** Call for help.")
    [entry] = next(s for s in monograph.groups[0].sections if s.key == "dosage").body
    assert isinstance(entry, Entry)
    assert names(entry.topics) == "overdose"


@pytest.mark.parametrize(
    "label",
    [
        "Medicines that raise INR",
        "MAOIs",
        "Other medicines",
        "Other sedating drugs",
        "Warfarin and aspirin",
        "Strong CYP3A4 inhibitors",
        "Taking with antacids",
    ],
)
def test_medicines_in_a_label_are_interactions(label: str) -> None:
    assert "interaction" in topics("precautions", f"**{label}:** Take care.")[label].split()


def test_the_medicines_own_name_in_a_sentence_is_about_nothing_else() -> None:
    text = "Cetyl alcohol should be avoided in patients with gout. Wine is alcohol."
    front = "title: Cetyl alcohol (cream)\ngeneric_name: hexadecanol"
    monograph = write(front, precautions=text)
    [body] = [each.body for each in monograph.groups[0].sections if each.key == "precautions"]
    assert isinstance(body[0], Paragraph)
    assert {topic.sentence for topic in body[0].topics if topic.name == "alcohol"} == {1}
    assert {topic.sentence for topic in body[0].topics if topic.name == "contraindication"} == {0}


def test_a_sentence_counts_whatever_stands_beside_it() -> None:
    monograph = write(precautions="These are rare. Report anything odd.")
    [body] = [each.body for each in monograph.groups[0].sections if each.key == "precautions"]
    assert isinstance(body[0], Paragraph)
    assert ("any-effect", 1) in {(topic.name, topic.sentence) for topic in body[0].topics}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* **With concomitant ritonavir:** Reduce to 2 mg daily.", "adjustment"),
        ("**Concurrent medicines:** The dose may have to be halved.", "adjustment"),
        ("**Drug interactions:**\n\n* 2 mg with ritonavir.\n* 5 mg with rifampicin.", "adjustment"),
        ("**Co-administration:** Take it twice daily with others.", "adjustment"),
        ("**Interactions:** Ask before lithium.", "interaction"),
    ],
)
def test_a_dose_with_other_medicines_is_an_adjustment(text: str, expected: str) -> None:
    assert set(topics("dosage", text).values()) == {expected}
    elsewhere = topics("precautions", text.replace("Concurrent medicines", "Interactions"))
    assert "adjustment" not in " ".join(elsewhere.values())


def test_so_is_one_below_a_subheading() -> None:
    dosage = "#### Concomitant medicines\n\n| With | Dose |\n| --- | --- |\n| Ritonavir | 2 mg |"
    section = next(s for s in write(dosage=dosage).groups[0].sections if s.key == "dosage")
    assert [names(b.topics) for b in section.body if isinstance(b, Subheading)] == ["adjustment"]
