"""Short items of a list stand two and two side by side in the columns of a leaflet."""

from pathlib import Path

import pytest

from compose.writing import body
from leaflet.compose.measure.list_columns import side_by_side
from leaflet.config.settings import Settings
from leaflet.job import Job
from leaflet.monograph.model import Bullets
from leaflet.pipeline import Pipeline
from leaflet.verification import read_pdf

LONG = "Burning of the eyes in the hours before noon"


def classes(*items: str) -> list[str]:
    (found,) = body("\n".join(f"* {item}" for item in items))
    assert isinstance(found, Bullets)
    by_index = side_by_side(found)
    return [by_index.get(index, "") for index in range(len(items))]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["Rash", "Nausea", "Cough", "Fever"], ["half", "half beside"] * 2),
        (["Rash", "Nausea", "Cough"], ["", "", ""]),
        (["Rash", "Nausea", LONG, "Cough", "Fever"], [""] * 5),
        (
            ["Itch", LONG, "Rash", "Nausea", "Cough", "Fever"],
            ["", "", *("half", "half beside") * 2],
        ),
        (["Rash", LONG, "Cough", LONG], [""] * 4),
        (["Rash", "Nausea", "Cough", "Fever", "Thirst"], [*("half", "half beside") * 2, ""]),
        (["**Rash:** rare", "**Cough:** rare", "Fever", "Thirst"], [""] * 4),
        (["Rash\n    * red", "Cough", "Fever", "Thirst"], [""] * 4),
    ],
)
def test_only_neighbours_that_are_short_and_plain_do(items: list[str], expected: list[str]) -> None:
    assert classes(*items) == expected


SAME_LINE = 0.5
"""Points between the lower edges of two words on a line, none of which reaches below it."""

TEXT = """---
title: Testamide
---
### Usage
For tests.
### Dosage
**Adults:** 5 mg.
### Side Effects
* Rash
* Nausea
* Cough
* Fever
### Precautions
* Be careful.
"""


@pytest.mark.parametrize(
    ("style", "lang", "are_beside"),
    [("default", "en", True), ("default", "hi", True), ("large-print", "en", False)],
)
def test_they_share_a_line_of_the_page_in_columns(style: str, lang: str, are_beside: bool) -> None:
    text = TEXT.replace("title:", f"lang: {lang}\ntitle:").encode()
    job = Job(Path("a.md"), "a.md", "patient", (style,), "a4", Path("a.pdf"), text)
    pdf = read_pdf(Pipeline(Settings()).run(job).data)
    names = ("Rash", "Nausea", "Cough", "Fever")
    runs = (run for found in pdf.runs_by_content().values() for run in found)
    boxes = {run.text.strip(): run.box for run in runs if run.text.strip() in names}
    assert list(boxes) == [*names]
    assert (abs(boxes["Nausea"].bottom - boxes["Rash"].bottom) < SAME_LINE) == are_beside
    assert boxes["Cough"].top < boxes["Rash"].bottom
    assert (boxes["Nausea"].left > boxes["Rash"].right) == are_beside
