"""qpdf finds the glyphs that were drawn; nothing but letters that join needs it."""

import subprocess
import sys

from leaflet.verification.pdf.glyph_runs import glyph_runs
from verification.fault_injection import printed


def test_the_glyphs_of_each_page_are_found() -> None:
    pdf = printed("patient")
    found = glyph_runs(pdf.data)
    assert len(found) == pdf.pages
    assert all(run.face and run.glyphs and run.advance > 0 for page in found for run in page)


def test_pikepdf_is_not_imported_for_other_documents() -> None:
    script = "import leaflet.pipeline, sys; sys.exit('pikepdf' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", script), check=False).returncode == 0
