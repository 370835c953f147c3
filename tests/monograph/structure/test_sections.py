import pytest

from leaflet.monograph.model import Paragraph, Subheading
from leaflet.monograph.structure.sections import RawSection, split_sections
from leaflet.monograph.text import plain
from monograph.nodes import headings, read_nodes


def split(body: str, medicine: str = "Examplin") -> list[RawSection]:
    return split_sections(read_nodes(body), headings(medicine))


def keys(body: str) -> list[str]:
    return [section.key or plain(section.heading) for section in split(body)]


def words(section: RawSection) -> list[str]:
    return [plain(b.text) for b in section.body if isinstance(b, (Paragraph, Subheading))]


def test_the_first_section_is_what_comes_before_the_first_heading() -> None:
    first, usage = split("Please note.\n\n### Usage\n\nFor pain.")
    assert (first.heading, words(first)) == ((), ["Please note."])
    assert (usage.key, usage.line, words(usage)) == ("usage", 3, ["For pain."])


@pytest.mark.parametrize("title", ["# Examplin", '# "Examplin"', "# EXAMPLIN", "Examplin\n==="])
def test_a_heading_that_repeats_the_title_is_dropped(title: str) -> None:
    assert keys(f"{title}\n\n### Usage\n\nFor pain.") == ["", "usage"]


def test_a_later_heading_with_the_title_stays() -> None:
    assert keys("### Usage\n\nFor pain.\n\n### Examplin\n\nText") == ["", "usage", "Examplin"]


def test_a_deeper_heading_stays_in_its_section() -> None:
    _, dosage, storage = split("## Dosage\n\n### Adults\n\nOne.\n\n## Storage\n\n### Home\n\nCool.")
    assert words(dosage) == ["Adults", "One."]
    assert words(storage) == ["Home", "Cool."]


def test_a_deeper_heading_that_is_a_section_ends_the_one_above() -> None:
    assert keys("## Usage\n\nA\n\n### Dosage\n\nB\n\n#### Side Effects\n\nC") == [
        *("", "usage", "dosage", "side-effects")
    ]


def test_a_section_below_its_own_name_is_a_subheading() -> None:
    _, precautions = split("## Precautions\n\n### Warnings\n\nA")
    assert words(precautions) == ["Warnings", "A"]


@pytest.mark.parametrize("marks", ["###", "####"])
def test_questions_under_faqs_are_no_sections(marks: str) -> None:
    _, faqs = split(f"### FAQs\n\n{marks} How does it work?\n\nWell.")
    assert (faqs.key, words(faqs)) == ("faqs", ["How does it work?", "Well."])


def test_text_in_a_heading_comes_first_in_the_body() -> None:
    _, dosage = split("### Dosage: **One** a day.\n\nNever two.")
    assert words(dosage) == ["One a day.", "Never two."]


def test_a_heading_above_one_section_goes_into_it() -> None:
    children, last = split("## For children\n\n### Dosage\n\n2 mg\n\n## Uses\n\nPain")[1:]
    assert children.key == "dosage"
    assert isinstance(children.body[0], Subheading)
    assert words(children) == ["For children", "2 mg"]
    assert words(last) == ["Pain"]


@pytest.mark.parametrize(
    "body",
    [
        "## For children\n\n### Dosage\n\n2 mg\n\n### Side effects\n\nRash",
        "## Syrup\n\n### Dosage\n\n2 mg\n\n## Tablets\n\n### Dosage\n\n5 mg",
        "## For children\n\nUse with care.\n\n### Dosage\n\n2 mg",
    ],
)
def test_other_headings_above_sections_stay_before_them(body: str) -> None:
    assert [section.key for section in split(body)[1:3]] == ["", "dosage"]
