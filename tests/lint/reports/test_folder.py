"""Findings that only a folder as a whole shows."""

from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity
from leaflet.lint.reports.folder import compare


def test_names_that_look_alike_in_a_folder_are_reported() -> None:
    titles = {f"{name}.md": name for name in ("Examplin", "Examplan", "Testol")}
    found = compare(Settings(), titles)
    assert {each.code for each in found} == {"look-alike-name"}
    assert [each.file for each in found] == ["Examplan.md", "Examplin.md"]
    assert compare(Settings(ignore=("look-alike-name",)), titles) == ()
    weighing = Settings(severity={"look-alike-name": Severity.WARNING})
    assert compare(weighing, titles)[0].severity is Severity.WARNING


def test_what_is_too_long_to_be_a_name_is_not_compared() -> None:
    titles = {"a.md": "e" * 15_000, "b.md": "e" * 15_001}
    assert compare(Settings(), titles) == ()
