"""Every style as it comes out in print, measured in the PDF: sizes, contrast, lines, margins.

The figures are those of the field: EC readability guideline 2009, UKAAF and RNIB clear print, USP
<17>, British Dyslexia Association 2023.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from helpers import read_monograph, render
from leaflet.compose import Design, compose
from leaflet.config.settings import Settings
from leaflet.job import PictureFolder
from leaflet.rendering import compile_stylesheet
from leaflet.theme.contrast import LEAST_CONTRAST, contrast
from leaflet.theme.search_path import Theme, shipped
from leaflet.verification.checks.visibility import background, painted_areas
from leaflet.verification.pdf.model import Page, ParsedPdf, TextRun
from leaflet.verification.pdf.strict import read_strictly
from leaflet.verification.pdf.structure import read_pdf

THEME = Theme.of(shipped())
STYLES = sorted(THEME.styles())
KINDS = ("patient", "clinician")
SAMPLES = ("pomalidomide", "methotrexate", "warfarin")
MILLIMETRE = 72 / 25.4
INDEX = 0.75
"""An index or power is set in three quarters of its line's size."""

SHAPES = 0.3
"""Points by which the tails of letters differ in depth."""

BODY = {"large-print": 18, "clear-print": 14}
RUNNING = {"large-print": 18, "clear-print": 12}
STEP = {"dyslexia-friendly": 1.5}


@cache
def printed(kind: str, style: str, sample: str = SAMPLES[0], text: str = "") -> bytes:
    """A sample, or a text of one's own, printed in a kind and style."""
    file = shipped() / "content" / f"{sample}.md"
    what = THEME.kind(kind)
    stylesheet = THEME.stylesheet(what, (style,), "a4")
    monograph = read_monograph(text.encode() or file.read_bytes(), file.name)
    design = Design(what, THEME, stylesheet, Settings())
    composition = compose(monograph, design, base=PictureFolder(file.parent))
    compiled = compile_stylesheet(stylesheet.css, THEME.roots)
    return render(composition, compiled, composition.overrides).data


@cache
def reading(kind: str, style: str, sample: str = SAMPLES[0]) -> ParsedPdf:
    """The same, read back."""
    return read_pdf(printed(kind, style, sample))


def runs(kind: str, style: str) -> Iterator[tuple[Page, TextRun]]:
    return ((page, run) for page in reading(kind, style).pages for run in page.runs)


def body_size(kind: str, style: str) -> float:
    """The size in which most characters of the text are set."""
    sizes = Counter[float]()
    for page in reading(kind, style).pages:
        for run in page.body_runs:
            sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0]


def lines(kind: str, style: str) -> Iterator[list[TextRun]]:
    """The printed lines of running text: neighbouring runs of about one height."""
    size = body_size(kind, style)
    for page in reading(kind, style).pages:
        line: list[TextRun] = []
        for run in page.body_runs:
            beside = line and abs(run.box.bottom - line[-1].box.bottom) < 0.5 * size
            if line and not (beside and run.box.left >= line[-1].box.left):
                yield line
                line = []
            line.append(run)
        yield line


@pytest.mark.parametrize("style", STYLES)
def test_running_text_of_a_leaflet_is_as_large_as_its_style_promises(style: str) -> None:
    assert body_size("patient", style) >= BODY.get(style, 12)


@pytest.mark.parametrize("style", STYLES)
def test_nothing_in_a_leaflet_is_smaller_than_its_reader_can_read(style: str) -> None:
    least = RUNNING.get(style, 9)
    for page, run in runs("patient", style):
        allowed = least if run in page.artifact_runs else BODY.get(style, 10)
        is_index = run.text.strip().isdigit() and len(run.text.strip()) <= 2
        assert run.size >= allowed * (INDEX if is_index else 1) - 0.05, run.text


@pytest.mark.parametrize("style", STYLES)
def test_nothing_in_a_summary_is_smaller_than_eight_points(style: str) -> None:
    for _, run in runs("clinician", style):
        is_index = run.text.strip().isdigit() and len(run.text.strip()) <= 2
        assert run.size >= BODY.get(style, 8) * (INDEX if is_index else 1) - 0.05 or (
            style in RUNNING and run.size >= RUNNING[style] - 0.05
        ), run.text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_text_stands_out_seven_to_one(kind: str, style: str) -> None:
    faint = {
        run.text: ratio
        for page, run in runs(kind, style)
        if (ratio := contrast(run.colour[:3], background(run, painted_areas(page))[:3]))
        < LEAST_CONTRAST
    }
    assert faint == {}


@pytest.mark.parametrize("kind", KINDS)
def test_monochrome_has_no_colour(kind: str) -> None:
    for page, run in runs(kind, "monochrome"):
        assert len({*run.colour[:3]}) == 1
        assert all(len({*(each.colour or ())[:3]}) <= 1 for each in page.graphics)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_lines_stand_apart(kind: str, style: str) -> None:
    """From line to line at least a quarter more than the type is high (EC guideline: 3 mm)."""
    size = body_size(kind, style)
    steps = [
        upper.box.bottom - lower.box.bottom
        for page in reading(kind, style).pages
        for upper, lower in pairwise(
            run for run in page.body_runs if {*"gpqy"} & {*run.text} and round(run.size, 1) == size
        )
        if upper.box.left == pytest.approx(lower.box.left, abs=2)
    ]
    close = [step for step in steps if 0.5 * size < step < 2 * size]
    assert len(close) > 5
    assert min(close) >= STEP.get(style, 1.25) * size - SHAPES


@pytest.mark.parametrize("style", STYLES)
def test_lines_of_a_leaflet_are_neither_long_nor_short(style: str) -> None:
    size = body_size("patient", style)
    lengths = sorted(
        len(" ".join("".join(run.text for run in line).split()))
        for line in lines("patient", style)
        if line and max(round(run.size, 1) for run in line) == size
    )
    # Two columns are narrow, and the boxes above them as wide as the page.
    shortest, longest = (36, 100) if style in ("default", "monochrome") else (55, 80)
    assert lengths[-1] <= (65 if style == "large-print" else longest)
    assert shortest <= lengths[int(len(lengths) * 0.9)] <= longest - 8


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_margins_are_wide_enough_to_print_and_hold(kind: str, style: str) -> None:
    side = 10 * MILLIMETRE
    end = (9 if kind == "patient" else 6.5) * MILLIMETRE  # header and footer of the dense sheet
    for page, run in runs(kind, style):
        assert side <= run.box.left < run.box.right <= page.box.right - side
        assert end <= run.box.bottom < run.box.top <= page.box.top - end


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_lines_are_ragged_and_upright(kind: str, style: str) -> None:
    ends = [round(line[-1].box.right) for line in lines(kind, style) if line]
    assert Counter(ends).most_common(1)[0][1] < len(ends) / 4
    objects = read_strictly(printed(kind, style, SAMPLES[0])).objects.values()
    fonts = [
        str(each["BaseFont"]) for each in objects if isinstance(each, dict) and "BaseFont" in each
    ]
    assert fonts
    assert not [name for name in fonts if "Italic" in name or "Obl" in name]


@pytest.mark.parametrize(
    ("style", "width", "height"), [("booklet", 148, 210), ("default", 210, 297)]
)
def test_pages_have_the_size_of_their_style(style: str, width: int, height: int) -> None:
    for page in reading("patient", style).pages:
        assert page.box.right == pytest.approx(width * MILLIMETRE, abs=0.5)
        assert page.box.top == pytest.approx(height * MILLIMETRE, abs=0.5)


@pytest.mark.parametrize("style", ["large-print", "clear-print"])
def test_large_type_is_set_in_one_column(style: str) -> None:
    found = reading("clinician", style)
    # Beside the name of the medicine stands what the sheet is.
    head = next(n for n, each in enumerate(found.marked_content) if "H2" in each.tags)
    cells = {
        (each.page, each.mcid)
        for n, each in enumerate(found.marked_content)
        if each.cell or n < head
    }
    for line in lines("clinician", style):
        if line and (line[0].page, line[0].mcid) not in cells:
            width = found.pages[line[0].page].box.right
            assert line[0].box.left < width / 3 or line[-1].box.right - line[0].box.left < width / 3


def test_boxes_in_one_column_leave_no_third_of_a_page_empty() -> None:
    first, second, *_ = reading("patient", "large-print", "amlodipine").pages
    lowest = min(run.box.bottom for run in first.body_runs)
    assert lowest < 0.2 * first.box.top
    assert "Who must not take Amlodipine" in first.text
    # What has no room there stands whole on the second side.
    whole = second.text.partition("What Amlodipine is used for")[2]
    assert whole.count("Angina:") == 1
    assert "Angina:" not in first.text


def test_a_procedure_and_a_red_box_stay_whole_in_one_column() -> None:
    steps = "".join(f"{n}. Step {n} of the procedure, which takes a while.\n" for n in range(1, 9))
    for filling in range(0, 24, 3):
        text = (
            f"---\ntitle: Testamide\n---\n\n### Usage\n{'It is for tests of boxes. ' * filling}\n\n"
            f"### Dosage\n**Adults:** 5 mg.\n\n**How to use the pen:**\n\n{steps}\n"
            "### Side Effects\n**Serious:**\n\n* Fits\n* Blisters\n* Stroke\n\n"
            "### Precautions\n**Contraindications:** Gout, and allergy to testamide.\n"
        )
        pages = read_pdf(printed("patient", "large-print", text=text)).pages
        for first, last in (("Step 1 of", "Step 8 of"), ("Fits", "Stroke")):
            assert any(first in page.text and last in page.text for page in pages), filling
