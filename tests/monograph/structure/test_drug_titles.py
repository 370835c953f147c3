"""The first of several medicines has its name, also where no title is that of the whole text."""

import pytest

from leaflet.monograph import parse
from leaflet.monograph.text import plain

SECTIONS = "## Usage\n\nPain.\n\n## Dosage\n\n5 mg.\n\n## Side effects\n\nNausea.\n\n"


def read(text: str) -> tuple[str, list[str], list[str]]:
    """The title, the names of the drugs, and the codes of the findings."""
    monograph = parse(text.encode(), "several.md")
    names = [plain(group.name) for group in monograph.groups]
    return monograph.front.title, names, [each.code for each in monograph.diagnostics]


def test_the_names_of_several_medicines_are_the_title_of_a_text_without_one() -> None:
    text = f"# Alphaol\n\n{SECTIONS}# Betaol\n\n{SECTIONS}"
    assert read(text) == ("Alphaol, Betaol", ["Alphaol", "Betaol"], ["title-of-file"])


def test_so_are_underlined_ones() -> None:
    text = f"Alphaol\n=======\n\n{SECTIONS}Betaol\n======\n\n{SECTIONS}"
    assert read(text)[:2] == ("Alphaol, Betaol", ["Alphaol", "Betaol"])


def test_a_title_that_only_the_first_medicine_has_is_its_name_too() -> None:
    text = f"---\ntitle: Alphaol\n---\n\n# Alphaol\n\n{SECTIONS}# Betaol\n\n{SECTIONS}"
    assert read(text) == ("Alphaol", ["Alphaol", "Betaol"], [])


@pytest.mark.parametrize("own", ["Blue moon", "Storage", "Overview"])
def test_an_own_heading_of_the_first_level_names_no_medicine(own: str) -> None:
    text = f"# Alphaol\n\n{SECTIONS}# {own}\n\nText.\n"
    assert read(text)[:2] == ("Alphaol", [""])


def test_one_title_above_the_names_of_the_medicines_is_that_of_the_whole() -> None:
    lower = SECTIONS.replace("##", "###")
    text = f"# Pain relief\n\n## Alphaol\n\n{lower}## Betaol\n\n{lower}"
    assert read(text) == ("Pain relief", ["Alphaol", "Betaol"], [])
