import json
import subprocess
import sys
from pathlib import Path

import pytest

import leaflet
from cli.running import build, pdfs, receipt
from helpers import NO_MONOGRAPH, words, write_monograph
from leaflet import batch

pytestmark = pytest.mark.usefixtures("content")


class Recorder(leaflet.Listener):
    """Writes down what it hears."""

    def __init__(self) -> None:
        self.events: list[tuple[object, ...]] = []

    def begin(self, total: int, unchanged: int) -> None:
        self.events.append(("begin", total, unchanged))

    def document(self, outcome: leaflet.Outcome) -> None:
        self.events.append((str(outcome.status), outcome.job.name))

    def finding(self, finding: leaflet.Diagnostic) -> None:
        self.events.append(("finding", finding.code))


def test_a_folder_is_printed_and_what_is_unchanged_is_not() -> None:
    report = leaflet.build("content", "dist", kinds=["patient"])
    assert pdfs() == ["dist/patient/alpha.pdf", "dist/patient/b/beta.pdf"]
    assert report.exit_code == 0
    assert [outcome.status for outcome in report.documents] == [leaflet.Status.PRINTED] * 2
    assert report.summary.startswith("2 printed; ")
    write_monograph(Path("content/b/beta.md"), "Gammamide")
    recorder = Recorder()
    report = leaflet.build([Path("content")], "dist", kinds="patient", listener=recorder)
    assert report.counts == {"printed": 1, "unchanged": 1, "failed": 0, "removed": 0}
    assert recorder.events == [
        ("unchanged", "content/alpha.md"),
        ("begin", 1, 1),
        ("printed", "content/b/beta.md"),
    ]


def test_the_command_line_takes_it_for_its_own() -> None:
    leaflet.build("content", "dist", report="receipt.json")
    assert "4 unchanged" in build().stderr
    assert receipt()["counts"]["printed"] == 4


def test_a_failed_document_raises_nothing_and_stops_no_other() -> None:
    Path("content/refusal.md").write_text(NO_MONOGRAPH)
    report = leaflet.build("content", kinds=["patient"])
    assert (report.exit_code, report.counts["failed"], len(pdfs())) == (1, 1, 2)
    assert "not-a-monograph" in {each.code for each in report.diagnostics}
    assert len(report.diagnostics) == len(set(report.diagnostics))


def test_as_dict_is_the_receipt() -> None:
    report = leaflet.build("content", kinds=["patient"], report="receipt.json")
    written = receipt()
    assert written["seconds"] > 0
    assert json.loads(json.dumps(report.as_dict())) | {"seconds": 0} == written | {"seconds": 0}


def test_a_single_document_may_go_to_a_file() -> None:
    leaflet.build("content/alpha.md", "one.pdf", kinds=["patient"], paper="a5")
    assert "Alphamide" in words(Path("one.pdf"))


def test_findings_about_the_folder_are_reported() -> None:
    Path("dist").mkdir()
    Path("dist/index.html").write_text("<title>Ours</title>")
    recorder = Recorder()
    report = leaflet.build("content", kinds=["patient"], listener=recorder)
    assert [each.code for each in report.findings] == ["foreign-page"]
    assert recorder.events[-1] == ("finding", "foreign-page")
    assert report.diagnostics[0] == report.findings[0]


def test_what_is_wrong_with_the_whole_build_is_raised() -> None:
    with pytest.raises(leaflet.NothingMatched):
        leaflet.build("nowhere")
    with pytest.raises(leaflet.SettingsError, match="4 are to be printed"):
        leaflet.build("content", "one.pdf")
    with pytest.raises(ValueError, match="not the path"):
        leaflet.build("---\ntitle: Text\n---\n")
    assert pdfs() == []


def test_ctrl_c_is_raised_when_everything_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    write_or_remove = batch.write_or_remove

    def interrupted_at_beta(outcome: leaflet.Outcome) -> leaflet.Outcome:
        if outcome.job.name == "content/b/beta.md":
            raise KeyboardInterrupt
        return write_or_remove(outcome)

    monkeypatch.setattr(batch, "write_or_remove", interrupted_at_beta)
    with pytest.raises(KeyboardInterrupt):
        leaflet.build("content", kinds=["patient"], jobs=1)
    assert pdfs() == ["dist/patient/alpha.pdf"]
    assert len(receipt("dist/manifest.json")["documents"]) == 1


def test_a_script_needs_no_guard_for_its_main_module() -> None:
    Path("script.py").write_text('import leaflet\nprint(leaflet.build("content").counts)\n')
    ran = subprocess.run((sys.executable, "script.py"), capture_output=True, check=True, text=True)
    assert ran.stdout == "{'printed': 4, 'unchanged': 0, 'failed': 0, 'removed': 0}\n"
