import pickle
from pathlib import Path

from leaflet.diagnostics import Diagnostic
from leaflet.job import Job, Medicine, Outcome, Status, thumbnail_of

JOB = Job(
    Path("content/p/x.md"), "content/p/x.md", "patient", (), "a4", Path("dist/patient/p/x.pdf")
)


def test_jobs_and_outcomes_can_be_sent_to_another_process() -> None:
    outcome = Outcome(JOB, Status.PRINTED, pages=3, sha256="ab")
    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301 - our own bytes


def test_a_printed_document_says_where_its_pdf_is() -> None:
    row = Outcome(JOB, Status.PRINTED, pages=3, sha256="ab", seconds=0.12345).as_dict()
    assert row["status"] == "printed"
    assert row["pdf"] == "dist/patient/p/x.pdf"
    assert (row["pages"], row["sha256"], row["seconds"]) == (3, "ab", 0.123)


def test_a_failed_document_has_no_pdf_but_a_reason() -> None:
    reason = Diagnostic.error("not-text", "no text")
    row = Outcome(JOB, Status.FAILED, diagnostics=(reason,)).as_dict()
    assert row["pdf"] is None
    assert row["diagnostics"] == [reason.as_dict()]


def test_the_picture_of_a_first_page_mirrors_its_pdf() -> None:
    whole = Job(JOB.source, JOB.name, "patient", (), "a4", JOB.target, folder=Path("dist"))
    assert whole.thumbnail == Path("dist/thumbnails/patient/p/x.jpg")
    assert JOB.thumbnail is None
    longest = "x" * 251 + ".pdf"
    assert len(thumbnail_of(longest).removeprefix("thumbnails/")) == len(longest) == 255


def test_only_what_is_stated_of_a_medicine_is_kept() -> None:
    assert Medicine("X", lang="de").as_dict() == {"name": "X", "lang": "de"}
