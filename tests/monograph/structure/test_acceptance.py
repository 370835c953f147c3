import pytest

from leaflet.monograph.model import Source
from leaflet.monograph.structure.acceptance import template_variables, too_few_sections
from leaflet.monograph.structure.sections import split_sections
from monograph.nodes import headings, read_nodes


def source(text: str) -> Source:
    return Source("examplin.md", text, text, 1, "")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("See {details}.", 5),
        ("{genericMedicine}", 1),
        ("A {{ dose }} a day", 3),
        ("{{drug.name}}", 1),
    ],
)
def test_a_placeholder_is_reported_at_its_column(line: str, column: int) -> None:
    (found,) = template_variables(source(f"Fine.\n{line}\nFine."))
    assert (found.code, found.line, found.column) == ("template-variable", 2, column)


@pytest.mark.parametrize("line", ["{1, 2}", "{}", "{ }", "a } b {", "{5 mg}", "{: .note }"])
def test_other_braces_are_text(line: str) -> None:
    assert template_variables(source(line)) == []


def refused(body: str) -> list[str]:
    sections = split_sections(read_nodes(body), headings("Examplin"))
    return [d.message for d in too_few_sections(sections, source(body), headings("Examplin"))]


def test_three_clinical_sections_are_enough() -> None:
    assert refused("### Usage\n\nA\n\n### Dosage\n\nB\n\n### FAQs\n\nC") == []


def test_a_combined_heading_counts_for_all_it_lists() -> None:
    assert refused("### Dosage, Side Effects, and Precautions\n\nText") == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("I cannot write this.", "none"),
        ("### Usage\n\nA\n\n### Dosage\n\nB\n\n### FAQs", "usage, dosage"),
        ("### Generic Name\n\nA\n\n### Brand Names\n\nB\n\n### Side Effects\n\nC", "side effects"),
    ],
)
def test_fewer_are_not_a_monograph(body: str, names: str) -> None:
    assert [message.partition("found: ")[2] for message in refused(body)] == [f"{names})"]


def test_a_refusal_names_the_headings_and_the_nearest_names() -> None:
    body = "### Ussage\n\nA\n\n### Dosage\n\n### Packs and Sizes\n\nB"
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), headings("Examplin"))
    assert 'without text: "Dosage"' in found.hint
    assert 'headings that name no section: "Ussage", "Packs and Sizes"' in found.hint
    assert 'did you mean "usage" by "Ussage"?' in found.hint


def test_many_headings_are_counted() -> None:
    body = "\n\n".join(f"### Chapter {number}\n\nA" for number in range(12))
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), headings("Examplin"))
    assert '"Chapter 7" and 4 more' in found.hint


@pytest.mark.parametrize(
    "heading",
    [
        *("Contraindications", "Drug Interactions", "4.5 Interactions", "How to store Examplin"),
        *("Gegenanzeigen", "Wechselwirkungen", "Contre-indications", "Interacciones", "التخزين"),
    ],
)
def test_a_further_clinical_section_counts_beside_two_of_the_six(heading: str) -> None:
    further = f"### {heading}\n\nC"
    assert refused(f"### Usage\n\nA\n\n### How it works\n\nB\n\n{further}") == []
    assert refused(f"### Usage\n\nA\n\n### Dosage\n\nB\n\n### {heading}") != []


def test_further_sections_and_the_dosage_are_a_monograph() -> None:
    assert refused("### Storage\n\nA\n\n### Interactions\n\nB\n\n### Dosage\n\nC") == []


def test_further_sections_alone_are_no_monograph() -> None:
    body = "### Storage\n\nA\n\n### Interactions\n\nB\n\n### FAQs\n\nC"
    assert refused(body) == [
        "neither the dosage nor two other main sections have text "
        "(found: faqs, Storage, Interactions)"
    ]


@pytest.mark.parametrize(
    "heading",
    ["Kontraindikationen des Hauses", "Anwendungsregeln", "When not to eat it", "Overdosage drug"],
)
def test_a_hint_never_turns_a_heading_into_its_opposite(heading: str) -> None:
    body = f"### {heading}\n\nA"
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), headings("Examplin"))
    assert "did you mean" not in found.hint


def test_a_hint_calls_the_medicine_by_its_name() -> None:
    body = "### Wie ist Examplin einzunemen?\n\nA"
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), headings("Examplin"))
    assert 'did you mean "wie ist Examplin einzunehmen" by' in found.hint


@pytest.mark.parametrize("body", ["**How much?** 5 mg.", "Dose: 5 mg.\\\nUse: pain.", "5 mg."])
def test_the_hint_for_a_text_without_headings_has_one(body: str) -> None:
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), headings("Examplin"))
    assert '"## Dosage"' in found.hint
