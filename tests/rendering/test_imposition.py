"""Pages as wide as a column become sides of paper with two columns."""

from pathlib import Path

import pypdfium2
import pytest

from leaflet.config.settings import Settings
from leaflet.job import Job
from leaflet.pipeline import Pipeline
from leaflet.verification import read_pdf

TEXT = """---
title: Testamide
lang: {lang}
---
### Usage
It is used for tests.
### Dosage
**Adults:** 5 mg.
### How it works
{how}
### Precautions
{precautions}
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Settings())


def print_pdf(pipeline: Pipeline, paragraphs: int, lang: str = "en") -> bytes:
    numbered = [f"Number{n} of the paragraphs is about how it works." for n in range(paragraphs)]
    text = TEXT.format(lang=lang, how="\n\n".join(numbered), precautions="* Be careful.")
    job = Job(Path("a.md"), "a.md", "patient", (), "a4", Path("a.pdf"), text.encode())
    return pipeline.run(job).data


@pytest.mark.parametrize("paragraphs", [60, 90, 160])
def test_columns_are_read_down_then_to_the_next(pipeline: Pipeline, paragraphs: int) -> None:
    pdf = read_pdf(print_pdf(pipeline, paragraphs))
    runs = pdf.runs_by_content()
    positions = [
        (run.text.split()[0], run.page, run.box.left > pdf.pages[0].box.right / 2, -run.box.top)
        for content in pdf.marked_content
        for run in runs.get((content.page, content.mcid), ())
        if run.text.startswith("Number")
    ]
    assert [name for name, *_ in positions] == [f"Number{n}" for n in range(paragraphs)]
    assert [position for _, *position in positions] == sorted(
        position for _, *position in positions
    )
    assert {right for _, _, right, _ in positions} == {True, False}


def test_sides_are_numbered_not_columns(pipeline: Pipeline) -> None:
    data = print_pdf(pipeline, 160)
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    for number, page in enumerate(pages, 1):
        assert f" {number} of {len(pages)}" in page
        assert page.count("General information") == 1
        assert page.count("Testamide · ") == (number > 1)
