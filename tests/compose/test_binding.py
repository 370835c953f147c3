"""Numbers stay on one line with what they count."""

import pytest

from leaflet.compose.binding import bind, bind_words
from leaflet.monograph.model import Span


@pytest.mark.parametrize(
    "words",
    [
        "4~mg once daily",
        "2.5 to 5~mg/kg",
        "10~mg/m² on day~1",
        "5~tablets for 3~days",
        "1~million units",
        "a dose of 100~micrograms",
        ">~25~kg",
        "up to 50~%",
        "½~tablet",
        "Store below 25~°C.",
        "days~1-21 of a 28-day cycle",
    ],
)
def test_a_number_keeps_its_unit(words: str) -> None:
    assert bind_words(words.replace("~", " ")) == words.replace("~", "\u00a0")


@pytest.mark.parametrize("words", ["take 2 or more", "5 more", "in 10 people", "4 mgs? no: 4 mine"])
def test_a_number_lets_go_of_other_words(words: str) -> None:
    assert bind_words(words) == words


def test_a_number_is_bound_across_emphasis() -> None:
    bound = bind((Span("Take "), Span("5", frozenset({"strong"})), Span(" mg.")))
    assert bound == (Span("Take "), Span("5", frozenset({"strong"})), Span("\u00a0mg."))
