"""Effects that need help stand in a box of the first side, with what to do about them."""

import pytest

from compose.sides.test_first_side import rest, side
from compose.writing import composed, summary, write

EFFECTS = "**Serious side effects:**\n\n* Seizures\n\n**Common side effects:**\n\n* Rash\n\n"


def test_what_to_do_about_any_effect_stands_after_all_of_them() -> None:
    any_effect = "If you have any side effects, tell your doctor."
    found = side(write(side_effects=EFFECTS + any_effect))
    assert [summary(each.body) for each in found.urgent] == ["* Seizures"]
    assert f"Other side effects: Common side effects: * Rash | {any_effect}" in rest(found)
    found = side(write(side_effects=f"Drowsiness.\n\n{EFFECTS[:38]}{any_effect}"))
    assert f"Drowsiness. | {any_effect}" in rest(found)
    found = side(write(side_effects=f"{EFFECTS[:38]}{any_effect}"))
    assert summary(found.urgent[0].body).endswith(any_effect)


def test_what_to_do_about_serious_effects_stands_with_them() -> None:
    serious = "If you have any serious side effects, go to a hospital."
    found = side(write(side_effects=EFFECTS + serious))
    assert summary(found.urgent[0].body) == f"Serious side effects: * Seizures | {serious}"
    assert "hospital" not in rest(found)


@pytest.mark.parametrize("effects", ["Drowsiness.", "**Common:** Rash.\n\n**Rare:** Cough."])
def test_other_effects_are_no_alarm(effects: str) -> None:
    assert side(write(side_effects=effects)).urgent == ()


@pytest.mark.parametrize(
    ("effects", "words"),
    [
        ("* Nausea\n\nRare: severe allergic reaction – call 112 at once.", "Rare: severe allergic"),
        ("Nausea.\n\nHaemorrhage – get help now!", "Haemorrhage – get help"),
        ("* Nausea\n\n### In an emergency\n\nCall 112.", "In an emergency: Call 112."),
        ("* Nausea\n\n### When to call us\n\nYou faint.", "When to call us: You faint."),
        ("* **Seek help at once:** Fits\n* Rash\n\n### Emergency\n\nCall 112.", "Call 112."),
    ],
)
def test_what_to_do_in_an_emergency_is_among_the_urgent_effects(effects: str, words: str) -> None:
    found = side(write(side_effects=effects, precautions="* **Sun:** None."))
    assert words in " / ".join(summary(group.body) for group in found.urgent)
    assert words not in rest(found)


@pytest.mark.parametrize("opens", [False, True])
@pytest.mark.parametrize(
    "at_once",
    [
        "**Note:** With any of these side effects, especially serious ones, call us at once.",
        "If you have any side effects, discontinue use immediately and ask your doctor.",
        "Any severe or concerning side effects should prompt immediate consultation.",
    ],
)
def test_what_to_do_at_once_about_any_effect_is_below_the_urgent_ones_too(
    at_once: str, opens: bool
) -> None:
    effects = f"{at_once}\n\n{EFFECTS}" if opens else EFFECTS + at_once
    found = side(write(side_effects=effects))
    assert summary(found.action) == at_once.replace("*", "")
    assert rest(found).count(at_once.replace("*", "")) == 1


@pytest.mark.parametrize(
    "effects",
    [
        EFFECTS + "If you have any side effects, tell your doctor.",
        EFFECTS + "If you have any serious side effects, go to a hospital at once.",
        EFFECTS[:38] + "If you have any side effects, seek medical help immediately.",
        "Drowsiness.\n\nIf you have any side effects, seek medical help immediately.",
    ],
)
def test_it_is_not_repeated_without_need(effects: str) -> None:
    assert side(write(side_effects=effects)).action == ()


def test_the_page_has_it_in_the_box() -> None:
    at_once = "If you have any side effects, seek medical help immediately."
    html = composed(write(side_effects=EFFECTS + at_once)).html
    box, others = html.split('<div class="rest">')
    assert at_once in box.rpartition("data-repeat")[2]
    assert at_once in others
