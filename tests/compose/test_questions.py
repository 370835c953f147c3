"""Ruled lines for questions are printed if the last page has room, and never add a page."""

import re
from dataclasses import replace

from compose.writing import PATIENT, THEME, composed, write
from helpers import render
from leaflet.rendering import Pdf, compile_stylesheet
from leaflet.verification import read_pdf

COMPILED = compile_stylesheet(THEME.stylesheet(PATIENT, (), "a4").css, THEME.roots)


def printed(paragraphs: int, *, with_lines: bool) -> Pdf:
    """A leaflet of some length, with or without the ruled lines."""
    usage = "\n\n".join(["This is said to fill the page, and to fill it once more."] * paragraphs)
    composition = composed(write(usage=usage))
    html = composition.html
    if not with_lines:
        html = re.sub(r'<aside class="questions".*?</aside>', "", html, flags=re.DOTALL)
    return render(replace(composition, html=html), COMPILED, composition.overrides)


def test_lines_are_printed_if_they_fit_and_never_add_a_page() -> None:
    lengths = range(0, 44, 4)
    offered = []
    for length in lengths:
        pdf = printed(length, with_lines=True)
        assert pdf.pages == printed(length, with_lines=False).pages
        titles = [run for page in read_pdf(pdf.data).pages for run in page.runs]
        found = [run for run in titles if "My questions" in run.text]
        offered.append(bool(found))
        for run in found:
            assert run.page == pdf.pages - 1
            # The heading, and two lines to write on, above the lower margin.
            assert run.box.bottom - 2 * 9 * 72 / 25.4 > pdf.frames[-1].bottom
    assert any(offered)
    assert not all(offered)
