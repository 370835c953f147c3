"""PDFs that are both PDF/UA and PDF/A, checked by a validator of both standards."""

import io
from collections.abc import Callable
from typing import Any

import page
import pikepdf
import pytest
from page import ValidationProfile

from helpers import render
from leaflet.job import Standard
from leaflet.rendering import CompiledStylesheet, Pdf
from leaflet.verification.checks.pdf_a import STREAM_LENGTH_RULE, stream_lengths_match

Archiver = Callable[[str], Pdf]

BODY = """
<p id="a">Words with a <strong>bold</strong> one, α and CO<sub>2</sub>.</p>
<ul><li><p>one</p></li><li>two</li></ul>
<table><thead><tr><th>Who</th><th>How much</th></tr></thead>
<tbody><tr><th>Adults</th><td>4 mg</td></tr></tbody></table>
<p>See <a href="https://example.org/">there</a>, <a href="#a">here</a>.</p>
"""


@pytest.fixture
def archived(composed: Callable[[str], Any], compiled: CompiledStylesheet) -> Archiver:
    return lambda body: render(composed(body), compiled, standard=Standard.UA_AND_A)


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
def test_one_file_conforms_to_both_standards(archived: Archiver, profile: Any) -> None:
    pdf = archived(BODY)
    assert (pdf.standard, pdf.diagnostics) == (Standard.UA_AND_A, ())
    report = page.validate_pdf_bytes(pdf.data, profile=profile)
    assert stream_lengths_match(pdf.data)
    failures = [(f.rule_id, f.message) for f in report.failures if f.rule_id != STREAM_LENGTH_RULE]
    assert failures == []


def test_it_declares_both_standards_in_plain_text(archived: Archiver) -> None:
    data = archived(BODY).data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata.pdfa_status, metadata["pdfuaid:part"]) == ("2A", "1")
        assert metadata["dc:title"] == "Pomalidomide"


def test_the_default_is_pdf_ua_only(printed: Callable[..., Pdf]) -> None:
    pdf = printed(BODY)
    assert pdf.standard is Standard.UA
    with pikepdf.open(io.BytesIO(pdf.data)) as file, file.open_metadata() as metadata:
        assert (metadata.pdfa_status, metadata["pdfuaid:part"]) == ("", "1")


def test_its_bytes_are_always_the_same(archived: Archiver) -> None:
    assert archived(BODY).data == archived(BODY).data
