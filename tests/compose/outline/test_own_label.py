"""A heading that says what the label below it says gives way to the label."""

import pytest

from compose.writing import CLINICIAN, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.own_label import with_own_label
from leaflet.monograph.text import plain


def part(key: str, **sections: str) -> FilledPart:
    [chapter] = arrange(write(**sections), CLINICIAN)
    return next(each for each in chapter.parts if each.key == key)


@pytest.mark.parametrize(
    ("key", "sections", "label", "text"),
    [
        ("interactions", {"precautions": "**Interaction:** Warfarin."}, "Interaction", "Warfarin."),
        ("interactions", {"precautions": "**Drug interactions:** No."}, "Drug interactions", "No."),
        (
            "adjustments",
            {"dosage": "**Adults:** 5 mg.\n\n**Dosage adjustments:** Halve it."},
            "Dosage adjustments",
            "Halve it.",
        ),
        ("dose", {"dosage": "**`<3 doses`:** One."}, "", "<3 doses: One."),
        ("dose", {"dosage": "**Dose 2:** One."}, "", "Dose 2: One."),
        ("renal", {"precautions": "**Kidney disease:** No."}, "", "Kidney disease: No."),
        ("cautions", {"precautions": "**Warnings:** Sun."}, "", "Warnings: Sun."),
    ],
)
def test_a_label_with_the_words_of_the_heading_stands_for_it(
    key: str, sections: dict[str, str], label: str, text: str
) -> None:
    found = with_own_label(part(key, **sections))
    assert plain(found.label) == label
    assert summary(found.passages[0].body) == text
