"""Lists of names as running text."""

import pytest

from compose.writing import body, summary
from leaflet.compose.sheet.inline_lists import inline_lists


def test_a_list_of_names_becomes_one_paragraph() -> None:
    assert (
        summary(inline_lists(body("* Rash\n* Cough\n* Muscle pain")))
        == "Rash\u00a0· Cough\u00a0· Muscle pain"
    )


def test_lists_below_labels_are_inlined_as_well() -> None:
    assert (
        summary(inline_lists(body("**Common:**\n\n* Rash\n* Cough"))) == "Common: Rash\u00a0· Cough"
    )


@pytest.mark.parametrize(
    "listed",
    [
        "1. Rash\n2. Cough",
        "* Rash\n* **Heart:** stroke",
        "* Rash\n* Tell your doctor about a cough.",
        "* Rash\n* " + "a very long winded account of something " * 4,
        "* " + "somewhat long item " * 4 + "\n* " + "another long item " * 4,
    ],
)
def test_other_lists_stay_lists(listed: str) -> None:
    assert inline_lists(body(listed)) == body(listed)
