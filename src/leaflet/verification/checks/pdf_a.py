"""A PDF for archives can be read in decades (PDF/A-2a, ISO 19005-2)."""

import re
from collections.abc import Iterator

import page as validation

from leaflet.diagnostics import Diagnostic
from leaflet.job import Standard
from leaflet.verification.evidence import Evidence

STREAM_LENGTH_RULE = "PDFA2A-STREAM-LENGTH-001"
_STREAM = re.compile(rb"/Length (\d+)[^<>]*>>\s*stream\r?\n")
_END = re.compile(rb"\r?\nendstream")


def check_pdf_a(evidence: Evidence) -> Iterator[Diagnostic]:
    """A file meant for archives conforms to PDF/A-2a, according to an independent validator."""
    if evidence.pdf.standard is not Standard.UA_AND_A:
        return
    report = validation.validate_pdf_bytes(
        evidence.pdf.data, profile=validation.ValidationProfile.PDF_A_2A
    )
    for failure in report.failures:
        if failure.rule_id != STREAM_LENGTH_RULE or not stream_lengths_match(evidence.pdf.data):
            yield evidence.error("pdf-a", f"{failure.rule_id}: {failure.message}")


def stream_lengths_match(data: bytes) -> bool:
    """Whether each stream of a PDF is as long as it says (ISO 19005-2, 6.1.7.1).

    The validator is wrong about streams whose last byte is a carriage return, which it takes for
    part of the line end that follows. One leaflet in twelve has one.
    """
    ends = [found.end() + int(found[1]) for found in _STREAM.finditer(data)]
    return len(ends) == data.count(b"endstream") and all(_END.match(data, end) for end in ends)
