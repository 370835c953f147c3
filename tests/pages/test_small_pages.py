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

Take 5 mg by mouth once daily.

## Side effects

Rash.
"""


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("style", ["large-print", "clear-print"])
def test_they_are(kind: str, style: str) -> None:
    job = Job(PIPE, "t.md", kind, (style,), "a6", PIPE, data=TEXT.encode(), standard=Standard.UA)
    outcome = Pipeline(Settings()).run(job)
    assert {each.code for each in outcome.diagnostics} <= {"page-budget"}
