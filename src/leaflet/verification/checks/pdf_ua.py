"""Check 7: the PDF can be read aloud (PDF/UA-1, ISO 14289-1)."""

from collections.abc import Iterator

import page as validation

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import squeeze

_NO_GLYPH = "PDFUA1-NOTDEF-GLYPH-001"


def check_access(evidence: Evidence) -> Iterator[Diagnostic]:
    """The file conforms to PDF/UA-1, as an independent validator sees it."""
    report = validation.validate_pdf_bytes(
        evidence.data, profile=validation.ValidationProfile.PDF_UA_1
    )
    for failure in report.failures:
        if failure.rule_id == _NO_GLYPH and evidence.missing:
            continue  # told by check_fonts, with the character and its line
        yield evidence.error("pdf-ua", f"{failure.rule_id}: {failure.message}")


def check_described(evidence: Evidence) -> Iterator[Diagnostic]:
    """Title and language are the composition's, and a bookmark leads to each part."""
    reading, composition = evidence.reading, evidence.composition
    if reading.title != composition.title:
        yield evidence.error("wrong-title", f'the title is "{reading.title}"')
    if reading.lang != composition.lang:
        yield evidence.error("wrong-language", f'the language is "{reading.lang}"')
    bookmarks = {squeeze(title) for title in reading.outline}
    for line in evidence.script:
        if line.tag == "h2" and not line.spare and squeeze(line.text) not in bookmarks:
            yield evidence.error("no-bookmark", f'no bookmark leads to "{line.text.strip()}"')
