"""The names of sections, in every language."""

from itertools import chain

import pytest

from leaflet.monograph.model import Span
from leaflet.monograph.structure.headings import recognise
from leaflet.monograph.structure.section_names import CLINICAL, NAMES_BY_LANGUAGE, SECTION_NAMES
from leaflet.section_key import SectionKey

LANGUAGES = {"en", "de", "fr", "es", "hi", "ar"}


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
    found = recognise((Span(heading),), "Examplin")
    assert found is not None
    assert found.key == key


def test_every_language_has_a_name_for_every_section() -> None:
    assert {*NAMES_BY_LANGUAGE, SectionKey.OTHER} == set(SectionKey)
    assert all(row.keys() == LANGUAGES and all(row.values()) for row in NAMES_BY_LANGUAGE.values())


def test_no_two_sections_share_a_name() -> None:
    names = list(chain.from_iterable(SECTION_NAMES.values()))
    assert len(names) == len(set(names))


def test_no_name_is_empty_or_has_space_around_it() -> None:
    assert all(name.strip() == name != "" for names in SECTION_NAMES.values() for name in names)


def test_the_clinical_sections_are_sections() -> None:
    assert set(CLINICAL) < set(SECTION_NAMES)
