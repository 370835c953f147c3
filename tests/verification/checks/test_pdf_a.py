"""What is meant for archives is held to PDF/A-2a as well."""

from collections.abc import Callable

import pikepdf
import pytest

from leaflet.job import Standard
from leaflet.verification.checks.pdf_a import stream_lengths_match
from verification.fault_injection import Fault, codes


def _without_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _without_words_about_itself(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_sound_one_is_let_out(kind: str) -> None:
    assert codes(Fault(standard=Standard.UA_AND_A), kind) == set()


@pytest.mark.parametrize(
    ("pdf", "found"),
    [
        (_without_colours, {"pdf-a"}),
        (_without_words_about_itself, {"foreign-content"}),
    ],
)
def test_one_that_no_archive_takes_is_stopped(
    pdf: Callable[[pikepdf.Pdf], None], found: set[str]
) -> None:
    assert codes(Fault(standard=Standard.UA_AND_A, pdf=pdf)) == found


def test_one_that_is_only_accessible_need_not_be_archivable() -> None:
    assert codes(Fault()) == set()


STREAMS = (
    b"<</Filter /X/Length 4>>\nstream\nabc\r\nendstream\n<</Length 2>>\nstream\nab\nendstream\n"
)


def test_a_stream_may_end_in_a_carriage_return() -> None:
    assert stream_lengths_match(STREAMS)


@pytest.mark.parametrize("length", [b"2", b"5", b"90"])
def test_a_stream_of_another_length_than_it_says_is_found(length: bytes) -> None:
    assert not stream_lengths_match(STREAMS.replace(b"4", length))
