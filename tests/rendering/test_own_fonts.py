"""Documents in fonts of a project's own are printed and proved with exactly these fonts."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

import leaflet
from fonts.made import BOLD, REGULAR, VARIABLE, changed, cubic
from helpers import MONOGRAPH, words
from leaflet.config.settings import Settings, load
from leaflet.job import Job
from leaflet.pipeline import Pipeline
from leaflet.rendering import Frame

TOML = '[print]\nstyles = ["ours"]\n[fonts]\n"Brand Sans" = { regular = "a.ttf", bold = "b.ttf" }\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "leaflet.toml").write_text(TOML)
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "ours.css").write_text(':root { --font: "Brand Sans" }')
    (tmp_path / "a.ttf").write_bytes(REGULAR)
    (tmp_path / "b.ttf").write_bytes(BOLD)
    return tmp_path


def _fonts(data: bytes, folder: Path) -> Iterator[str]:
    """The names of the fonts of a PDF, without their tags."""
    (folder / "one.pdf").write_bytes(data)
    with pikepdf.open(folder / "one.pdf") as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font":
                yield str(each.BaseFont).partition("+")[2].rstrip(",")


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_style_chooses_a_family_of_the_project(project: Path, kind: str) -> None:
    document = leaflet.render(MONOGRAPH.format(title="Testamide"), kind, project=project)
    assert "5 mg once daily" in words(document.pdf)
    assert {*_fonts(document.pdf, project)} == {"Brand-Sans", "Brand-Sans-Bold"}


def test_what_it_lacks_is_set_in_the_next_family(project: Path) -> None:
    text = MONOGRAPH.format(title="Testamide").replace("Drowsiness", "Слабость, ≥ 5")
    document = leaflet.render(text, project=project)
    assert "Слабость, ≥ 5" in words(document.pdf)
    assert "Brand-Sans" in {*_fonts(document.pdf, project)}
    assert "Source-Sans-3" in {*_fonts(document.pdf, project)}


def test_a_variable_font_prints_in_two_weights(project: Path) -> None:
    (project / "v.ttf").write_bytes(VARIABLE)
    (project / "leaflet.toml").write_text(TOML.replace("{ reg", "'v.ttf' # { reg"))
    document = leaflet.render(MONOGRAPH.format(title="Testamide"), project=project)
    assert {"Brand-Sans", "Brand-Sans-Bold"} <= {*_fonts(document.pdf, project)}


def _with_wide_lining_five(font: TTFont) -> None:
    """Add the feature of lining digits, whose 5 is half as wide again."""
    font["glyf"]["five.lining"] = font["glyf"]["five"]
    font["hmtx"]["five.lining"] = (font["hmtx"]["five"][0] * 3 // 2, font["hmtx"]["five"][1])
    addOpenTypeFeaturesFromString(font, "feature lnum { sub five by five.lining; } lnum;")


def test_digits_are_those_of_one_height_where_a_font_has_two_kinds(project: Path) -> None:
    def width() -> float:
        document = leaflet.render(MONOGRAPH.format(title="Testamide"), project=project)
        with pypdfium2.PdfDocument(document.pdf) as pdf:
            text = pdf[0].get_textpage()
            start = text.get_text_range().replace("\u00a0", " ").index("5 mg")
            return float(text.get_charbox(start + 2)[0] - text.get_charbox(start)[0])

    usual = width()
    (project / "a.ttf").write_bytes(changed(REGULAR, _with_wide_lining_five))
    assert width() > 1.2 * usual


def test_chinese_prints_in_a_font_that_no_style_names(project: Path) -> None:
    """The last family has it, whatever the style says; a dose beside it is in the usual font."""
    (project / "leaflet.toml").write_text("[fonts]\nHan = { regular = 'h.otf', bold = 'h2.otf' }\n")
    for name, weight in (("h.otf", 400), ("h2.otf", 700)):
        (project / name).write_bytes(cubic("成人每日一次，头痛时服用。", weight))
    text = MONOGRAPH.format(title="Testamide")
    text = text.replace("- **Adults:** 5 mg once daily.", "- **成人:** 每日一次5 mg，头痛时服用。")
    document = leaflet.render(text, project=project)
    assert "每日一次5 mg，头痛时服用。" in words(document.pdf)
    assert {"Han", "Han-Bold", "Atkinson-Hyperlegible"} <= {*_fonts(document.pdf, project)}
    with pytest.raises(leaflet.DocumentError, match=r"\[fonts\] of leaflet.toml"):
        leaflet.render(text)


def test_the_proof_accepts_these_fonts_and_no_others(project: Path) -> None:
    source = project / "testamide.md"
    source.write_text(MONOGRAPH.format(title="Testamide"))
    settings = load({}, {}, project)
    job = Job(source, "testamide.md", "patient", ("ours",), "a4", project / "one.pdf")
    here = Settings(project=project, fonts=settings.fonts)
    printed = Pipeline(here).run(job)
    frames = tuple(Frame(*edges) for edges in printed.frames)
    assert Pipeline(here).prove(job, printed.data, frames) == ()
    (project / "a.ttf").write_bytes(VARIABLE)  # another font under the same name
    (project / "b.ttf").write_bytes(BOLD)
    found = Pipeline(here).prove(job, printed.data, frames)
    assert found
    assert {each.code for each in found} == {"foreign-content"}
    assert printed.fingerprint["fonts"] != Pipeline(here).fingerprint(job, (), "")["fonts"]
