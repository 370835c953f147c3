"""Lists of names as running lines."""

import pytest

from compose.writing import body, told
from leaflet.compose.sheet.inline_lists import run_on


def test_a_list_of_names_becomes_one_line() -> None:
    assert told(run_on(body("* Rash\n* Cough\n* Muscle pain"))) == "Rash · Cough · Muscle pain"


def test_lists_below_labels_run_on_as_well() -> None:
    assert told(run_on(body("**Common:**\n\n* Rash\n* Cough"))) == "Common: Rash · Cough"


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
    assert run_on(body(listed)) == body(listed)
