"""A finished PDF and what it was to say go in, findings come out. Alone reads PDFs.

``CHECKS`` is the whole of it, in the order in which a reader would want to know.
"""

import re
from collections.abc import Callable, Iterable
from html import unescape

from leaflet.compose import Composition
from leaflet.diagnostics import Diagnostic
from leaflet.fonts.shaping import Lexicon, needs_shaping
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.rendering import Pdf
from leaflet.theme.cascade import Stylesheet
from leaflet.verification.checks.budget import check_budget, check_type_size
from leaflet.verification.checks.completeness import check_named, check_whole
from leaflet.verification.checks.contents import check_contents
from leaflet.verification.checks.figures import check_figures
from leaflet.verification.checks.geometry import check_cells, check_overprint, check_place
from leaflet.verification.checks.line_breaks import check_breaks
from leaflet.verification.checks.numbers import check_numbers
from leaflet.verification.checks.pdf_a import check_archive
from leaflet.verification.checks.pdf_ua import check_access, check_described
from leaflet.verification.checks.running_lines import check_running
from leaflet.verification.checks.self_contained import check_closed, check_fonts
from leaflet.verification.checks.visibility import check_ink
from leaflet.verification.checks.words import check_words
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import read_script
from leaflet.verification.pdf.model import Box, ParsedPdf
from leaflet.verification.pdf.structure import read_pdf
from leaflet.verification.pdf.thumbnail import draw_thumbnail

__all__ = ["CHECKS", "CHECK_NAMES", "draw_thumbnail", "prove", "read_pdf"]

CHECKS: tuple[Callable[[Evidence], Iterable[Diagnostic]], ...] = (
    check_words,
    check_contents,
    check_place,
    check_overprint,
    check_cells,
    check_breaks,
    check_ink,
    check_numbers,
    check_whole,
    check_named,
    check_running,
    check_fonts,
    check_closed,
    check_access,
    check_archive,
    check_described,
    check_figures,
    check_budget,
    check_type_size,
)
"""Every check of a finished PDF; adding one is a function and its row here."""

CHECK_NAMES = tuple(check.__name__.removeprefix("check_") for check in CHECKS)
"""What a PDF that was let out has passed."""


def prove(
    pdf: Pdf,
    composition: Composition,
    monograph: Monograph,
    kind: Kind,
    stylesheet: Stylesheet,
) -> tuple[Diagnostic, ...]:
    """Compare a finished PDF with what it was to say; an error means it must not be let out."""
    evidence = Evidence(
        data=pdf.data,
        reading=_read(pdf.data, composition),
        script=read_script(composition.html),
        composition=composition,
        monograph=monograph,
        kind=kind,
        tokens={**stylesheet.tokens, **composition.overrides},
        frames=tuple(Box(f.left, f.bottom, f.right, f.top) for f in pdf.frames),
        standard=pdf.standard,
        set_by=stylesheet.set_by,
        own_styles=stylesheet.own_files,
        missing=pdf.missing,
    )
    return tuple(finding for check in CHECKS for finding in check(evidence))


def _read(data: bytes, composition: Composition) -> ParsedPdf:
    """The PDF read back: by its glyphs where letters change with their neighbours."""
    running = (composition.header, composition.footer, *composition.words.values())
    texts = (*map(unescape, re.split("<[^>]*>", composition.html)), *running)
    if not needs_shaping("".join(texts)):
        return read_pdf(data)
    lexicon = Lexicon(texts, composition.lang)
    return read_pdf(data, lexicon, right_to_left=composition.right_to_left)
