"""Checks of a finished PDF against what it should say. The only code that reads PDFs.

``CHECKS`` lists them in the order that matters to a reader of the findings.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from leaflet.compose import Composition, Design
from leaflet.diagnostics import Diagnostic
from leaflet.fonts.shaping import Lexicon, needs_shaping
from leaflet.monograph.model import Monograph
from leaflet.rendering import Pdf
from leaflet.verification.allowed import known_objects
from leaflet.verification.checks.allowed_content import check_allowed_content
from leaflet.verification.checks.budget import check_page_budget, check_type_size
from leaflet.verification.checks.completeness import check_completeness, check_omissions
from leaflet.verification.checks.contents import check_contents
from leaflet.verification.checks.context import check_context
from leaflet.verification.checks.figures import check_figures
from leaflet.verification.checks.geometry import check_cells, check_overprint, check_positions
from leaflet.verification.checks.line_breaks import check_line_breaks
from leaflet.verification.checks.numbers import check_numbers
from leaflet.verification.checks.pdf_a import check_pdf_a
from leaflet.verification.checks.pdf_ua import check_metadata, check_pdf_ua
from leaflet.verification.checks.pixels import check_pixels
from leaflet.verification.checks.running_lines import check_running_lines
from leaflet.verification.checks.self_contained import check_fonts, check_self_contained
from leaflet.verification.checks.visibility import check_visibility
from leaflet.verification.checks.words import check_words
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.align import align, printed_texts
from leaflet.verification.expected.html_lines import expected_lines
from leaflet.verification.expected.wording import load_wording
from leaflet.verification.pdf.model import UNREAD, ParsedPdf
from leaflet.verification.pdf.objects import ForeignForm
from leaflet.verification.pdf.strict import StrictPdf
from leaflet.verification.pdf.structure import read_pdf
from leaflet.verification.preflight import preflight

__all__ = ["CHECKS", "CHECK_NAMES", "Proof", "examine", "preflight", "prove", "read_pdf"]

CHECKS: Mapping[str, Callable[[Evidence], Iterable[Diagnostic]]] = {
    "words": check_words,
    "contents": check_contents,
    "place": check_positions,
    "overprint": check_overprint,
    "cells": check_cells,
    "breaks": check_line_breaks,
    "ink": check_visibility,
    "numbers": check_numbers,
    "whole": check_completeness,
    "named": check_omissions,
    "context": check_context,
    "running": check_running_lines,
    "fonts": check_fonts,
    "closed": check_self_contained,
    "access": check_pdf_ua,
    "archive": check_pdf_a,
    "described": check_metadata,
    "figures": check_figures,
    "allowed": check_allowed_content,
    "pixels": check_pixels,
    "budget": check_page_budget,
    "type_size": check_type_size,
}
"""Every check of a finished PDF, by its name in receipts, which must not change."""

CHECK_NAMES = tuple(CHECKS)
"""The checks that a printed PDF has passed."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in a PDF, and a thumbnail of its first page, if one was wanted."""

    findings: tuple[Diagnostic, ...]
    thumbnail: bytes = b""


def prove(
    pdf: Pdf, composition: Composition, monograph: Monograph, design: Design
) -> tuple[Diagnostic, ...]:
    """What :func:`examine` finds."""
    return examine(pdf, composition, monograph, design).findings


def examine(
    pdf: Pdf,
    composition: Composition,
    monograph: Monograph,
    design: Design,
    *,
    with_thumbnail: bool = False,
) -> Proof:
    """Compare a finished PDF with what it should say; after an error it must not be published.

    A thumbnail is drawn of the pages that are open for it anyway. Raises ``SettingsError`` for a
    faulty file of the words by which it judges.
    """
    try:
        # A font with missing glyphs has another form, and is an error of its own.
        objects = None if pdf.missing else known_objects(pdf.data)
    except ForeignForm as error:
        # Not even read by libraries that would make the best of it.
        message = f"the PDF is not as leaflet writes it: {error}"
        return Proof((Diagnostic.error("foreign-content", message, monograph.source.name),))
    # Without a glyph, words are lost as well, which would say the same in other words.
    checks = CHECKS.values() if objects else (check_fonts,)
    parsed = _read(pdf.data, composition, objects.pdf, with_thumbnail) if objects else UNREAD
    expected, printed = expected_lines(composition.html), tuple(printed_texts(parsed))
    evidence = Evidence(
        pdf,
        objects,
        parsed,
        expected,
        printed,
        tuple(align(expected, printed)),
        composition,
        monograph,
        design.kind,
        design.stylesheet,
        load_wording(design.theme.proof_files(composition.lang)),
    )
    findings = tuple(finding for check in checks for finding in check(evidence))
    return Proof(findings, parsed.pages[0].thumbnail if parsed.pages else b"")


def _read(
    data: bytes, composition: Composition, objects: StrictPdf, with_thumbnail: bool
) -> ParsedPdf:
    """Read the PDF, decoding its text from glyphs if it has letters that change with neighbours."""
    running = (composition.header, composition.footer, *composition.words.values())
    texts = (*map(unescape, re.split("<[^>]*>", composition.html)), *running)
    if not needs_shaping("".join(texts)):
        return read_pdf(data, objects=objects, with_thumbnail=with_thumbnail)
    return read_pdf(
        data,
        Lexicon(texts, composition.lang),
        right_to_left=composition.right_to_left,
        objects=objects,
        with_thumbnail=with_thumbnail,
    )
