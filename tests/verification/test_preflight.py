"""What needs no pages to be found, in compositions that lost, gained or cannot show something."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from compose.writing import PATIENT, THEME, composed, write
from leaflet.verification import preflight

STYLE = THEME.stylesheet(PATIENT, (), "a4")


def codes(change: Callable[[str], str] = str) -> list[str]:
    """The findings in a composition whose HTML was changed."""
    monograph = write()
    made = composed(monograph)
    return [
        each.code
        for each in preflight(replace(made, html=change(made.html)), monograph, PATIENT, STYLE)
    ]


def test_nothing_is_found_in_a_usual_composition() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("Drowsiness", "Dizziness", ["text-lost", "text-added"]),
        ("Drowsiness", "Drowsiness \u7532", ["missing-glyph", "text-added"]),
        ("Drowsiness", "Drowsiness &#x7532;", ["missing-glyph", "text-added"]),
        ("<body", '<body title="\u7532"', []),
    ],
)
def test_what_differs_is_found(before: str, after: str, code: list[str]) -> None:
    assert codes(lambda html: html.replace(before, after)) == code
