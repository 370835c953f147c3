"""The proof of a page that is no document of a kind, such as a list of changes."""

from collections.abc import Iterator

import page as validation

from leaflet.diagnostics import Diagnostic
from leaflet.fonts.shaping import Lexicon, needs_shaping
from leaflet.rendering import Pdf
from leaflet.verification.expected.align import MARKER, align, printed_texts
from leaflet.verification.expected.html_lines import expected_lines
from leaflet.verification.pdf.model import ParsedPdf
from leaflet.verification.pdf.structure import read_pdf

LONGEST = 80
"""Characters of a text that are quoted."""


def prove_page(
    pdf: Pdf, html: str, title: str, lang: str, *, right_to_left: bool = False
) -> tuple[Diagnostic, ...]:
    """What is wrong with a PDF: it must have all words of its HTML, in order, and no others.

    It must also be accessible (PDF/UA-1), with its title and language, and no glyph be missing.
    """
    texts = [line.text for line in expected_lines(html)]
    lexicon = Lexicon(texts, lang) if needs_shaping("".join(texts)) else None
    parsed = read_pdf(pdf.data, lexicon, right_to_left=right_to_left)
    return (*_findings(pdf, parsed, title, lang), *_differences(parsed, html))


def _findings(pdf: Pdf, parsed: ParsedPdf, title: str, lang: str) -> Iterator[Diagnostic]:
    yield from pdf.diagnostics
    if pdf.missing:
        yield Diagnostic.error("missing-glyph", f'no font has the characters "{pdf.missing}"')
    if (parsed.title, parsed.lang) != (title, lang):
        yield Diagnostic.error("wrong-title", f'the title is "{parsed.title}" ({parsed.lang})')
    profile = validation.ValidationProfile.PDF_UA_1
    for failure in validation.validate_pdf_bytes(pdf.data, profile=profile).failures:
        yield Diagnostic.error("pdf-ua", f"{failure.rule_id}: {failure.message}")


def _differences(parsed: ParsedPdf, html: str) -> Iterator[Diagnostic]:
    printed = tuple(printed_texts(parsed))
    at = 0
    for found in align(expected_lines(html), printed):
        if found.end is None and found.line.optional:
            continue
        if found.end is None:
            text = found.line.text.strip()[:LONGEST]
            yield Diagnostic.error("words-lost", f'not printed as written: "{text}"')
            return
        added = [each.text for each in printed[at : found.start] if not MARKER.fullmatch(each.text)]
        at = found.end
        if added:
            message = f'printed, but not part of the page: "{" ".join(added)[:LONGEST]}"'
            yield Diagnostic.error("words-added", message)
    if at < len(printed):
        message = f'printed, but not part of the page: "{printed[at].text[:LONGEST]}"'
        yield Diagnostic.error("words-added", message)
