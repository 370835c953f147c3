"""A statement under another label means something else; what is below a new label is one change."""

import pytest

from diff.versions import EXAMPLIN, edited, lines


@pytest.mark.parametrize(
    ("replacements", "expected"),
    [
        (
            [("- Headache\n", ""), ("- Fits", "- Fits\n- Headache")],
            [
                "frequency moved | Side Effects › Rare effects include:"
                " | Side Effects › [-Common-] [+Rare+] effects include:"
            ],
        ),
        (
            [("**Adults:** 5 mg once daily. Swallow", "5 mg once daily. Swallow")],
            ["population | Dosage | [-Adults:-] 5 mg once daily."],
        ),
        (
            [("### Storage", "### Keeping")],
            ["reworded |  | [-Storage-] [+Keeping+]"],
        ),
        (
            [("Keep it below 25 °C.", "Look here."), ("cause.", "cause. Keep it below 25 °C.")],
            [
                "inserted | Storage | [+Look here.+]",
                "moved | Usage | [-Storage-] [+Usage+]",
            ],
        ),
    ],
)
def test_another_label(replacements: list[tuple[str, str]], expected: list[str]) -> None:
    assert edited(*replacements) == expected


def test_steps_in_another_order() -> None:
    steps = "1. Wash your hands.\n2. Open the bottle.\n3. Count the drops."
    other = "1. Open the bottle.\n2. Count the drops.\n3. Wash your hands."
    assert edited((steps, other)) == ["reordered | Dosage | Wash your hands."]


def test_sentences_of_a_paragraph_in_another_order() -> None:
    paragraph = "Examplin treats mild pain. It does not cure its cause."
    other = "It does not cure its cause. Examplin treats mild pain."
    assert edited((paragraph, other)) == ["reordered | Usage | Examplin treats mild pain."]


def test_a_label_broken_off_its_text_is_no_change() -> None:
    text = "Examplin treats mild pain. It does not cure its cause."
    labelled = "For pain: Examplin treats mild pain. It does not cure its cause."
    broken = labelled.replace("pain: ", "pain:\n")
    assert lines(EXAMPLIN.replace(text, labelled), EXAMPLIN.replace(text, broken)) == []
