"""What many tests need: a monograph to print, and the words of a printed PDF."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2

from leaflet.job import Standard
from leaflet.rendering import CompiledStylesheet, Pdf, draw, lay_out
from leaflet.rendering.model import Printable

MONOGRAPH = """---
title: {title}
---

### Generic Name
{title}

### Usage
Treats what the tests complain of.

### Dosage
- **Adults:** 5 mg once daily.

### Side Effects
- Drowsiness.

### Precautions
- Keep out of the reach of debuggers.
"""

NO_MONOGRAPH = """---
title: Refusal
---

Please provide the generic name of the medicine.
"""


def write_monograph(file: Path, title: str = "Testamide") -> Path:
    """Write a small monograph that can be printed in every kind."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(MONOGRAPH.format(title=title), "utf-8")
    return file


def render(
    composition: Printable,
    compiled: CompiledStylesheet,
    overrides: Mapping[str, str] | None = None,
    standard: Standard = Standard.UA,
) -> Pdf:
    """Lay out and draw at once."""
    return draw(lay_out(composition, compiled, overrides, standard))


def words(pdf: Path | bytes) -> str:
    """All words of a PDF in one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(texts).split())


def sides(pdf: bytes) -> list[str]:
    """The words of each page of a PDF, in one line per page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
