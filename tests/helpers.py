"""What many tests need: a monograph to print, and the words of a printed PDF."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2

from leaflet.job import Standard
from leaflet.monograph import parse
from leaflet.monograph.model import Monograph
from leaflet.rendering import CompiledStylesheet, Pdf, draw, lay_out
from leaflet.rendering.model import Printable
from leaflet.theme.search_path import Theme, shipped
from leaflet.topics.assign import assign_topics

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


def read_monograph(data: bytes, name: str) -> Monograph:
    """A monograph with the topics of its statements, as it is composed."""
    monograph = parse(data, name)
    return assign_topics(monograph, Theme((shipped(),)).topics(monograph.front.lang))


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
