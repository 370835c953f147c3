"""The PDF is accessible (PDF/UA-1, ISO 14289-1), and says what it is."""

from collections.abc import Iterator

import page as validation

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import compact


def check_pdf_ua(evidence: Evidence) -> Iterator[Diagnostic]:
    """The file conforms to PDF/UA-1, according to an independent validator."""
    report = validation.validate_pdf_bytes(
        evidence.pdf.data, profile=validation.ValidationProfile.PDF_UA_1
    )
    for failure in report.failures:
        yield evidence.error("pdf-ua", f"{failure.rule_id}: {failure.message}")


def check_metadata(evidence: Evidence) -> Iterator[Diagnostic]:
    """Title and language are those of the composition, and each part has a bookmark."""
    pdf, composition = evidence.parsed, evidence.composition
    if pdf.title != composition.title:
        yield evidence.error("wrong-title", f'the title is "{pdf.title}"')
    if pdf.lang != composition.lang:
        yield evidence.error("wrong-language", f'the language is "{pdf.lang}"')
    bookmarks = {compact(title) for title in pdf.outline}
    for line in evidence.expected:
        if line.tag == "h2" and not line.optional and compact(line.text) not in bookmarks:
            yield evidence.error("no-bookmark", f'"{line.text.strip()}" has no bookmark')
