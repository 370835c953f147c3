import pytest

from leaflet.config.section_names import shipped_names
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
    return [d.message for d in too_few_sections(sections, source(body), shipped_names())]


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
    body = "### Ussage\n\nA\n\n### Dosage\n\n### Storage and Handling\n\nB"
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), shipped_names())
    assert 'without text: "Dosage"' in found.hint
    assert 'headings that name no section: "Ussage", "Storage and Handling"' in found.hint
    assert 'did you mean "usage" by "Ussage"?' in found.hint


def test_many_headings_are_counted() -> None:
    body = "\n\n".join(f"### Chapter {number}\n\nA" for number in range(12))
    sections = split_sections(read_nodes(body), headings("Examplin"))
    (found,) = too_few_sections(sections, source(body), shipped_names())
    assert '"Chapter 7" and 4 more' in found.hint
