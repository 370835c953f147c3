"""Print the pictures of the README: page one of each kind, as anyone who runs leaflet gets it."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import ImageOps

CHECKOUT = Path(__file__).parents[1]
LEAFLET = Path(sys.executable).with_name("leaflet")
MONOGRAPH = next((CHECKOUT / "content").rglob("pomalidomide.md"))
PIXELS_PER_POINT = 1.25


def picture(pdf: Path, png: Path) -> None:
    """Draw the first page of ``pdf`` as ``png``, with a hairline where the paper ends."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=PIXELS_PER_POINT).to_pil()
    png.parent.mkdir(parents=True, exist_ok=True)
    ImageOps.expand(page, border=1, fill="#c0c0c0").quantize(64).save(png, optimize=True)


def main() -> None:
    """Print the monograph in every kind and draw what came out into ``docs/images``."""
    with TemporaryDirectory() as folder:
        for kind in ("patient", "clinician"):
            pdf = Path(folder, f"{kind}.pdf")
            subprocess.run([LEAFLET, "build", MONOGRAPH, "-k", kind, "-o", pdf], check=True)
            picture(pdf, CHECKOUT / "docs" / "images" / pdf.with_suffix(".png").name)


if __name__ == "__main__":
    main()
