"""Known findings are not reported again, wherever their lines have moved to."""

from pathlib import Path

import pytest

from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.lint import baseline
from leaflet.lint.reports.folder import FileFindings, read_one
from leaflet.sources import Found
from lint.frame import framed

FILE = Path("known.json")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str, name: str = "a.md") -> FileFindings:
    Path(name).write_text(text)
    found = Found(Path(name), "a")
    return read_one(Settings(select=("dose-more-less",)), False, lambda *_: (), found)


def new(results: list[FileFindings]) -> list[int]:
    """The lines of the findings that are left."""
    compared = baseline.compare_with(FILE, results)
    assert compared
    return [finding.line for result in compared.results for finding in result.findings]


OLD = framed("Adults > 50 kg take 5 mg by mouth.")[0]


def test_a_known_finding_stays_known_when_its_line_moves() -> None:
    old = checked(OLD)
    assert old.findings
    baseline.write(FILE, [old])
    assert new([old]) == []
    assert new([checked(OLD.replace("### Dosage", "### Dosage\n\nSwallow it."))]) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (OLD.replace("50 kg", "40 kg"), [13]),
        (OLD.replace("### Dosage\n", "### Dosage\n\nAdults > 60 kg take 5 mg.\n"), [13]),
        (OLD.replace("by mouth.", "by mouth.\nAdults > 50 kg take 5 mg by mouth."), [14]),
    ],
    ids=["rewritten", "another above", "the same again"],
)
def test_what_is_new_is_reported_at_its_line(text: str, lines: list[int]) -> None:
    baseline.write(FILE, [checked(OLD)])
    assert new([checked(text)]) == lines


def test_what_is_no_longer_found_is_counted() -> None:
    baseline.write(FILE, [checked(OLD), checked(OLD, "b.md")])
    compared = baseline.compare_with(FILE, [checked(OLD.replace(" > 50 kg", ""))])
    assert compared
    assert (compared.known, compared.gone) == (0, 1)


def test_files_are_known_from_any_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    baseline.write(FILE, [checked(OLD)])
    Path("below").mkdir()
    monkeypatch.chdir("below")
    found = Found(Path("../a.md"), "a")
    result = read_one(Settings(select=("dose-more-less",)), False, lambda *_: (), found)
    compared = baseline.compare_with(Path("..") / FILE, [result])
    assert compared
    assert (compared.known, compared.results[0].findings) == (1, ())


def test_no_file_is_none() -> None:
    assert baseline.compare_with(FILE, []) is None


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"leaflet check --baseline": 1, "files": {"a.md": {"x": "1"}}}', "[" * 9],
)
def test_another_file_is_refused(text: str) -> None:
    FILE.write_text(text)
    with pytest.raises(SettingsError, match=r"known\.json: error\[bad-baseline\]"):
        baseline.compare_with(FILE, [])
