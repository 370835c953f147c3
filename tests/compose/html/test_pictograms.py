"""Pictograms stand beside the headings of boxes, and a style can leave them out."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from compose.writing import composed, write
from helpers import words
from leaflet.compose.html.pictograms import draw_pictograms
from leaflet.config.settings import Settings
from leaflet.job import Job
from leaflet.pipeline import Pipeline
from leaflet.theme.search_path import Theme, shipped
from verification.fault_injection import MONOGRAPH

DECORATION = b"/Artifact\n<</Type /Layout>>"
PICTOGRAM = '<svg class="pictogram"'


def test_each_is_one_line_without_words() -> None:
    drawn = draw_pictograms("#123456", "#654321")
    assert len(drawn) >= 10
    for svg in drawn.values():
        assert svg.count("<path") == 1
        assert 'fill="none"' in svg
        assert "<title" not in svg
    assert "#123456" in drawn["missed"]
    assert "#654321" in drawn["contraindications"]


def test_all_boxes_of_the_leaflet_have_one() -> None:
    sides = Theme.of(shipped()).kind("patient").sides
    assert sides
    boxes = {sides.purpose, sides.bans, sides.how, sides.urgent, *sides.cells}
    assert boxes <= draw_pictograms("#000", "#000").keys()


def test_each_stands_before_a_heading() -> None:
    html = composed(write(precautions="**Alcohol:** None.\n\n**Driving:** Never.")).html
    after = html.split(PICTOGRAM)[1:]
    assert len(after) >= 4
    assert all(each.split("</svg>")[1].lstrip().startswith("<h2") for each in after)


@pytest.mark.parametrize("value", ["print", "none"])
def test_a_style_leaves_them_out(tmp_path: Path, value: str) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.css").write_text(f":root {{ --pictograms: {value} }}")
    file = tmp_path / "a.md"
    file.write_text(MONOGRAPH, "utf-8")
    pipeline = Pipeline(Settings(project=tmp_path))
    outcome = pipeline.run(Job(file, "a.md", "patient", ("own",), "a4", tmp_path / "a.pdf"))
    assert outcome.data
    assert "Headache" in words(outcome.data)
    assert has_decoration(outcome.data) is (value == "print")


def has_decoration(data: bytes) -> bool:
    """Whether a page draws something that is neither text nor a running line."""

    with pikepdf.open(BytesIO(data)) as pdf:
        return any(DECORATION in sheet.Contents.read_bytes() for sheet in pdf.pages)
