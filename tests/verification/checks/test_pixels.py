"""What is painted is compared with what a page says that it draws."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import ImageDraw

from leaflet.verification.checks.pixels import check_pixels
from leaflet.verification.evidence import Evidence
from leaflet.verification.pdf.model import Box, ParsedPdf
from leaflet.verification.pdf.structure import read_pdf
from verification.fault_injection import codes_of_file, printed
from verification.forge import above, artifact, changed, position, redrawn

NOTHING: Any = None

MONOGRAPH: Any = SimpleNamespace(source=SimpleNamespace(name="testamide.md", text=""))

LEFT, TOP, WIDTH, HEIGHT = position(printed().data, ">25\u00a0kg")


def codes(parsed: ParsedPdf) -> list[str]:
    evidence = Evidence(NOTHING, None, parsed, (), (), (), NOTHING, MONOGRAPH, NOTHING, NOTHING)
    return [finding.code for finding in check_pixels(evidence)]


def white(share: float) -> bytes:
    area = f"{LEFT:.3f} {TOP:.3f} {share * WIDTH:.3f} {HEIGHT:.3f} re"
    return artifact(f"/a1.0 gs\n1.000000 1.000000 1.000000 rg\n{area}\nf")


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_correct_print_is_painted_as_it_says(kind: str) -> None:
    assert codes(read_pdf(printed(kind).data)) == []


@pytest.mark.parametrize("share", [1, 0.5, 0.2])
def test_a_text_or_a_part_of_it_without_ink_is_found(share: float) -> None:
    assert "unseen" in codes_of_file(changed(printed().data, above(white(share))))


@pytest.mark.parametrize("operators", [b"3 Tr\n", b"1 1 1 rg\n"])
def test_a_text_that_leaves_no_ink_is_found(operators: bytes) -> None:
    forged = changed(
        printed().data, lambda pdf: redrawn(pdf, lambda c: c.replace(b"BT\n", b"BT\n" + operators))
    )
    assert "unseen" in codes_of_file(forged)


def test_ink_that_belongs_to_nothing_is_found() -> None:
    parsed = read_pdf(printed().data)
    page, *others = parsed.pages
    pixels = page.pixels.copy()
    ImageDraw.Draw(pixels).line((20, 700, 30, 700), fill=200)
    painted = replace(parsed, pages=(replace(page, pixels=pixels), *others))
    assert codes(painted) == ["stray-ink"]


@pytest.mark.parametrize(("shade", "found"), [(235, []), (255, ["unseen"])])
def test_a_dot_may_be_small_but_not_without_ink(shade: int, found: list[str]) -> None:
    parsed = read_pdf(printed("clinician").data)
    page, *others = parsed.pages
    box = next(run.box for run in page.runs if run.text.strip() == "•")
    height = page.pixels.height
    area = (int(box.left), int(height - box.top), int(box.right) + 1, int(height - box.bottom) + 1)
    pixels = page.pixels.copy()
    ImageDraw.Draw(pixels).rectangle(area, fill=255)
    ImageDraw.Draw(pixels).point((area[0] + 1, (area[1] + area[3]) // 2), fill=shade)
    painted = replace(parsed, pages=(replace(page, pixels=pixels), *others))
    assert codes(painted) == found


@pytest.mark.parametrize(("text", "width", "found"), [(". ", 4.2, []), ("5 ", 4.2, ["unseen"])])
def test_only_signs_may_be_too_small_to_be_looked_for(
    text: str, width: float, found: list[str]
) -> None:
    """The space after a full stop belongs to its box, but leaves no ink."""
    parsed = read_pdf(printed().data)
    page, *others = parsed.pages
    pixels = page.pixels.copy()
    pixels.paste(255, (0, 0, *pixels.size))
    box = Box(100, 488, 100 + width, 489)
    run = replace(page.runs[0], text=text, box=box)
    painted = replace(page, runs=(run,), graphics=(), pixels=pixels)
    assert codes(replace(parsed, pages=(painted, *others))) == found
