"""A bold line that may be a heading, or misspells one, is named, and nothing is denied."""

import pytest

from compose.writing import CLINICIAN, outline, read
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.unplaced import unknown_headings


def text(*lines: str, usual: str = "**{}**\n\n{}") -> str:
    known = [("Usage", "For pain."), ("Dosage", "10 mg once daily."), ("Side Effects", "- Rash.")]
    parts = [usual.format(*each) for each in known]
    return "---\ntitle: Testamide\n---\n" + "\n\n".join([*parts, *lines]) + "\n"


def named(source: str) -> list[tuple[str, str]]:
    """Each label that is reported, with the hint."""
    found = unknown_headings(read(source), CLINICIAN)
    return [(each.message.split('"')[1], each.hint) for each in found]


@pytest.mark.parametrize("label", ["Stuff for nurses", "If it goes wrong", "Gegengift", "Cosas"])
def test_a_bold_line_below_headings_of_its_kind_is_named(label: str) -> None:
    ((found, hint),) = named(text(f"**{label}**\n\nCall 999."))
    assert found == label
    assert f'"## {label}"' in hint
    ((found, _),) = named(text(f"**{label}:** Call 999.", usual="**{}:** {}"))
    assert found == label


def test_a_usual_name_that_is_not_taken_for_a_heading_is_named_too() -> None:
    source = text("**Too much**\n\nCall 999.", "**Stuff for nurses**\n\nWash.")
    assert [label for label, _ in named(source)] == ["Too much", "Stuff for nurses"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Overdoes", "overdose"),
        ("Mised dose", "missed dose"),
        ("Sobredossis", "sobredosis"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_name(label: str, name: str) -> None:
    ((_, hint),) = named(text(f"**{label}**\n\nCall 999."))
    assert hint.startswith(f'did you mean "{name}"? ')
    below_headings = text(f"- **{label}:** call 999.", usual="## {}\n\n{}")
    assert [found for found, _ in named(below_headings)] == [label]


@pytest.mark.parametrize(
    "line",
    [
        "**Adults**\n\nRash.",
        "**Common**\n\n- Itch.",
        "**Children 2 to 6 years**\n\nRash.",
        "**Testamide tablets**\n\nRash.",
        "**Allergic reactions**\n\nRash.",
        "- **Odd things:** rash.\n- **Others:** itch.",
        "A **bold** word.",
        "> **Odd things**\n>\n> Rash.",
    ],
)
def test_what_is_known_as_a_label_is_not_named(line: str) -> None:
    assert named(text(line)) == []


def test_nor_is_a_bold_line_below_other_headings() -> None:
    assert named(text("**Odd things**\n\nRash.", usual="## {}\n\n{}")) == []


def test_nothing_that_it_may_state_is_denied() -> None:
    notes = outline(arrange(read(text("**Stuff for nurses**\n\nWash.")), CLINICIAN)[0])
    assert "Stuff for nurses" in notes["Contraindications"]
    assert "Not stated" not in str(notes)
