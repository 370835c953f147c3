"""What goes on with a label that begins a sentence, and what does not."""

import pytest

from compose.writing import CLINICIAN, PATIENT, outline, write
from leaflet.compose.outline.arrange import arrange
from leaflet.kinds.model import Kind

KINDS = pytest.mark.parametrize("kind", [PATIENT, CLINICIAN], ids=["patient", "clinician"])


def red(text: str, kind: Kind) -> str:
    """The text under contraindications."""
    parts = outline(arrange(write(precautions=text), kind)[0])
    if kind is CLINICIAN:
        return parts["Contraindications"]
    before = parts["What you need to know before you use Testamide"]
    return before.partition("[Warnings and precautions]")[0]


@KINDS
@pytest.mark.parametrize("label", ["Not for", "Never in", "Do not use it in", "Avoid in"])
def test_such_a_label_has_its_sentence_only(label: str, kind: Kind) -> None:
    text = f"**{label}:** gout.\n\nUse with care in epilepsy.\n\nTell us about asthma."
    found = red(text, kind)
    assert f"{label}: gout." in found
    assert "epilepsy" not in found
    assert "asthma" not in found


@KINDS
@pytest.mark.parametrize(
    "more",
    [
        "Children with cystic fibrosis may have it from 6 years.",
        "However, adults may take it once.",
        "It must not be used in porphyria.",
        "Those with gout can take half.",
    ],
)
def test_an_exception_and_more_of_the_same_go_with_it(more: str, kind: Kind) -> None:
    assert more in red(f"**Not for:** children under 12.\n\n{more}", kind)


@KINDS
def test_a_label_that_is_a_heading_has_all_below_it(kind: Kind) -> None:
    found = red("**Contraindications:** Gout.\n\nPorphyria.\n\nHeart block.", kind)
    assert "Heart block." in found


@KINDS
def test_an_exception_in_the_next_item_goes_with_a_labelled_one(kind: Kind) -> None:
    items = (
        "* **Not for:** children under 12.\n* Children with gout may have it.\n* **Sun:** Avoid."
    )
    found = red(items, kind)
    assert "Children with gout may have it." in found
    assert "Sun" not in found
