"""No heading of leaflet's says what the author's question below it says."""

import re

import pytest

from compose.writing import composed, write
from leaflet.compose.outline.chapter import FilledPart, Passage
from leaflet.compose.sides.headings import merge_headings
from leaflet.monograph.model import Paragraph, Question, Span
from verification.fault_injection import Fault, findings


def test_a_part_with_one_question_has_it_as_its_heading() -> None:
    html = composed(write(faqs="**Q: How is it stored?** A: Below 25 °C.")).html
    assert "How is it stored?</span></h2>" in html
    assert "How to store" not in html


def test_two_questions_stay_below_the_heading() -> None:
    faqs = "**Q: How is it stored?** A: Dry.\n\n**Q: Where do I store it?** A: At home."
    html = composed(write(faqs=faqs)).html
    assert "How to store Testamide</span></h2>" in html
    assert "How is it stored?</h3>" in html


def test_questions_at_the_end_stand_beside_the_heading_of_their_topic() -> None:
    text, question = Paragraph((Span("Ask."),)), Question((Span("Which?"),), (Paragraph(()),))
    passages = (
        Passage("precautions", (text, question), title="Other medicines"),
        Passage("precautions", (question, text), title="Pregnancy"),
    )
    part = merge_headings(FilledPart("before", "Before you take it", "", passages))
    assert [(passage.title, passage.body) for passage in part.passages] == [
        ("Other medicines", (text,)),
        ("", (question,)),
        ("Pregnancy", (question, text)),  # the text may belong to the answer
    ]


def test_the_words_above_the_only_list_of_effects_are_its_heading() -> None:
    effects = "Common:\n\n* Headache\n\n**Serious side effects include:**\n\n* Seizures"
    html = composed(write(side_effects=effects)).html
    assert re.search("<h2>Serious side effects include:?</h2>", html)
    assert "Serious side effects</h2>" not in html


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ("Severe skin reactions", "Severe skin reactions"),
        ("Less common but serious side effects", "Less common but serious side effects"),
        ("Serious", "Serious side effects"),
        ("Less common but serious", "Serious side effects"),
        ("Rare, but serious", "Serious side effects"),
        ("Serious (and often fatal)", "Serious side effects"),
    ],
)
def test_the_label_of_the_only_effects_is_their_heading_if_it_says_enough(
    label: str, heading: str
) -> None:
    effects = f"* **Common:** Headache\n* **{label}:** Seizures"
    html = composed(write(side_effects=effects)).html
    assert re.search(f"<h2[^>]*>{heading}</h2>", html)


@pytest.mark.parametrize(
    ("generic", "title"), [("TestAmide", "TestAmide"), ("Testamidum", "Testamide")]
)
def test_a_generic_name_that_is_the_title_is_not_printed_again(generic: str, title: str) -> None:
    monograph = write(generic_name=generic)
    html = composed(monograph).html
    assert f">{title}</h1>" in html
    assert ("Generic name" in html) == (generic != title)
    assert findings(Fault(), "patient", monograph.source.text) == ()


def test_a_generic_name_in_small_letters_is_no_title() -> None:
    html = composed(write(generic_name="testamide")).html
    assert ">Testamide</h1>" in html
    assert "Generic name" in html


@pytest.mark.parametrize("verb", ["include", "may include", "might be", "are"])
def test_a_lead_in_that_is_a_heading_keeps_its_colon(verb: str) -> None:
    effects = f"Common:\n\n* Headache\n\nSerious side effects {verb}:\n\n* Seizures"
    assert f"<h2>Serious side effects {verb}:</h2>" in composed(write(side_effects=effects)).html


@pytest.mark.parametrize("label", ["Warnings", "Warnings and Precautions", "Precautions"])
@pytest.mark.parametrize("mark", ["", "* "])
def test_a_label_that_says_no_more_than_the_heading_is_the_heading(label: str, mark: str) -> None:
    monograph = write(precautions=f"{mark}**{label}:** Be careful in tests.")
    html = composed(monograph).html
    assert f">{label}</span></h2>" in html
    assert "Warnings and precautions</h" not in html
    assert findings(Fault(), "patient", monograph.source.text) == ()


@pytest.mark.parametrize("label", ["Cats", "Warnings about cats", "Special warnings"])
def test_a_label_that_says_more_stays_below_the_heading(label: str) -> None:
    html = composed(write(precautions=f"**{label}:** Be careful in tests.")).html
    assert "Warnings and precautions</span></h2>" in html
    assert f"<b>{label}:</b>" in html


def test_the_authors_label_after_a_heading_is_smaller() -> None:
    html = composed(write(precautions="**Do not use:** In gout.")).html
    assert "Who must not use Testamide:</span><span> </span><small>Do not use</small></h2>" in html
