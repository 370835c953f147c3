"""Make the pictures for the docs, page one of a sample in each style: `make images`."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import ImageOps

from leaflet.theme.search_path import Theme, shipped

CHECKOUT = Path(__file__).parents[1]
LEAFLET = Path(sys.executable).with_name("leaflet")
MONOGRAPH = next((CHECKOUT / "content").rglob("pomalidomide.md"))
PICTURES = CHECKOUT / "docs" / "images"
LARGE, SMALL = 1.25, 0.6
"""Pixels per point."""


def picture(pdf: Path, png: Path, scale: float) -> None:
    """Draw the first page of ``pdf`` as ``png``, with a hairline where the paper ends."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=scale).to_pil()
    png.parent.mkdir(parents=True, exist_ok=True)
    ImageOps.expand(page, border=1, fill="#c0c0c0").quantize(64).save(png, optimize=True)


def main() -> None:
    """Print a monograph in every kind and style, and draw them into ``docs/images``."""
    with TemporaryDirectory() as folder:
        for style in Theme.of(shipped()).styles():
            into = Path(folder, style)
            subprocess.run([LEAFLET, "build", MONOGRAPH, "-s", style, "-o", into], check=True)
            for kind in ("patient", "clinician"):
                pdf = into / f"{kind}-{style}" / f"{MONOGRAPH.stem}.pdf"
                picture(pdf, PICTURES / "styles" / f"{kind}-{style}.png", SMALL)
                if style == "default":
                    picture(pdf, PICTURES / f"{kind}.png", LARGE)


if __name__ == "__main__":
    main()
