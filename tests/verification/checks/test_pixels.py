"""What is painted is compared with what a page says that it draws."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from leaflet.verification.checks import pixels as checked
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


@pytest.mark.parametrize(
    ("shade", "found"), [(0, ["stray-ink"]), (249, ["stray-ink"]), (250, []), (254, [])]
)
def test_ink_that_belongs_to_nothing_is_found(shade: int, found: list[str]) -> None:
    parsed = read_pdf(printed().data)
    page, *others = parsed.pages
    pixels = page.pixels.copy()
    ImageDraw.Draw(pixels).line((20, 700, 30, 700), fill=shade)
    painted = replace(parsed, pages=(replace(page, pixels=pixels), *others))
    assert codes(painted) == found


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


SHADES = st.sampled_from([0, 100, 158, 159, 160, 240, 249, 250, 251, 254, 255])
INKED = st.integers(1, 16).flatmap(
    lambda height: st.lists(
        st.lists(SHADES, min_size=height, max_size=height), min_size=1, max_size=12
    )
)
"""Small pictures, column by column."""


@given(INKED, st.integers(1, 6), st.sampled_from([8, 40]))
def test_a_quick_look_sees_no_ink_where_a_whole_one_sees_none(
    columns: list[list[int]], gap: int, least: int
) -> None:
    width, height = len(columns), len(columns[0])
    shades = bytes(column[y] for y in range(height) for column in columns)
    picture, too_wide = Image.frombytes("L", (width, height), shades), b" " * gap
    area = (0, 0, width, height)
    if checked._is_plainly_inked(area, picture.size, shades, too_wide):
        assert checked._is_inked(picture, 255, least, too_wide)


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("share", [0, 0.2, 0.5, 1])
def test_most_texts_need_a_quick_look_only_and_none_is_judged_otherwise(
    kind: str, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = read_pdf(changed(printed(kind).data, above(white(share))) if share else printed().data)
    whole = []

    def looked_at(*given: Any) -> bool:
        whole.append(given)
        return is_inked(*given)

    is_inked = checked._is_inked
    monkeypatch.setattr(checked, "_is_inked", looked_at)
    quickly = codes(parsed)
    assert len(whole) < sum(len(page.runs) for page in parsed.pages) / 3
    monkeypatch.setattr(checked, "_is_plainly_inked", lambda *_: False)
    assert codes(parsed) == quickly
