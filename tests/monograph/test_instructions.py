"""The steps of an emergency instruction stay with what is above them: urgent, or a point."""

import pytest

from compose.outline.test_key_points import points_of
from compose.sides.test_first_side import side
from compose.writing import summary, write
from leaflet.monograph.text import plain

STEPS = "1. Stop.\n2. Inject epinephrine\n3. Call 999."
DONE = "Stop. Inject epinephrine Call 999."


def points(**sections: str) -> list[str]:
    found = points_of(write(faqs="", **sections))
    return [f"{plain(each.sentence.label)} {each.sentence.words}".strip() for each in found]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        (f"If your throat swells:\n\n{STEPS}", f"If your throat swells: {DONE}"),
        (f"**Throat swelling:**\n\n{STEPS}", f"Throat swelling {DONE}"),
        (
            "* **Throat:** If it swells:\n  1. Stop.\n  2. Call 999.\n* **Sun:** None.",
            "Throat If it swells: Stop. Call 999.",
        ),
    ],
)
def test_steps_are_a_point_with_what_is_above_them(text: str, point: str) -> None:
    assert points(precautions=text) == [point]


@pytest.mark.parametrize("above", ["If your throat swells:", "**Throat swelling:**"])
def test_steps_are_urgent_with_what_is_above_them(above: str) -> None:
    found = side(write(side_effects=f"* Xyz\n\n{above}\n\n{STEPS}"))
    (group,) = found.urgent
    assert group.heading == "Get help at once"
    assert not group.label
    assert summary(group.body).startswith(above.strip("*:"))
    assert summary(group.body).endswith("* Stop. * Inject epinephrine * Call 999.")
    assert found.points == ()


def test_the_last_step_may_have_a_case_of_its_own() -> None:
    text = "If you feel shaky:\n\n1. Eat sugar.\n2. If no better, call 999."
    (group,) = side(write(side_effects=f"* Xyz\n\n{text}")).urgent
    assert summary(group.body) == "If you feel shaky: | * Eat sugar. * If no better, call 999."


@pytest.mark.parametrize(
    "effects",
    [
        "Common side effects:\n\n* Rash\n* Chest pain – call 999",
        "Common side effects:\n\n* Rash\n* Call your doctor immediately.",
        "If you take it for long:\n\n* Rash\n* If you faint, call 999.",
    ],
)
def test_a_list_of_effects_is_no_list_of_steps(effects: str) -> None:
    assert side(write(side_effects=f"* Xyz\n\n{effects}")).urgent == ()
