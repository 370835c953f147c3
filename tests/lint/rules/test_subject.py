"""A combination is refused if the text names others, unless the generic name confirms it."""

import pytest

from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity
from leaflet.lint import findings_for_build
from leaflet.monograph import parse


def found(title: str, generic: str, text: str) -> list[tuple[Severity, str]]:
    body = f"## Usage\n\n{text}\n\n## Dosage\n\n2 tablets.\n\n## Side effects\n\nHeadache.\n"
    data = f"---\ntitle: {title}\ngeneric_name: {generic}\n---\n{body}".encode()
    findings = findings_for_build(data, parse(data, "a.md"), Settings())
    return [(each.severity, each.hint) for each in findings if each.code == "name-mismatch"]


@pytest.mark.parametrize(
    ("title", "generic", "text"),
    [
        ("Paracetamol/codeine", "paracetamol and codeine", "Paracetamol, like dihydrocodeine."),
        ("Losartan/amlodipine", "losartan, amlodipine", "Losartan is like nifedipine."),
        ("Enalapril + felodipine", "enalapril/felodipine", "Enalapril, not amlodipine."),
    ],
)
def test_a_confirmed_combination_is_a_warning_that_says_what_to_do(
    title: str, generic: str, text: str
) -> None:
    ((severity, hint),) = found(title, generic, text)
    assert severity is Severity.WARNING
    assert "in the text" in hint


@pytest.mark.parametrize(
    ("title", "generic", "text"),
    [
        ("Losartan/amlodipine", "losartan", "Losartan is like nifedipine."),
        ("Levonadifloxacin", "levonadifloxacin", "Levofloxacin treats infections."),
        ("Losartan/amlodipine", "losartan, amlodipine", "Valsartan is like nifedipine."),
    ],
)
def test_a_text_about_another_medicine_is_refused(title: str, generic: str, text: str) -> None:
    assert Severity.ERROR in {severity for severity, _ in found(title, generic, text)}


def test_a_combination_whose_parts_are_all_named_has_no_finding() -> None:
    assert found("Paracetamol/codeine", "paracetamol and codeine", "Paracetamol and codeine.") == []
