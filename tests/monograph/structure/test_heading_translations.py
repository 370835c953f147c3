"""The sections of monographs in other languages."""

from itertools import chain

import pytest

from leaflet.monograph.model import Span
from leaflet.monograph.structure.heading_translations import ABROAD
from leaflet.monograph.structure.headings import SECTIONS, recognise

LANGUAGES = {"de", "fr", "es", "hi", "ar"}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Dosierung", "dosage"),
        ("NEBENWIRKUNGEN", "side-effects"),
        ("Was ist Examplin und wofür wird es angewendet?", "usage"),
        ("Dosierung (Erwachsene)", "dosage"),
        ("Effets indésirables", "side-effects"),
        ("Comment prendre Examplin ?", "dosage"),
        ("Precauciones", "precautions"),
        ("الآثار الجانبية", "side-effects"),
        ("كيف يعمل؟", "how-it-works"),
        ("अक्सर पूछे जाने वाले प्रश्न", "faqs"),
        ("सावधानियाँ:", "precautions"),
    ],
)
def test_a_heading_of_another_language_names_its_section(heading: str, key: str) -> None:
    title = recognise((Span(heading),), "Examplin")
    assert title is not None
    assert title.key == key


def test_every_language_has_a_name_for_every_section() -> None:
    assert set(ABROAD) == set(SECTIONS)
    assert all(row.keys() == LANGUAGES and all(row.values()) for row in ABROAD.values())


def test_no_name_stands_for_two_sections() -> None:
    names = list(chain.from_iterable(dict.fromkeys(names) for names in SECTIONS.values()))
    assert len(names) == len(set(names))
