"""The first page of each kind in each style, compared with the picture that was last accepted.

Fonts are leaflet's own, but Pango and HarfBuzz are the machine's and break lines in their own way:
the pictures are compared where those that made them are at work, and skipped elsewhere. After a
change that was meant, look at the pages and say ``make accept-pages``.
"""

import ctypes
import json
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from leaflet.theme.search_path import Theme, shipped

PICTURES = Path(__file__).parent / "pages"
MADE_WITH = PICTURES / "made-with.json"
SAMPLE = shipped() / "content" / "pomalidomide.md"
KINDS = ("patient", "clinician")
STYLES = sorted(Theme.of(shipped()).styles())

SCALE = 0.8
"""Pixels a point, 58 to the inch: enough to see a line move."""

SHADES = 16
"""Colours of a picture, to keep it small."""

CLEARLY = 64
"""Steps of 255 by which a pixel differs that anybody would see."""

MOST = 0.004
"""Share of a page that may differ clearly; a paragraph that moves by a line is five times that."""


def machine() -> dict[str, str]:
    """What breaks lines and shapes words on this machine, and the drawer of the pictures."""
    versions = {"pypdfium2": str(pypdfium2.PYPDFIUM_INFO)}
    for name, library, asked in (
        ("pango", "pango-1.0", "pango_version_string"),
        ("harfbuzz", "harfbuzz", "hb_version_string"),
    ):
        loaded = ctypes.CDLL(find_library(library) or f"lib{library}.so.0")
        message = getattr(loaded, asked)
        message.restype = ctypes.c_char_p
        versions[name] = message().decode()
    return versions


def draw(pdf: Path) -> Image.Image:
    """The first page of a PDF as a small picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        page: Image.Image = document[0].render(scale=SCALE).to_pil()
    return page.convert("RGB").quantize(SHADES)


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ clearly, as an eye for light and dark sees them."""
    if one.size != other.size:
        return 1.0
    steps = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(steps[CLEARLY:]) / sum(steps)


@pytest.mark.parametrize("style", STYLES)
def test_first_pages_look_as_they_were_accepted(
    style: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    accepting = pytestconfig.getoption("--accept-pages")
    made_with = json.loads(MADE_WITH.read_text("utf-8")) if MADE_WITH.exists() else {}
    here = machine()
    if not accepting and made_with != here:
        pytest.skip(f"the pictures were made with {made_with}, this machine has {here}")
    subprocess.run(
        [sys.executable, "-m", "leaflet", "build", SAMPLE, "-s", style, "-o", tmp_path, "-q"],
        check=True,
    )
    for kind in KINDS:
        picture = PICTURES / f"{kind}-{style}.png"
        page = draw(tmp_path / f"{kind}-{style}" / f"{SAMPLE.stem}.pdf")
        if accepting:
            page.save(picture, optimize=True)
            MADE_WITH.write_text(json.dumps(here, indent=2) + "\n", "utf-8")
            continue
        with Image.open(picture) as accepted:
            share = differing(page, accepted)
        if share > MOST:
            seen = tmp_path / picture.name
            page.save(seen)
            pytest.fail(f"{share:.1%} of {picture.name} changed, now it looks like {seen}")


def test_a_line_that_moves_is_seen() -> None:
    """The tolerance is not so wide that it would let a change pass."""
    with Image.open(PICTURES / "patient-default.png") as picture:
        page = picture.convert("RGB")
    moved = page.copy()
    width, height = page.size
    moved.paste(page.crop((0, height // 2, width, height - 8)), (0, height // 2 + 8))
    assert differing(page, page) == 0
    assert differing(page, moved) > MOST
