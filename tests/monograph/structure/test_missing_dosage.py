import pytest

from leaflet.monograph.model import Source
from leaflet.monograph.structure.missing_dosage import dose_elsewhere
from leaflet.monograph.structure.sections import split_sections
from monograph.nodes import headings, read_nodes

USAGE = "### Usage\n\nFor pain.\n\n"


def warned(body: str) -> list[tuple[int, str, str]]:
    read = headings("Examplin")
    source = Source("examplin.md", body, body, 1, "")
    sections = split_sections(read_nodes(body), read)
    return [(each.line, each.message, each.hint) for each in dose_elsewhere(sections, source, read)]


@pytest.mark.parametrize(
    ("heading", "dose"),
    [
        ("Quantity", "- **Adults:** 500 mg twice daily."),
        ("Menge", "Erwachsene: 2 Tabletten täglich."),
        ("Quantité", "- 1 comprimé"),
        ("Cantidad", "| Adultos |\n| --- |\n| 10 gotas |"),
        ("मात्रा कितनी हो", "वयस्क: 500 मिग्रा"),
    ],
)
def test_a_dose_under_a_heading_of_the_authors_own_is_named(heading: str, dose: str) -> None:
    [(line, message, hint)] = warned(f"{USAGE}### {heading}\n\n{dose}")
    assert (line, message.partition(" states")[0]) == (5, f'"{heading}"')
    assert "if it is the dosage section, call it " in hint


@pytest.mark.parametrize(
    "body",
    [
        f"{USAGE}### Dosage\n\n5 mg.\n\n### Strengths\n\n5 mg and 10 mg.",
        f"{USAGE}### Quantity\n\nAs your doctor says.",
        f"{USAGE}### Storage\n\nKeep 100 ml of it cool.",
        f"{USAGE}### Quantity\n\nCreatinine above 30 mL/min.",
        f"{USAGE}### Dosage and Side Effects\n\n5 mg.\n\n### More\n\n5 mg.",
    ],
)
def test_no_warning_where_the_dose_has_its_section_or_there_is_none(body: str) -> None:
    assert warned(body) == []
