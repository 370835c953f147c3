"""The names of sections, in every language, and what a project adds to them."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from leaflet.config.section_names import CLINICAL, section_files, shipped_names
from leaflet.errors import SettingsError
from leaflet.monograph import parse, section_names
from leaflet.monograph.model import Span
from leaflet.monograph.structure.headings import Headings
from leaflet.resources import shipped
from leaflet.section_key import SectionKey

LANGUAGES = {"en", "de", "fr", "es", "hi", "ar"}


def write(folder: Path, text: str, language: str = "nl") -> Path:
    file = folder / "locale" / language / "sections.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return folder


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
        ("Vorsichtsmassnahmen", "precautions"),
        ("Warnhinweise und Vorsichtsmassnahmen", "precautions"),
        ("Wie ist es einzunehmen?", "dosage"),
        ("Wie wirkt es?", "how-it-works"),
        ("How much, how often", "dosage"),
        ("How to take them", "dosage"),
        ("Comment le prendre ?", "dosage"),
        ("Avant de le prendre", "precautions"),
        ("Cómo tomarlo", "dosage"),
        ("इसे कैसे लें", "dosage"),
        ("كيفية استخدامه", "dosage"),
    ],
)
def test_a_heading_of_another_language_names_its_section(heading: str, key: str) -> None:
    found = Headings("Examplin", shipped_names()).recognise((Span(heading),))
    assert found is not None
    assert found.key == key


def test_every_language_has_a_name_for_every_section() -> None:
    files = section_files([shipped()])
    assert {file.parent.name for file in files} == LANGUAGES
    for file in files:
        text = file.read_text("utf-8")
        assert all(f"\n{key} = [" in text for key in SectionKey if key)


def test_no_two_sections_share_a_name() -> None:
    names = list(chain.from_iterable(shipped_names().of.values()))
    assert len(names) == len(set(names)) == len(shipped_names().section_of)


def test_the_english_names_come_first() -> None:
    assert [names[0] for names in shipped_names().of.values()] == [
        *("generic name", "usage", "dosage", "side effects", "how it works", "precautions"),
        *("faqs", "brand names"),
    ]


def test_the_clinical_sections_are_sections() -> None:
    assert set(CLINICAL) < set(shipped_names().of)


def test_a_project_adds_names(tmp_path: Path) -> None:
    names = section_names([write(tmp_path, '[names]\nusage = ["Gebruik", "dosis"]'), shipped()])
    assert names.section_of["gebruik"] == "usage"
    assert names.section_of["dosage"] == "dosage"


def test_the_name_of_a_project_counts_where_leaflet_has_it_for_another_section(
    tmp_path: Path,
) -> None:
    names = section_names([write(tmp_path, '[names]\nusage = ["dosis"]'), shipped()])
    assert names.section_of["dosis"] == "usage"
    assert "dosis" not in names.of[SectionKey.DOSAGE]


def test_a_project_adds_names_of_sections_by_their_topic(tmp_path: Path) -> None:
    own = '[names]\n[topics]\noverdose = ["te veel", "late dose"]'
    names = section_names([write(tmp_path, own), shipped()])
    assert (names.topic_of["te veel"], names.topic_of["late dose"]) == ("overdose", "overdose")
    assert names.topic_of["too much"] == "overdose"


def test_every_topic_of_a_name_is_one_of_the_tables_and_has_names_in_each_language() -> None:
    shared: list[set[str]] = []
    for file in section_files([shipped()]):
        topics = set(tomllib.loads(file.read_text("utf-8"))["topics"])
        table = tomllib.loads(file.with_name("topics.toml").read_text("utf-8"))
        assert topics <= table.keys()
        shared.append(topics - {"boxed-warning"})
    assert all(topics == shared[0] for topics in shared)


@pytest.mark.parametrize("name", shipped_names().topic_of)
def test_every_name_has_its_topic(name: str) -> None:
    heading = re.sub(r"\bit\b", "Examplin", name)
    found = Headings("Examplin", shipped_names()).topics((Span(heading.capitalize()),))
    assert [topic.name for topic in found] == [shipped_names().topic_of[name]]


def test_a_monograph_is_read_with_the_names_given(tmp_path: Path) -> None:
    text = "---\ntitle: Examplin\n---\n" + "".join(
        f"## {heading}\n\nText.\n\n" for heading in ("Doel", "Dosage", "Side effects", "FAQs")
    )
    names = section_names([write(tmp_path, '[names]\nusage = ["doel"]'), shipped()])
    keys = [
        [section.key for section in parse(text.encode(), "x.md", names=each).groups[0].sections]
        for each in (None, names)
    ]
    assert keys == [["", "dosage", "side-effects", "faqs"], ["usage", *keys[0][1:]]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[names]\n[names", "sections.toml:2: error[sections-unreadable]"),
        ("", 'error[sections-faulty] "names" is missing'),
        ("[name]\n", 'sections.toml:1: error[sections-faulty] unknown key "name"'),
        (
            '[names]\nusage = "gebruik"',
            "sections.toml:2: error[sections-faulty] names.usage takes a list of names",
        ),
        (
            '[names]\nusage = ["gebruik"]\ndosis = ["dosis"]',
            'sections.toml:3: error[sections-faulty] there is no section "dosis"',
        ),
        (
            '[names]\n[topics]\nfood = ["eten"]\n\nalcohol = ["Eten"]',
            'sections.toml:5: error[sections-faulty] "eten" cannot be both food and alcohol',
        ),
        (
            '[names]\nusage = ["Gebruik"]\n\ndosage = ["gebruik "]',
            'sections.toml:4: error[sections-faulty] "gebruik" cannot be both usage and dosage',
        ),
    ],
)
def test_a_wrong_file_is_reported_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        section_names([write(tmp_path, text)])
    assert message in str(caught.value)
