"""What is about effects of any kind is separate, and stays below its author's heading."""

import pytest

from compose.writing import body, summary
from leaflet.compose.outline.closing import opening, split_closing

ANY = "If you have any side effects, tell your doctor."
SERIOUS = "If you have any serious side effects, go to a hospital."


@pytest.mark.parametrize(
    ("text", "serious", "closing"),
    [
        (f"* Rash\n\n{ANY}", "", ANY),
        (f"* Rash\n\n{SERIOUS}\n\n{ANY}", SERIOUS, ANY),
        (f"**Common:** Rash.\n\n**Note:** {ANY}", "", f"Note: {ANY}"),
        ("* Rash\n\nIt may cause a rash.", "", ""),
        (f"**Common:**\n\n{ANY}", "", ""),
        (f"#### Common\n\n* Rash\n\n#### Serious\n\n* Fits\n\n{ANY}", "", ""),
        (f"#### Serious\n\n* Fits\n\n**Note:** {SERIOUS}", "", ""),
    ],
)
def test_what_closes_a_text_is_apart_from_the_rest(text: str, serious: str, closing: str) -> None:
    _, *found = split_closing(body(text))
    assert [*map(summary, found)] == [serious, closing]


def test_what_opens_a_text_is_about_any_effect() -> None:
    assert summary(opening(body(f"{ANY}\n\n* Rash\n\n{ANY}"))) == ANY
    assert opening(body("* Rash")) == ()
