import pytest

from leaflet.monograph.structure.title import tidy


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Examplin", "Examplin"),
        ("Examplin .", "Examplin"),
        ("Examplin  +  Otherol .", "Examplin + Otherol"),
        ("Examplin - + Otherol -", "Examplin + Otherol"),
        ("Omega-", "Omega"),
        ("2-Deoxy-D-Glucose", "2-Deoxy-D-Glucose"),
        ("Examplin (A + B)", "Examplin (A + B)"),
        ("-", "-"),
        (".", "."),
    ],
)
def test_a_title_is_shown_without_loose_characters(title: str, name: str) -> None:
    assert tidy(title) == name
