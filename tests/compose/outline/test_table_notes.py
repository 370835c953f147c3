"""Notes of a table, which begin with a mark."""

import pytest

from compose.writing import body
from leaflet.compose.outline.table_notes import is_noted

TABLE = "| Age | Dose |\n|---|---|\n| 1 | 5 mg* |\n| 2 | 6 mgᵃ |\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "\\* Not in pregnancy.",
        "*Not in pregnancy.",
        "* Not in pregnancy.",
        "† Not in pregnancy.",
        "ᵃ Not in pregnancy.",
        "a: not in pregnancy.",
        "a) not in pregnancy.",
        "(1) not in pregnancy.",
    ],
)
def test_a_text_below_a_table_that_begins_with_a_mark_is_a_note(note: str) -> None:
    above, below, _ = body(f"{TABLE}{note}\n\nMore text.")
    assert is_noted(above, below)


def test_notes_follow_one_another() -> None:
    _, one, other, last = body(f"{TABLE}\\* Not at night.\n\n† Not in pregnancy.\n\nMore text.")
    assert is_noted(one, other)
    assert not is_noted(other, last)


@pytest.mark.parametrize("text", ["More text.", "A dose: 5 mg.", "5 mg is enough.", "- Rash"])
def test_other_text_is_none(text: str) -> None:
    above, below = body(f"{TABLE.replace('*', '')}{text}")
    assert not is_noted(above, below)
