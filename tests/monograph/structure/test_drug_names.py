import pytest

from leaflet.monograph.structure.drug_names import cut_at_name, drugs_named, own_name
from leaflet.monograph.structure.sections import split_sections
from leaflet.monograph.text import plain
from monograph.nodes import headings, read_blocks, read_nodes

MEDICINE = "Examplin + Otherol"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("### Usage (Otherol)\n\nFor pain.", "Otherol"),
        ("### Otherol Usage\n\nFor pain.", "Otherol"),
        ("### Generic Name\n\nOtherol", "Otherol"),
        (f"### Generic Name\n\n{'Otherol ' * 12}", ""),
        ("### Usage\n\nOtherol", ""),
    ],
)
def test_a_section_may_name_its_drug(body: str, name: str) -> None:
    _, section = split_sections(read_nodes(body), headings(MEDICINE))
    assert plain(own_name(section)) == name


@pytest.mark.parametrize(
    ("body", "name", "before", "after"),
    [
        ("One.\n\n**Otherol**\n\nTwo.", "Otherol", 1, 1),
        ("One.\n\n**2. Otherol:** Two.", "Otherol", 1, 1),
        ("One.\n\n#### Otherol\n\nTwo.", "Otherol", 1, 1),
        ("One.\n\n**Anything**", "Anything", 1, 0),
        ("**Anything**", "", 1, 0),
        ("One.\n\n**Anything**\n\nTwo.", "", 3, 0),
        ("One.\n\n**Otherol:** Two.\n\nThree.", "", 3, 0),
    ],
)
def test_a_body_is_cut_at_a_bold_line(body: str, name: str, before: int, after: int) -> None:
    cut = cut_at_name(read_blocks(body), MEDICINE)
    assert (plain(cut.name), len(cut.before), len(cut.after)) == (name, before, after)


def test_a_name_that_is_not_last_may_be_ignored() -> None:
    blocks = read_blocks("One.\n\n**Otherol**\n\nTwo.")
    assert cut_at_name(blocks, MEDICINE, within=False).name == ()


def test_the_drugs_of_the_medicine_are_named() -> None:
    blocks = read_blocks("**Examplin**\n\nOne.\n\n**Storage**\n\nTwo.\n\n**Otherol**\n\nThree.")
    assert [plain(name) for name in drugs_named(blocks, MEDICINE)] == ["Examplin", "Otherol"]
