"""Sections on contraindications and others: under their author's heading, and never parted."""

import pytest

from compose.sides.test_first_side import side
from compose.writing import CLINICIAN, PATIENT, outline, read, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.unplaced import unknown_headings
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain

HEADINGS = pytest.mark.parametrize(
    "heading",
    [
        "Contraindications and cautions",
        "Warnings and contraindications",
        "Contraindications, warnings and interactions",
        "Cautions/contraindications",
        "Who can and cannot take Testamide",
        "Gegenanzeigen und Vorsicht",
        "Contre-indications et précautions d'emploi",
        "Contraindicaciones y advertencias",
        "موانع الاستعمال والاحتياطات",
        "निषेध और सावधानियाँ",
    ],
)


def mixed(heading: str, dosage: str = "5 mg.") -> Monograph:
    return read(
        f"---\ntitle: Testamide\n---\n\n## Usage\n\nPain.\n\n## Dosage\n\n{dosage}\n\n"
        f"## {heading}\n\n* Allergy\n* Asthma: with care\n\n## Side effects\n\nA.\n"
    )


@HEADINGS
def test_the_box_of_a_leaflet_has_the_heading_of_the_author(heading: str) -> None:
    bans = side(mixed(heading)).bans
    assert bans is not None
    assert bans.name == heading
    assert not bans.titled


@HEADINGS
def test_the_sheet_refers_to_it_under_its_heading(heading: str) -> None:
    monograph = mixed(heading)
    parts = outline(arrange(monograph, CLINICIAN)[0])
    assert parts["Warnings and precautions"].startswith(f"[{heading}] * Allergy")
    expected = f"see Warnings and precautions: {heading}."
    assert parts["Contraindications"] == f"No separate entry; {expected}"
    assert list(unknown_headings(monograph, CLINICIAN)) == []
    one = mixed(heading, "Do not use in liver failure.")
    part = next(p for p in arrange(one, CLINICIAN)[0].parts if p.key == "contraindications")
    assert part.note == f"See also Warnings and precautions: {heading}."


def test_what_follows_stands_with_the_warnings() -> None:
    text = mixed("Contraindications and cautions").source.text
    monograph = read(text.replace("## Side", "## Blue moon\n\nB.\n\n## Side"))
    for part in arrange(monograph, PATIENT)[0].parts:
        for passage in part.passages:
            if plain(passage.heading) == "Blue moon":
                assert (part.key, passage.slot) == ("before", "warnings")


def test_contraindications_elsewhere_are_repeated_in_the_box_of_a_leaflet() -> None:
    monograph = write(
        precautions="**Contraindications:** Asthma.\n\n**Liver:** Not for people with cirrhosis.",
        dosage="5 mg. Do not use in severe renal failure.",
    )
    bans = side(monograph).bans
    assert bans is not None
    assert bans.title == "Who must not use Testamide"
    words = " ".join(part for part in map(str, bans.passages))
    assert "cirrhosis" in words
    assert "severe renal failure" in words
    assert [passage.repeats for passage in bans.passages] == [False, True]


def test_a_box_that_they_make_too_high_is_printed_without_them() -> None:
    many = "".join(f"* **Group {n}:** Not for people with illness {n}.\n" for n in range(60))
    bans = side(write(precautions="**Contraindications:** Asthma.", side_effects=many)).bans
    assert bans is not None
    assert not any(passage.repeats for passage in bans.passages)
