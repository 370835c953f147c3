import pytest

from leaflet.monograph.model import Span
from leaflet.monograph.structure.near_names import like, misspelt
from leaflet.section_key import SectionKey
from monograph.nodes import headings


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Ussage", "usage"),
        ("Side Efects", "side effects"),
        ("Warnings and precuations", "warnings and precautions"),
        ("How to take Examplinn", ""),
        ("Contraindications", ""),
        ("Kontraindikationen", ""),
        ("When not to take it", ""),
        ("Drug interactions", ""),
        ("Anwendungsverbote", "anwendungsverbot"),
        ("Underdosage", ""),
        ("Overdse", "overdose"),
        ("Wechselwirkunge", "wechselwirkungen"),
    ],
)
def test_only_a_slip_of_the_pen_is_a_misspelt_name(heading: str, name: str) -> None:
    assert misspelt((Span(heading),), headings("Examplin")) == name


def test_the_names_of_one_section_that_are_like_a_heading() -> None:
    names = like((Span("Wie Sie Examplin einnehmen"),), SectionKey.DOSAGE, headings("Examplin"))
    assert "wie soll ich Examplin einnehmen" in names


def test_the_best_known_name_where_none_is_like_the_heading() -> None:
    assert like((Span("Zzz"),), SectionKey.DOSAGE, headings("Examplin")) == ("dosage",)
