"""Treatment days are found where the text names them, and printed as weeks."""

import pytest

from compose.writing import body, composed, write
from leaflet.compose.html.treatment_cycle import find_cycles


@pytest.mark.parametrize(
    ("text", "days", "length"),
    [
        ("days 1 to 21 of a 28-day cycle", range(1, 22), 28),
        ("days 1-14 of a 21-day cycle", range(1, 15), 21),
        ("days 1–21 of each 28-day treatment cycle", range(1, 22), 28),
        ("days 1, 8, and 15 of a 28-day cycle", (1, 8, 15), 28),
        ("days 1, 8 and 15 of every 28 day cycle", (1, 8, 15), 28),
        ("day 1 of each 21-day cycle", (1,), 21),
        ("Days 1 to 5 and 8 to 12 of a 28-day cycle", (1, 2, 3, 4, 5, 8, 9, 10, 11, 12), 28),
    ],
)
def test_days_are_read_as_the_text_names_them(
    text: str, days: tuple[int, ...], length: int
) -> None:
    [cycle] = find_cycles(body(f"4 mg on {text}, by mouth."))
    assert (cycle.text, cycle.days, cycle.length) == (text, frozenset(days), length)


@pytest.mark.parametrize(
    "text",
    [
        "On day 2 or 3 of the menstrual cycle.",
        "On days 1, 8, 15 and 22 of each cycle. A cycle has 28 days.",
        "On days 1 to 30 of a 28-day cycle.",
        "On days 1 to 10 of a 90-day cycle.",
    ],
)
def test_nothing_is_put_together(text: str) -> None:
    assert find_cycles(body(text)) == ()


def test_the_same_days_under_several_labels_are_one_cycle() -> None:
    text = "* **Myeloma:** days 1-2 of a 7-day cycle.\n* **Sarcoma:** days 1-2 of a 7-day cycle."
    [cycle] = find_cycles(body(text))
    assert cycle.labels == ("Myeloma", "Sarcoma")
    assert list(cycle.weeks) == [tuple((day, day in (1, 2)) for day in range(1, 8))]


def test_the_last_week_may_be_short() -> None:
    [cycle] = find_cycles(body("Day 1 of a 10-day cycle."))
    assert [len(week) for week in cycle.weeks] == [7, 3]


def test_the_table_has_the_author_s_words() -> None:
    html = composed(write(dosage="**Myeloma:** 4 mg on days 1 to 21 of a 28-day cycle.")).html
    assert html.count('class="named"') == 21
    assert "Those days are dark in this picture." in html
    assert html.count('<th scope="row">Week&nbsp;') == 4
