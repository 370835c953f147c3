"""Documents adapt to their paper: margins, columns, tables, size of the sheet."""

from pathlib import Path

import pypdfium2
import pytest

import leaflet
from helpers import MONOGRAPH, words
from leaflet.config.papers import Paper
from leaflet.theme.papers import paper_css
from leaflet.theme.search_path import Theme, shipped
from leaflet.theme.tokens import read_tokens

THEME = Theme((shipped(),))
PATIENT = THEME.kind("patient")

TABLE = """
| Age | Morning | Evening |
| --- | --- | --- |
| Adults | 10 mg | 5 mg |
| 6 to 11 years | 5 mg | 2.5 mg |
"""


def _tokens(paper: Paper, *, columns: bool = True) -> dict[str, str]:
    return {token.name: token.value for token in read_tokens(paper_css(paper, columns=columns))}


def test_small_paper_has_small_margins_and_one_column() -> None:
    card, a4 = _tokens(Paper(100, 150)), _tokens(Paper(210, 297))
    assert card["--edge"] == "6mm"
    assert card["--columns"] == "auto"
    assert not {"--edge", "--columns", "--measure"} & a4.keys()
    assert _tokens(Paper(100, 150, 3))["--edge"] == "3mm"


def test_wide_paper_has_long_lines_only_for_two_columns() -> None:
    assert _tokens(Paper(297, 210))["--measure"] == "273mm"
    assert "--measure" not in _tokens(Paper(297, 210), columns=False)
    assert _tokens(Paper(420, 297))["--measure"] == "300mm"


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize(
    ("paper", "width", "height"), [("100x150mm", 100, 150), ("a4-landscape", 297, 210)]
)
def test_a_document_is_proved_on_any_paper(
    kind: str, paper: str, width: float, height: float
) -> None:
    text = MONOGRAPH.format(title="Testamide")
    text = text.replace("### Side Effects", f"{TABLE}\n### Side Effects")
    document = leaflet.render(text, kind, paper=paper)
    with pypdfium2.PdfDocument(document.pdf) as pdf:
        size = [each * 25.4 / 72 for each in pdf[0].get_size()]
    assert size == pytest.approx([width, height], abs=0.1)
    is_stacked = "Morning: 10 mg" in words(document.pdf)
    assert is_stacked is (width < 120)


def test_a_landscape_leaflet_uses_its_width() -> None:
    """Two columns, instead of a stripe as wide as an upright page."""
    document = leaflet.render(MONOGRAPH.format(title="Testamide"), paper="a4-landscape")
    with pypdfium2.PdfDocument(document.pdf) as pdf:
        page = pdf[0]
        boxes = [item.get_bounds() for item in page.get_objects()]
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    assert right - left > 260 * 72 / 25.4


def test_a_file_of_the_project_is_a_paper_too(tmp_path: Path) -> None:
    (tmp_path / "styles" / "paper").mkdir(parents=True)
    css = ":root { --paper-width: 80mm; --paper-height: 90mm }"
    (tmp_path / "styles" / "paper" / "Tag.css").write_text(css)
    theme = Theme.of(tmp_path)
    assert theme.stylesheet(PATIENT, (), "tag").tokens["--paper-width"] == "80mm"
    assert theme.stylesheet(PATIENT, (), "a4").tokens["--paper-width"] == "210mm"
