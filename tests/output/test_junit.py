from typing import Any
from xml.etree import ElementTree

from leaflet.output import junit

HEAD = {"seconds": 2.5, "counts": {"printed": 1, "unchanged": 1, "failed": 1, "removed": 0}}


def row(source: str, *findings: dict[str, Any], styles: tuple[str, ...] = ()) -> dict[str, Any]:
    diagnostics = [{"file": source, "line": 0, "column": 0, **each} for each in findings]
    return {
        "source": source,
        "kind": "patient",
        "styles": list(styles),
        "seconds": 0.5,
        "diagnostics": diagnostics,
    }


def finding(severity: str, message: str, line: int = 0) -> dict[str, Any]:
    return {"severity": severity, "code": "some-code", "message": message, "line": line}


def suite(*rows: dict[str, Any]) -> ElementTree.Element:
    return ElementTree.fromstring(junit.to_xml(HEAD, rows))  # noqa: S314 - our own


def test_the_counts_are_those_of_the_run() -> None:
    root = suite()
    assert root.tag == "testsuites"
    for each in (root, root[0]):
        assert (each.get("tests"), each.get("failures"), each.get("time")) == ("3", "1", "2.5")


def test_a_document_is_a_case_named_after_its_source() -> None:
    (case,) = suite(row("c/a.md", styles=("large-print",))).iter("testcase")
    assert case.attrib == {
        "classname": "patient.large-print",
        "name": "c/a.md",
        "file": "c/a.md",
        "time": "0.5",
    }
    assert len(case) == 0


def test_an_error_is_a_failure_and_a_warning_is_output() -> None:
    findings = (
        finding("warning", "is loose", 3),
        finding("error", "is lost", 7),
        finding("error", "is gone"),
    )
    (case,) = suite(row("a.md", *findings)).iter("testcase")
    failure, output = case
    assert (failure.tag, failure.get("type")) == ("failure", "some-code")
    assert failure.get("message") == "is lost"
    assert failure.text == "a.md:7: error[some-code] is lost\na.md: error[some-code] is gone"
    assert (output.tag, output.text) == ("system-out", "a.md:3: warning[some-code] is loose")


def test_no_text_breaks_the_file() -> None:
    hostile = '<b> & "quoted" \x00\x1b\udcff ]]> \U0001f48a'
    (case,) = suite(row(hostile, finding("error", hostile))).iter("testcase")
    assert case.get("name") == r'<b> & "quoted" \u0000\u001b\udcff ]]> ' + "\U0001f48a"
    assert "]]> \U0001f48a" in str(case[0].text)
