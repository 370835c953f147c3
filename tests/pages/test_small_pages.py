"""Leaflets and summaries on small pages in large type are printed and proved."""

import pytest

from leaflet.config.settings import Settings
from leaflet.files import PIPE
from leaflet.job import Job, Standard
from leaflet.pipeline import Pipeline

WARNING = " ".join(f"Bleeding of the kind {number} may be fatal." for number in range(9))
TEXT = f"""---
title: Testamide
boxed_warning: {WARNING}
---

Read all of this before you begin. {WARNING}

## Usage

Testamide is for pain.

## Dosage

Take 5 mg by mouth once daily, on days 1 to 21 of a 28-day cycle.

## Side effects

Rash.
"""


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("style", ["large-print", "clear-print"])
def test_they_are(kind: str, style: str) -> None:
    job = Job(PIPE, "t.md", kind, (style,), "a6", PIPE, data=TEXT.encode(), standard=Standard.UA)
    outcome = Pipeline(Settings()).run(job)
    assert {each.code for each in outcome.diagnostics} <= {"page-budget"}


STEPS = (
    "start with 7.5 mg once a week; increase by steps of 2.5 mg; maximum 20 mg once a week by mouth"
)
GROUPS = f"""**Adults:**

* **Rheumatoid arthritis:** {STEPS}.
* **Psoriasis:** start with 2.5 mg to 10 mg once a week; usual dose 7.5 mg to 15 mg once a week.

**Children:**

* **Specialist only:** 10 mg once a week.
"""


def test_the_head_of_a_group_is_on_the_page_of_its_highest_dose() -> None:
    text = TEXT.replace("Testamide", "Testotrexate")  # fills two lines at the foot of the page
    text = text.replace("Take 5 mg by mouth once daily, on days 1 to 21 of a 28-day cycle.", GROUPS)
    style = ("large-print",)
    job = Job(
        PIPE, "t.md", "clinician", style, "a6", PIPE, data=text.encode(), standard=Standard.UA
    )
    outcome = Pipeline(Settings()).run(job)
    assert {each.code for each in outcome.diagnostics} <= {"page-budget"}
