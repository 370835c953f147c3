import pytest

from leaflet.diagnostics import Severity
from leaflet.monograph.model import Block, Source
from leaflet.monograph.structure.drugs import DrugSections, group, unnamed
from leaflet.monograph.structure.sections import split_sections
from leaflet.monograph.text import plain
from monograph.nodes import headings, read_nodes

MEDICINE = "Examplin + Otherol"


def sorted_by_drug(body: str) -> tuple[tuple[Block, ...], list[DrugSections]]:
    return group(split_sections(read_nodes(body), headings(MEDICINE)), MEDICINE)


def drugs(*headings: str) -> list[tuple[str, list[str]]]:
    """The names of the drugs, each with its sections, of a monograph with these headings."""
    lines = [h if h.startswith("*") else f"### {h}\n\nText." for h in headings]
    _, found = sorted_by_drug("\n\n".join(lines))
    return [(plain(d.name), [s.key or plain(s.heading) for s in d.sections]) for d in found]


def test_one_drug_has_no_name() -> None:
    assert drugs("Usage", "Storage", "Dosage") == [("", ["usage", "Storage", "dosage"])]


def test_a_name_beside_each_section() -> None:
    assert drugs("Usage (Examplin)", "Usage (Otherol)", "Dosage (Otherol)", "FAQs") == [
        ("Examplin", ["usage"]),
        ("Otherol", ["usage", "dosage"]),
        (MEDICINE, ["faqs"]),
    ]


def test_a_heading_before_the_repeated_section() -> None:
    assert drugs("Examplin", "Usage", "Storage", "Dosage", "Otherol", "Usage") == [
        ("Examplin", ["usage", "Storage", "dosage"]),
        ("Otherol", ["usage"]),
    ]


def test_a_bold_line_before_the_repeated_section() -> None:
    assert drugs("**1. Examplin:**", "Usage", "**2. Otherol:**", "Usage") == [
        ("Examplin", ["usage"]),
        ("Otherol", ["usage"]),
    ]


def test_the_generic_name_before_the_repeated_section() -> None:
    assert drugs("Generic Name: Examplin", "Usage", "Generic Name: Otherol", "Usage") == [
        ("Examplin", ["generic-name", "usage"]),
        ("Otherol", ["generic-name", "usage"]),
    ]


def test_text_under_the_name_of_a_drug_opens_it() -> None:
    _, found = sorted_by_drug(
        "### Examplin\n\nOld.\n\n### Usage\n\nA\n\n### Otherol\n\nNew.\n\n### Usage\n\nB"
    )
    assert [len(drug.intro) for drug in found] == [1, 1]


def test_sections_beside_the_names_are_about_all() -> None:
    text = "".join(
        f"{mark} {heading}\n\nText.\n\n"
        for mark, heading in (
            ("##", "Examplin"),
            ("###", "Usage"),
            ("##", "Otherol"),
            ("###", "Usage"),
            ("##", "FAQs"),
        )
    )
    _, found = sorted_by_drug(text)
    assert [(plain(d.name), [s.key for s in d.sections]) for d in found] == [
        ("Examplin", ["usage"]),
        ("Otherol", ["usage"]),
        (MEDICINE, ["faqs"]),
    ]
    _, found = sorted_by_drug(text.replace("## FAQs", "### FAQs"))
    assert [s.key for s in found[-1].sections] == ["usage", "faqs"]


@pytest.mark.parametrize(
    "summary",
    [
        "**In summary:** Never both.\n\nAsk first.",
        "**Summary**\n\nNever both.",
        "**Conclusion:**\n\n- Never both.",
        "#### Zusammenfassung\n\nNie beide.",
        "**En résumé :** jamais les deux.",
    ],
)
def test_a_summary_at_the_end_is_about_all(summary: str) -> None:
    drug = "### Usage ({})\n\nA\n\n### Precautions\n\n* **Liver:** Ask.\n\n"
    text = f"**1. Examplin**\n\n{drug}**2. Otherol**\n\n{drug}".replace(" ({})", "")
    _, found = sorted_by_drug(f"{text}{summary}\n\n### FAQs\n\n* **Q: Why?** A: So.")
    assert [(plain(d.name), len(d.intro), [s.key for s in d.sections]) for d in found] == [
        ("Examplin", 0, ["usage", "precautions"]),
        ("Otherol", 0, ["usage", "precautions"]),
        (MEDICINE, len(summary.split("\n\n")), ["faqs"]),
    ]


def test_one_drug_keeps_its_summary() -> None:
    _, found = sorted_by_drug("### Usage\n\nA\n\n**In summary:** B\n\n### Dosage\n\nC")
    assert len(found) == 1


def test_text_before_everything_belongs_to_no_drug() -> None:
    preamble, _ = sorted_by_drug("Please note.\n\n### Usage\n\nA")
    assert len(preamble) == 1


def test_two_names_of_one_section_are_one_drug() -> None:
    assert drugs("Usage", "Warnings", "Precautions", "Dosage", "Administration") == [
        ("", ["usage", "Warnings", "precautions", "dosage", "Administration"])
    ]


def test_two_names_of_one_section_in_two_drugs() -> None:
    headings = ("Usage", "Warnings", "Precautions")
    assert drugs("Examplin", *headings, "Otherol", *headings) == [
        ("Examplin", ["usage", "Warnings", "precautions"]),
        ("Otherol", ["usage", "Warnings", "precautions"]),
    ]


def test_another_name_may_be_the_same_section_of_another_drug() -> None:
    assert drugs("Examplin", "Usage", "Dosage", "Otherol", "Uses", "Dosage") == [
        ("Examplin", ["usage", "dosage"]),
        ("Otherol", ["usage", "dosage"]),
    ]


def test_the_heading_of_a_part_of_the_document_names_no_drug() -> None:
    body = "## Patient information\n\n### Usage\n\na\n\n## Appendix\n\n### Usage\n\nb"
    _, found = group(split_sections(read_nodes(body), headings(MEDICINE)), MEDICINE, ["appendix"])
    assert "Appendix" not in [plain(drug.name) for drug in found]


def test_repeated_sections_without_a_name_are_reported() -> None:
    _, repeated = sorted_by_drug("### Usage\n\nA\n\n### Usage\n\nB")
    (found,) = unnamed(repeated, Source("examplin.md", "", "", 1, ""))
    assert (found.severity, found.code, found.line) == (Severity.WARNING, "repeated-section", 5)
    _, named = sorted_by_drug("### Usage\n\nA\n\n### Otherol\n\n### Usage\n\nB")
    assert unnamed(named, Source("examplin.md", "", "", 1, "")) == []


def below(*lines: str) -> list[tuple[str, list[str]]]:
    """The drugs of a text in which their names are headings of a higher level."""
    text = "\n\n".join(f"{line}\n\nText." if line[3] == " " else line for line in lines)
    _, found = sorted_by_drug(text)
    return [(plain(d.name), [s.key or plain(s.heading) for s in d.sections]) for d in found]


def test_a_heading_that_is_known_by_its_topic_names_no_drug() -> None:
    assert drugs("Examplin", "Usage", "Too much", "Otherol", "Usage", "Late dose") == [
        ("Examplin", ["usage", "Too much"]),
        ("Otherol", ["usage", "Late dose"]),
    ]


def test_a_heading_below_the_name_of_a_drug_names_no_other_one() -> None:
    lines = ("## Examplin", "### Usage", "### Blue moon", "## Otherol", "### Usage")
    assert below(*lines) == [("Examplin", ["usage", "Blue moon"]), ("Otherol", ["usage"])]


def test_a_lower_heading_right_above_a_section_that_comes_again_names_a_drug() -> None:
    text = "## Examplin\n\n### Usage\n\nA\n\n### Otherol\n\nB\n\n### Usage\n\nC"
    _, found = sorted_by_drug(text)
    assert [plain(drug.name) for drug in found] == ["Examplin", "Otherol"]
