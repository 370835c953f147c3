"""A new kind prints at once, whatever it was made from, and says what it leaves out."""

from pathlib import Path

import pytest

import leaflet
from helpers import words
from leaflet.errors import SettingsError
from leaflet.kinds.kind_toml import read_kind
from leaflet.starter import begin_kind
from leaflet.starter.texts import SAMPLE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "leaflet.toml").touch()
    return tmp_path


@pytest.mark.parametrize("source", ["", "clinician", "patient"])
def test_a_new_kind_prints(project: Path, source: str) -> None:
    begin_kind("pocket-card", project, source)
    document = leaflet.render(SAMPLE, "pocket-card", project=project)
    text = words(document.pdf)
    assert "Pocket card" in text
    assert "10 mg by mouth once daily" in text


def test_it_names_what_it_leaves_out(project: Path) -> None:
    begin_kind("pocket-card", project)
    text = words(leaflet.render(SAMPLE, "pocket-card", project=project).pdf)
    assert "It shows how each part" not in text
    assert "How it works, Brand names, Questions and answers (under “FAQs”)" in text


def test_a_section_of_the_authors_own_is_left_out_by_its_heading(project: Path) -> None:
    folder = begin_kind("pocket-card", project)[0].parent
    monograph = SAMPLE + "\n### Travelling\nKeep 2 packs in your hand luggage.\n"
    printed = words(leaflet.render(monograph, "pocket-card", project=project).pdf)
    assert "Keep 2 packs" in printed
    toml = (folder / "kind.toml").read_text()
    toml = toml.replace("leaves_out_own = []", 'leaves_out_own = ["travelling"]')
    (folder / "kind.toml").write_text(toml)
    printed = words(leaflet.render(monograph, "pocket-card", project=project).pdf)
    assert "Keep 2 packs" not in printed
    assert "Travelling" in printed


@pytest.mark.parametrize("name", ["Pocket", "a/b", "..", "", "patient", "-x"])
def test_a_name_that_is_none_or_taken_is_refused(project: Path, name: str) -> None:
    with pytest.raises(SettingsError):
        begin_kind(name, project)


def test_nothing_is_overwritten(project: Path) -> None:
    begin_kind("card", project)
    with pytest.raises(SettingsError):
        begin_kind("card", project)
    with pytest.raises(SettingsError, match='no kind "nobody"'):
        begin_kind("other", project, "nobody")


@pytest.mark.parametrize(
    ("change", "to", "message"),
    [
        (
            'faqs = "Questions and answers"',
            "",
            '"faqs" is left out, and the document',
        ),
        ('"faqs", "disc', '"faqs", "dosage", "disc', '"dosage" is printed, in a part that has it'),
        ('sections = ["precautions"]', "", "no message"),
        ('"faqs", "disc', '"faqq", "disc', 'there is no section "faqq"'),
        ('rest = "warnings"', 'rest = "warning"', 'there is no part "warning"'),
    ],
)
def test_each_breach_has_its_line_and_remedy(
    project: Path, change: str, to: str, message: str
) -> None:
    file = begin_kind("card", project)[0]
    text = file.read_text()
    assert change in text
    file.write_text(text.replace(change, to))
    if message == "no message":  # what no part claims goes to the rest
        assert read_kind(file)
        return
    with pytest.raises(SettingsError) as caught:
        read_kind(file)
    [finding] = caught.value.diagnostics
    assert message in finding.message
    assert finding.line > 1
    assert finding.hint


def test_topics_of_a_section_that_is_left_out_are_refused(project: Path) -> None:
    file = begin_kind("card", project)[0]
    text = file.read_text().replace('sections = ["precautions"]', "")
    text = text.replace('"faqs", "disc', '"faqs", "precautions", "disc')
    file.write_text(text.replace("[headings]", '[headings]\nprecautions = "Warnings"'))
    with pytest.raises(SettingsError, match='"interactions" takes topics of it'):
        read_kind(file)
