"""Pages as wide as a column become sides of paper with two columns."""

import gc
from pathlib import Path
from weakref import ref

import pypdfium2
import pytest
from weasyprint.pdf.fonts import Font

from helpers import words as words_of
from leaflet.config.settings import Settings
from leaflet.job import Job
from leaflet.pipeline import Pipeline
from leaflet.rendering import compile_stylesheet, draw, lay_out
from leaflet.verification import read_pdf
from rendering.conftest import compose

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


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{}</svg>'


@pytest.mark.parametrize(
    "body", ["", DRAWING.format('<text x="2" y="9">Inside</text>'), "<img alt='' src='a.svg'>"]
)
def test_a_document_is_freed_as_soon_as_it_is_done(tmp_path: Path, body: str) -> None:
    """Then no garbage has to be searched for, and it needs no memory until that is done."""
    (tmp_path / "a.svg").write_text(DRAWING.format('<path d="M0 0h9v9z"/>'))
    page = compose(f"<p>Ferolin tablets</p>{body}", base=tmp_path)
    sheet = compile_stylesheet("p { font: 10pt 'Atkinson Hyperlegible' }")
    gc.collect()
    gc.disable()
    try:
        layout = lay_out(page, sheet, {})
        kept = [ref(layout.document.context), ref(layout.document.pages[0]._page_box)]
        text = words_of(draw(layout).data)
        del layout
        assert [each() for each in kept] == [None, None]
        assert body or not [each for each in gc.get_objects() if type(each) is Font]
    finally:
        gc.enable()
    assert ("Inside" in text) == ("Inside" in body)
