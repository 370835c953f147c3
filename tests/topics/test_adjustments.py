"""What changes a dose is below the label that says no more than that."""

import pytest

from compose.writing import summary, write


def dosage(text: str) -> list[str]:
    monograph = write(dosage=f"**Adults:** 5 mg.\n\n{text}")
    section = next(each for each in monograph.groups[0].sections if each.key == "dosage")
    return [summary((block,)) for block in section.body]


RENAL, HEPATIC = "**Renal impairment:** Halve it.", "**Hepatic impairment:** Avoid it."


@pytest.mark.parametrize("label", ["Dosage adjustments", "Dose adjustment"])
def test_a_label_without_text_is_above_the_adjustments_that_follow(label: str) -> None:
    assert dosage(f"**{label}:**\n\n{RENAL}\n\n{HEPATIC}") == [
        "Adults: 5 mg.",
        f"{label}: Renal impairment: Halve it. | Hepatic impairment: Avoid it.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"**Dosage adjustments:** See below.\n\n{RENAL}",
        f"**Prevention:**\n\n{RENAL}",
        f"**Dosage adjustments:**\n\n**Missed dose:** Skip it.\n\n{RENAL}",
        "**Dosage adjustments:**\n\n- **Elderly:** 2 mg.\n\n**Prevention:** 5 mg.",
    ],
)
def test_it_is_above_nothing_else(text: str) -> None:
    assert len(dosage(text)) > 2


def test_text_without_a_label_ends_them() -> None:
    *_, first, text, second = dosage(
        f"**Dosage adjustments:**\n\n{RENAL}\n\nTake it with food.\n\n{HEPATIC}"
    )
    assert first.endswith("Halve it.")
    assert text == "Take it with food."
    assert second.startswith("Hepatic impairment")
