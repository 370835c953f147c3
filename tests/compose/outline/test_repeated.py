"""What a part repeats out of other sections stands below their headings, once."""

import pytest

from compose.writing import PATIENT, summary, write
from leaflet.compose.outline.repeated import repeated
from leaflet.kinds.model import Part

BAN = "Do not use it in patients with asthma."
BAN_ALONE = "Lungs: Testamide is contraindicated in asthma."
CLEARANCE = "**Kidneys:** It is contraindicated in patients with a clearance below 30 mL/min."


def bans() -> Part:
    return next(part for part in PATIENT.all_parts if part.lifts)


def found(*, follows: bool, **sections: str) -> str:
    wanted = write(**sections).groups[0].sections
    bodies = ((each.body, each) for each in wanted if each.key in sections)
    return " | ".join(
        summary(each.body) for each in repeated(bodies, bans(), follows=follows) if each.repeats
    )


@pytest.mark.parametrize(("follows", "expected"), [(False, BAN), (True, f"Precautions: {BAN}")])
def test_it_has_the_heading_of_its_section_where_it_follows_other_text(
    follows: bool, expected: str
) -> None:
    assert found(precautions=BAN, follows=follows) == expected


def test_the_same_words_are_repeated_once() -> None:
    assert found(dosage=BAN, precautions=BAN, follows=False) == BAN


def test_there_is_no_passage_where_nothing_is_repeated() -> None:
    assert found(precautions="Keep it dry.", follows=True) == ""


@pytest.mark.parametrize(
    ("dosage", "expected"),
    [
        ("**Lungs:** Start with 3 mg, but it is contraindicated in people with asthma.", ""),
        ("* **Lungs:** Start with 3 mg. Testamide is contraindicated in asthma.", BAN_ALONE),
        (CLEARANCE, CLEARANCE.replace("*", "")),
    ],
)
def test_a_dose_is_not_repeated_below_those_who_must_not_have_it(
    dosage: str, expected: str
) -> None:
    assert found(dosage=dosage, follows=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is contraindicated.", "Severe kidney disease: It is contraindicated."),
        (
            "**Children:** contraindicated.",
            "Severe kidney disease | Children: contraindicated.",
        ),
    ],
)
def test_what_an_own_section_says_is_never_without_its_heading(text: str, expected: str) -> None:
    own = {"severe kidney disease": text}
    sections = write(**own).groups[0].sections
    bodies = ((each.body, each) for each in sections if not each.key)
    assert " | ".join(summary(each.body) for each in repeated(bodies, bans())) == expected
