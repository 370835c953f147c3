import pytest

from leaflet.config.section_names import shipped_names
from leaflet.monograph.model import Span
from leaflet.monograph.structure.headings import Headings, SectionHeading, names_component
from leaflet.monograph.text import plain

MEDICINE = "Examplin + Otherol"


def recognise(*heading: Span) -> SectionHeading | None:
    return Headings(MEDICINE, shipped_names()).recognise(heading)


def key(heading: str) -> str:
    found = recognise(Span(heading))
    return found.key if found else ""


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        *((name, section) for section, names in shipped_names().of.items() for name in names),
        ("DOSAGE", "dosage"),
        ("Dosage:", "dosage"),
        ("Side\N{NO-BREAK SPACE}Effects", "side-effects"),
        ("4.2 Posology and method of administration", "dosage"),
        ("1. Usage", "usage"),
        ("IV. Dosage", "dosage"),
        ("B. Dosage", "dosage"),
        ("💊 Dosage", "dosage"),
        ("Indications & Usage", "usage"),
        ("Usage / Indications", "usage"),
        ("Uses and Indications", "usage"),
        ("How Examplin works", "how-it-works"),
        ("How does this medicine work?", "how-it-works"),
        ("How should I take Examplin?", "dosage"),
        ("What are the side effects of Examplin?", "side-effects"),
        ("What you need to know before you take Examplin", "precautions"),
        ("Examplin Usage", "usage"),
        ("Examplyn: Usage", "usage"),
        ("Dosage (Not Applicable)", "dosage"),
        ("Dosage (in renal failure (all stages)):", "dosage"),
        ("Examplin (Generic Name)", "generic-name"),
    ],
)
def test_a_section_has_many_names(heading: str, section: str) -> None:
    assert key(heading) == section


@pytest.mark.parametrize(
    "heading",
    [
        "Examplin",
        "Off-label Usage",
        "Dosage Adjustments",
        "Contraindications",
        "Storage",
        "Warnings and Storage",
        "Examplin: Usage, Dosage, Side Effects",
        "ſide effectſ",
        "",
        "1.",
    ],
)
def test_other_headings_are_the_authors_own(heading: str) -> None:
    assert key(heading) == ""


def test_text_beside_the_name_is_kept() -> None:
    qualified = recognise(Span("Dosage (Outdated):"))
    named = recognise(Span("Otherol Usage"))
    bodied = recognise(Span("Dosage: "), Span("One", frozenset({"em"})), Span(" a day"))
    assert qualified is not None
    assert qualified.qualifier == "Outdated"
    assert named is not None
    assert named.drug == "Otherol"
    assert bodied is not None
    assert plain(bodied.rest) == "One a day"


def test_the_better_known_name_ranks_first() -> None:
    precautions, warnings = (recognise(Span(n)) for n in ("Precautions", "Warnings"))
    assert precautions is not None
    assert warnings is not None
    assert precautions.rank < warnings.rank


def test_a_combined_heading_covers_its_sections() -> None:
    headings = Headings(MEDICINE, shipped_names())
    assert headings.covered((Span("4. Dosage, Side Effects, and Precautions[^1]"),)) == {
        *("dosage", "side-effects", "precautions"),
    }
    assert headings.covered((Span("Storage and handling"),)) == frozenset()


@pytest.mark.parametrize(
    ("text", "names"),
    [("Otherol:", True), ("Exampline", True), ("Storage", False), ("the", False), ("", False)],
)
def test_a_component_is_known_by_its_name(text: str, names: bool) -> None:
    assert names_component(text, MEDICINE) is names
