"""Italics that are no emphasis are not printed in bold."""

import pytest

from compose.writing import body
from leaflet.compose.html.blocks import HtmlContext
from leaflet.compose.html.species import is_species


@pytest.mark.parametrize(
    "name",
    [
        *("Salmonella", "Lactobacillus", "Campylobacter", "Mycoplasma", "Mycobacterium"),
        *("Staphylococcus aureus", "P. falciparum", "E. coli", "Salmonella Typhi"),
    ],
)
def test_names_of_species_and_genera_are_known(name: str) -> None:
    assert is_species(name)


@pytest.mark.parametrize(
    "words",
    [
        *("not", "Never", "Do not", "Take this", "Important", "Always follow", "Plus"),
        *("Avoid potassium", "No lithium", "With digitalis", "Severe asthma", "Acute anaemia"),
        *("Chronic bronchitis", "Mild pneumonia", "Patients in coma", "Oral use is"),
    ],
)
def test_stressed_words_are_none(words: str) -> None:
    assert not is_species(words)


def test_only_stressed_words_are_emphasised() -> None:
    html = HtmlContext().blocks(body("It is *not* for infections with *Salmonella typhi*."))
    assert "<em>not</em>" in html
    assert html.count("<em>") == 1
    assert "Salmonella typhi" in html.replace("<span> </span>", " ")
