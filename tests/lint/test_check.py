"""Settings and waivers: which findings are reported, with which severity."""

from dataclasses import replace

import pytest

from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.lint import check, findings_for_build
from leaflet.monograph import parse
from lint.frame import framed

NO_DOSE = framed("Your doctor sets the dose.")[0]
UNREAL = framed("This is a hypothetical medicine; 5 mg. Or see [specific condition].")[0]


def findings_in(text: str, settings: Settings | None = None) -> list[tuple[str, Severity]]:
    found = check(text.encode(), "one.md", settings or Settings())
    return [(each.code, each.severity) for each in found if not each.code.startswith("open-")]


OTHER = framed("Levofloxacin is taken once daily. Take 5 mg.")[0].replace(
    "title: Examplin", "title: Levonadifloxacin"
)


def warned(text: str) -> tuple[Diagnostic, ...]:
    """The warnings of a build that prints the text."""
    data = text.encode()
    return findings_for_build(data, parse(data, "one.md"), Settings())


def test_a_finding_has_file_position_message_and_hint() -> None:
    found = check(NO_DOSE.encode(), "p/one.md", Settings(select=("no-dose",)))
    assert found == (
        Diagnostic.warning(
            "no-dose",
            "the dosage section states no amount",
            "p/one.md",
            11,
            column=5,
            hint="state the dose, or waive this rule and give the reason why there is none",
        ),
    )


def test_findings_are_in_the_order_of_the_file() -> None:
    text = UNREAL + "\nSee the provided data.\n"
    positions = [(d.line, d.column) for d in check(text.encode(), "one.md", Settings())]
    assert positions == sorted(positions)
    assert [code for code, _ in findings_in(text)] == [
        "hypothetical",
        "placeholder",
        "hidden-source",
    ]


def test_rules_are_selected_and_ignored() -> None:
    assert findings_in(UNREAL, Settings(select=("placeholder",))) == [
        ("placeholder", Severity.ERROR)
    ]
    assert findings_in(UNREAL, Settings(ignore=("placeholder",))) == [
        ("hypothetical", Severity.ERROR)
    ]


def test_settings_change_the_severity_of_a_rule() -> None:
    settings = Settings(select=("no-dose",), severity={"no-dose": Severity.ERROR})
    assert findings_in(NO_DOSE, settings) == [("no-dose", Severity.ERROR)]


def test_the_severity_of_a_refused_text_cannot_be_changed() -> None:
    settings = Settings(severity={"template-variable": Severity.NOTE})
    assert ("template-variable", Severity.ERROR) in findings_in(framed("Take {dose}.")[0], settings)


@pytest.mark.parametrize("way", ["select", "ignore", "severity", "waivers"])
def test_an_unknown_code_is_reported_with_a_suggestion(way: str) -> None:
    value = {"no-dos": Severity.NOTE} if way == "severity" else ("no-dos",)
    with pytest.raises(SettingsError) as raised:
        check(b"", "one.md", Settings(**{way: value}))  # type: ignore[arg-type]
    assert 'did you mean "no-dose"?' in str(raised.value)


def waived(waiver: str) -> str:
    return NO_DOSE.replace("title: Examplin", f"title: Examplin\nwaive: {waiver}")


def test_a_waiver_with_a_reason_silences_its_rule() -> None:
    assert findings_in(waived("{no-dose: the clinic gives it}")) == []


def test_a_waiver_without_a_reason_has_no_effect() -> None:
    assert [code for code, _ in findings_in(waived("{no-dose: }"))] == ["bad-waiver", "no-dose"]


def test_waived_errors_are_counted_unless_the_project_permits_them() -> None:
    codes = "{dose-qd: it is, dose-naked-decimal: fine, no-dose: by, self-waived: us}"
    text = waived(codes).replace("Your doctor", "Take .5 mg QD or .7 mg QD. Your doctor")
    found = check(text.encode(), "one.md", Settings())
    assert [(d.code, d.severity) for d in found if "waiv" in d.code] == [
        ("self-waived", Severity.WARNING),
        ("unused-waiver", Severity.WARNING),
        ("unused-waiver", Severity.WARNING),
    ]
    count = "4 findings waived by the text itself: dose-naked-decimal, dose-qd"
    assert count in [d.message for d in found]
    assert count in [d.message for d in warned(text)]
    permitted = Settings(waivers=("dose-qd", "dose-naked-decimal"))
    assert "self-waived" not in {code for code, _ in findings_in(text, permitted)}


def test_waived_warnings_are_counted_where_warnings_stop_a_text() -> None:
    text = waived("{no-dose: the clinic gives it}")
    strict = Settings(strict=True)
    assert findings_in(text, strict) == [("self-waived", Severity.WARNING)]
    assert findings_in(text, replace(strict, waivers=("no-dose",))) == []


def test_a_waiver_is_not_unused_where_its_rule_was_not_run() -> None:
    text = framed("5 mg.")[0].replace("title: Examplin", "title: Examplin\nwaive: {no-dose: why}")
    assert [code for code, _ in findings_in(text)] == ["unused-waiver"]
    assert findings_in(text, Settings(ignore=("no-dose",))) == []


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"---\ntitle: [\n---\n", b"---\ntitle: X\n---\n", b"words"]
)
def test_any_bytes_can_be_checked(data: bytes) -> None:
    assert any(d.severity is Severity.ERROR for d in check(data, "one.md", Settings()))


def test_build_is_warned_of_errors_only() -> None:
    [found] = warned(NO_DOSE.replace("Your doctor", "Take .5 mg. Your doctor"))
    assert (found.code, found.severity) == ("dose-naked-decimal", Severity.WARNING)
    assert warned(NO_DOSE) == ()


def test_a_text_that_is_not_about_its_medicine_or_not_for_readers_stops_a_document() -> None:
    for text, codes in (
        (UNREAL, ["hypothetical", "placeholder"]),
        (framed("I cannot provide a dose.")[0], ["prompt-voice"]),
        (framed("The dose is in the provided text.")[0], ["hidden-source"]),
        (OTHER, ["name-mismatch"]),
    ):
        assert [d.code for d in warned(text) if d.severity is Severity.ERROR] == codes


def test_a_text_that_never_names_its_medicine_stops_nothing_if_it_names_no_other() -> None:
    [found] = warned(OTHER.replace("Levofloxacin", "This tablet"))
    assert (found.code, found.severity) == ("name-mismatch", Severity.WARNING)


def test_a_waiver_with_a_reason_or_the_project_lets_a_document_be_printed() -> None:
    reason = UNREAL.replace("title:", "waive: {hypothetical: test, placeholder: test}\ntitle:")
    never = findings_for_build(
        UNREAL.encode(), parse(UNREAL.encode(), "a.md"), Settings(stop="never")
    )
    for found in (warned(reason), never):
        assert {d.severity for d in found} == {Severity.WARNING}


def test_a_text_in_another_language_is_not_read_as_if_it_were_english() -> None:
    text = framed("Take 5.0 mg QD.")[0].replace("---\n", "---\nlang: de\n", 1)
    assert [(d.severity, d.code) for d in check(text.encode(), "a.md", Settings())] == [
        (Severity.NOTE, "other-language")
    ]
    assert warned(text) == ()
    strict = [code for code, _ in findings_in(text, Settings(strict=True))]
    assert strict == ["dose-trailing-zero", "dose-qd"]


def test_a_text_in_another_language_is_not_taken_for_english_with_strict() -> None:
    text = "---\nlang: de\ntitle: Examplin\n---\n### Usage\n\nNehmen Sie 5.0 mg QD.\n"
    text += (
        "Das Mittel hilft gegen Schmerzen und Fieber; fragen Sie Ihre Apotheke, ob es passt.\n" * 3
    )
    assert "dose-qd" not in [code for code, _ in findings_in(text, Settings(strict=True))]
