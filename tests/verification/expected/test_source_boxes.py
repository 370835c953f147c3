"""The proof finds the ends of boxes by its own means."""

import pytest

from leaflet.verification.expected.source_boxes import ENDS
from leaflet.verification.expected.source_forms import without_forms
from leaflet.verification.expected.statements import Statement, read_statements


@pytest.mark.parametrize(
    "box",
    [
        "> [!NOTE]\n> Halve it.\n",
        "!!! note\n    Halve it.\n",
        "??? note\n\n    Halve it.\n",
        "::: note\nHalve it.\n:::\n",
        "::: {.callout-note}\n\nHalve it.\n\n:::\n",
    ],
)
def test_a_box_is_above_what_is_in_it_and_nothing_else(box: str) -> None:
    inside, below = _read(f"{box}\n- **Children:** 5 mg")
    assert "note" in {inside.label, *(link.words for link in inside.links)}
    assert [link.kind for link in below.links] == ["ended"]


def test_a_list_in_a_box_ends_with_it() -> None:
    *_, below = _read("!!! tip\n    - Walk.\n    - Rest.\n\n- **Children:** 5 mg")
    assert [link.kind for link in below.links] == ["ended"]


def test_the_label_above_a_box_holds_below_it() -> None:
    *_, below = _read("**Overdose:**\n\n> [!NOTE]\n> Call.\n\nBring the pack.")
    kinds = {link.words: link.kind for link in below.links}
    assert kinds == {"overdose": "label", "note": "ended"}


def test_the_end_of_a_box_that_nothing_parts_from_the_text_is_not_certain() -> None:
    assert ENDS not in without_forms("!!! note\n    Halve it.\nGo on.")


def _read(text: str) -> list[Statement]:
    return [each for each in read_statements(without_forms(text)) if each.words]
