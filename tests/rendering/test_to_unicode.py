"""In scripts whose letters join, each glyph of a PDF maps to its own letter."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from leaflet.config.settings import Settings
from leaflet.job import Job, Status
from leaflet.pipeline import Pipeline

CASE = Path(__file__).parents[1] / "cases" / "languages" / "paracetamol-hi.md"


@pytest.fixture(scope="module")
def hindi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A leaflet in Hindi."""
    target = tmp_path_factory.mktemp("hindi") / "leaflet.pdf"
    outcome = Pipeline(Settings()).run(Job(CASE, CASE.name, "patient", (), "a4", target))
    assert outcome.status is Status.PRINTED
    assert outcome.data is not None
    target.write_bytes(outcome.data)
    return target


def test_every_glyph_has_a_text(hindi: Path) -> None:
    with pikepdf.open(hindi) as pdf:
        for page in pdf.pages:
            for font in page.obj.Resources.Font.values():
                assert b"<>" not in font.ToUnicode.read_bytes()


def test_a_consonant_is_not_taken_for_its_syllable(hindi: Path) -> None:
    """The first क of the text is in कि; on its own it must not be read with that vowel."""
    with pypdfium2.PdfDocument(hindi) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert "कम" in text
    assert "किम" not in text


def test_no_string_without_glyphs_is_left(hindi: Path) -> None:
    """pdfium ignores the offset after one, so the next letter would overlap the one before."""
    with pikepdf.open(hindi) as pdf:
        for page in pdf.pages:
            shown = [i for i in pikepdf.parse_content_stream(page) if str(i.operator) == "TJ"]
            strings = [p for i in shown for p in i.operands[0] if isinstance(p, pikepdf.String)]
            assert all(len(bytes(part)) for part in strings)
