import json
import re
import tracemalloc
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from leaflet import __version__
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LayoutFailed, NothingMatched, SettingsError
from leaflet.job import Job, Outcome, Status
from leaflet.output.report import Exit, Tally, exit_of

WARNING = Diagnostic.warning("loose", "is loose", "a.md", 3, column=5, hint="fasten it")


def printed(name: str, *findings: Diagnostic, kind: str = "patient") -> Outcome:
    job = Job(Path(f"c/{name}.md"), f"c/{name}.md", kind, (), "a4", Path(f"dist/{kind}/{name}.pdf"))
    return Outcome(job, Status.PRINTED, 3, "f00", "ba5", 0.12345, findings)


def failed(name: str, code: str, *, kind: str = "patient", removed: bool = False) -> Outcome:
    job = printed(name, kind=kind).job
    fault = Diagnostic.error(code, "cannot be printed", job.name)
    return Outcome(job, Status.FAILED, diagnostics=(fault,), removed=removed)


def report_of(*outcomes: Outcome) -> Tally:
    report = Tally(keep=True)
    for outcome in outcomes:
        report.add(outcome)
    return report


def test_the_receipt_has_exactly_the_promised_keys(tmp_path: Path) -> None:
    # In whichever order they came, the rows are in that of the sources.
    outcomes = (failed("b", "refused", removed=True), printed("a", WARNING))
    report_of(*outcomes).write(tmp_path / "receipt.json")
    receipt = json.loads((tmp_path / "receipt.json").read_bytes())
    assert isinstance(receipt.pop("seconds"), float)
    assert receipt == {
        "leaflet": __version__,
        "counts": {"printed": 1, "unchanged": 0, "failed": 1, "removed": 1},
        "documents": [
            {
                "source": "c/a.md",
                "kind": "patient",
                "styles": [],
                "paper": "a4",
                "standard": "ua-1",
                "status": "printed",
                "pdf": "dist/patient/a.pdf",
                "pages": 3,
                "sha256": "f00",
                "source_sha256": "ba5",
                "fingerprint": {},
                "checks": [],
                "seconds": 0.123,
                "diagnostics": [
                    {
                        "severity": "warning",
                        "code": "loose",
                        "message": "is loose",
                        "file": "a.md",
                        "line": 3,
                        "column": 5,
                        "hint": "fasten it",
                    }
                ],
            },
            {
                "source": "c/b.md",
                "kind": "patient",
                "styles": [],
                "paper": "a4",
                "standard": "ua-1",
                "status": "failed",
                "pdf": None,
                "pages": 0,
                "sha256": "",
                "source_sha256": "",
                "fingerprint": {},
                "checks": [],
                "seconds": 0.0,
                "diagnostics": [
                    {
                        "severity": "error",
                        "code": "refused",
                        "message": "cannot be printed",
                        "file": "c/b.md",
                        "line": 0,
                        "column": 0,
                        "hint": "",
                    }
                ],
            },
        ],
    }


@pytest.mark.parametrize(
    ("outcomes", "plain", "strict"),
    [
        ([printed("a")], Exit.DONE, Exit.DONE),
        ([printed("a", WARNING)], Exit.DONE, Exit.FINDINGS),
        ([printed("a", WARNING), failed("b", "x")], Exit.FAILED, Exit.FAILED),
    ],
)
def test_the_exit_code_says_how_it_went(outcomes: list[Outcome], plain: Exit, strict: Exit) -> None:
    assert report_of(*outcomes).exit_code(strict=False) is plain
    assert report_of(*outcomes).exit_code(strict=True) is strict


def test_an_error_that_stops_the_run_has_its_exit_code() -> None:
    errors = (SettingsError([]), NothingMatched([]), LayoutFailed([]))
    assert [exit_of(error) for error in errors] == [2, 4, 1]


def test_the_summary_is_a_line() -> None:
    report = report_of(printed("a", WARNING), printed("a", WARNING, kind="clinician"))
    text = re.sub(r"[\d.]+ (s|documents per second)\b", r"0 \1", report.summary("dist"))
    assert text == "2 printed; 6 pages in dist; 0 s, 0 documents per second; 1 warning"


def test_what_an_earlier_run_printed_counts_but_not_as_work() -> None:
    known = replace(printed("a", WARNING), status=Status.UNCHANGED, seconds=9.0)
    report = report_of(*[known] * 9)
    text = re.sub(r"[\d.]+ s\b", "0 s", report.summary("dist"))
    assert text == "9 unchanged; nothing new in dist; 0 s; 1 warning"
    assert report.exit_code(strict=True) is Exit.FINDINGS


def test_the_slowest_are_named_where_there_are_more() -> None:
    assert "slowest" not in report_of(*[printed(f"m{n}") for n in range(9)]).summary("dist")
    outcomes = [replace(printed(f"m{n}"), seconds=float(n)) for n in (3, 1, 4, 2)]
    assert "slowest" not in report_of(*outcomes[:3]).summary("dist")
    assert report_of(*outcomes).summary("dist").splitlines()[1:] == [
        "  slowest: c/m4.md (patient) 4.0 s, c/m3.md (patient) 3.0 s, c/m2.md (patient) 2.0 s"
    ]


def test_pdfs_without_a_source_are_named() -> None:
    gone = [Path(f"dist/patient/m{n}.pdf") for n in range(6)]
    assert report_of().summary("dist", gone).splitlines()[1:] == [
        "  no longer have a monograph (--prune removes them): dist/patient/m0.pdf, "
        "dist/patient/m1.pdf, "
        "dist/patient/m2.pdf, dist/patient/m3.pdf, dist/patient/m4.pdf and 1 more"
    ]


def test_a_name_that_ends_in_xml_asks_for_junit(tmp_path: Path) -> None:
    report_of(printed("a"), failed("b", "refused")).write(tmp_path / "r.XML")
    cases = ElementTree.parse(tmp_path / "r.XML").findall(".//testcase")  # noqa: S314 - our own
    assert [(case.get("name"), len(case)) for case in cases] == [("c/a.md", 0), ("c/b.md", 1)]


def test_without_a_receipt_outcomes_are_not_kept() -> None:
    report = Tally()
    report.add(printed("a", WARNING))
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(500):
        report.add(replace(printed(f"m{number}", WARNING), data=b"x" * 9999))
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 500 * 100


def test_failures_are_summed_up_by_cause_each_monograph_once() -> None:
    outcomes = [failed(f"m{n}", "refused") for n in range(7)]
    both = [failed("x", "layout-failed"), failed("x", "layout-failed", kind="clinician")]
    head, *causes = report_of(*outcomes, *both).summary("dist").splitlines()
    assert head.startswith("9 failed (of 8 monographs); nothing new in dist; ")
    assert causes == [
        "  failed [layout-failed]: c/x.md",
        "  failed [refused]: c/m0.md, c/m1.md, c/m2.md, c/m3.md, c/m4.md and 2 more",
    ]


def test_a_run_without_any_document_says_so() -> None:
    assert report_of().summary("dist").startswith("0 printed; nothing new in dist; ")
