from leaflet.diagnostics import Diagnostic, has_errors, with_file

WARNING = Diagnostic.warning(
    "dose-trailing-zero", '"1.0 mg"', "p/x.md", 12, column=5, hint='"1 mg"'
)


def test_a_finding_reads_as_editors_expect_it() -> None:
    assert str(WARNING) == ('p/x.md:12:5: warning[dose-trailing-zero] "1.0 mg"\n  hint: "1 mg"')


def test_a_finding_about_a_whole_file_has_no_line() -> None:
    assert str(Diagnostic.error("not-text", "no text", "x.md")) == ("x.md: error[not-text] no text")


def test_a_finding_without_a_file_names_none() -> None:
    assert str(Diagnostic.note("code", "message")) == "note[code] message"


def test_the_receipt_holds_every_field_as_plain_values() -> None:
    assert WARNING.as_dict() == {
        "severity": "warning",
        "code": "dose-trailing-zero",
        "message": '"1.0 mg"',
        "file": "p/x.md",
        "line": 12,
        "column": 5,
        "hint": '"1 mg"',
    }


def test_only_errors_stop_a_document() -> None:
    assert not has_errors([WARNING])
    assert has_errors([WARNING, Diagnostic.error("code", "message")])


def test_a_finding_keeps_its_file_and_gets_one_if_it_has_none() -> None:
    found = with_file([WARNING, Diagnostic.error("code", "message")], "other.md")
    assert [each.file for each in found] == ["p/x.md", "other.md"]
