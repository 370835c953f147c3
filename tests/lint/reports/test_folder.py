"""Findings that only a folder as a whole shows."""

from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity
from leaflet.lint.reports.folder import FileFindings, compare


def test_names_that_look_alike_in_a_folder_are_reported() -> None:
    results = [FileFindings(f"{name}.md", name, ()) for name in ("Examplin", "Examplan", "Testol")]
    found = {v.file: [f.code for f in v.findings] for v in compare(results, Settings())}
    assert found == {
        "Examplin.md": ["look-alike-name"],
        "Examplan.md": ["look-alike-name"],
        "Testol.md": [],
    }
    ignoring = Settings(ignore=("look-alike-name",))
    assert compare(results, ignoring) == results
    weighing = Settings(severity={"look-alike-name": Severity.WARNING})
    assert compare(results, weighing)[0].findings[0].severity is Severity.WARNING
