"""Labels, questions and headings are given their topics."""

import pytest

from compose.writing import write
from leaflet.monograph.model import Bullets, Entry, Question, Topics


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
        "Notes": "",
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
