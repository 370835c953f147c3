"""Folders printed some time ago, and what has become of them since."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from helpers import MONOGRAPH, write_monograph
from leaflet import batch, files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import NothingMatched
from leaflet.output import plan
from leaflet.output.audit import Audit
from leaflet.output.manifest import Manifest


@dataclass(frozen=True)
class Place:
    """A project with two monographs and what was printed from them."""

    root: Path

    @property
    def dist(self) -> Path:
        return self.root / "dist"

    @property
    def settings(self) -> Settings:
        return Settings(kinds=("patient",), output=self.dist, project=self.root)

    def print(self) -> None:
        manifest = Manifest(self.dist)
        found = files.find([self.root / "content"])
        for outcome in batch.run(plan.plan(found, ["patient"], self.settings), self.settings):
            manifest.note(outcome)
        manifest.save()

    def findings(self) -> list[Diagnostic]:
        verdicts = Audit(self.dist, self.settings).verdicts()
        return [finding for verdict in verdicts for finding in verdict.findings]

    def codes(self) -> list[tuple[str, str]]:
        return [(Path(d.file).name, d.code) for d in self.findings()]

    def edit(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change the first row of the manifest."""
        manifest = json.loads((self.dist / "manifest.json").read_bytes())
        change(manifest["documents"][0])
        (self.dist / "manifest.json").write_text(json.dumps(manifest))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Place(tmp_path_factory.mktemp("printed"))
    write_monograph(place.root / "content/a.md", "Alphamide")
    write_monograph(place.root / "content/b/b.md", "Betamide")
    place.print()
    return place.root


@pytest.fixture
def place(printed: Path, tmp_path: Path) -> Place:
    """A copy of what was printed: a project that has moved since."""
    return Place(Path(shutil.copytree(printed, tmp_path / "project")))


def test_what_nobody_touched_is_proved(place: Place) -> None:
    assert [v.file.name for v in Audit(place.dist, place.settings).verdicts()] == ["a.pdf", "b.pdf"]
    assert place.codes() == []


def test_a_changed_pdf_is_found(place: Place) -> None:
    pdf = place.dist / "patient/a.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"%")
    assert place.codes() == [("a.pdf", "changed")]


def test_a_missing_pdf_is_found(place: Place) -> None:
    (place.dist / "patient/a.pdf").unlink()
    assert place.codes() == [("a.pdf", "missing")]


@pytest.mark.parametrize("name", ["x.pdf", "patient/c.PDF"])
def test_a_foreign_pdf_is_found(place: Place, name: str) -> None:
    shutil.copy(place.dist / "patient/a.pdf", place.dist / name)
    assert place.codes() == [(Path(name).name, "foreign")]


def test_an_older_pdf_of_what_could_not_be_printed_is_foreign(place: Place) -> None:
    place.edit(lambda row: row.update(status="failed", pdf=None))
    assert place.codes() == [("a.pdf", "foreign")]


def test_a_source_that_has_changed_makes_its_pdf_stale(place: Place) -> None:
    write_monograph(place.root / "content/a.md", "Alphamide forte")
    (finding,) = place.findings()
    assert finding.code == "stale"
    assert "content/a.md" in finding.message


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("templates/base.html", "<!-- ours -->", "templates"),
        ("styles/default.css", "h1 { color: #111 }", "styles"),
    ],
)
def test_a_theme_that_has_changed_makes_all_stale(
    place: Place, file: str, text: str, named: str
) -> None:
    (place.root / file).parent.mkdir()
    (place.root / file).write_text(text)
    assert place.codes() == [("a.pdf", "stale"), ("b.pdf", "stale")]
    assert all(finding.message.endswith(f": {named}") for finding in place.findings())


def test_without_its_source_a_pdf_is_unproved(place: Place) -> None:
    (place.root / "content/b/b.md").unlink()
    (finding,) = place.findings()
    assert (finding.code, finding.severity) == ("unproved", "warning")
    assert "content/b/b.md is not at hand" in finding.message


def test_a_changed_pdf_needs_no_source_to_be_found(place: Place) -> None:
    (place.root / "content/a.md").unlink()
    (place.dist / "patient/a.pdf").write_bytes(b"%PDF-")
    assert place.codes() == [("a.pdf", "changed")]


def test_what_came_through_standard_input_is_unproved(place: Place) -> None:
    place.edit(lambda row: row.update(origin=None, source="-"))
    assert place.codes() == [("a.pdf", "unproved")]


def test_without_a_manifest_all_is_unproved(place: Place) -> None:
    (place.dist / "manifest.json").unlink()
    assert place.codes() == [("a.pdf", "unproved"), ("b.pdf", "unproved")]


def test_a_damaged_manifest_is_told_and_proves_nothing(place: Place) -> None:
    (place.dist / "manifest.json").write_text('{"documents": [')
    assert place.codes() == [
        ("manifest.json", "damaged-manifest"),
        ("a.pdf", "unproved"),
        ("b.pdf", "unproved"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.pop("sha256"),
        lambda row: row.pop("frames"),
        lambda row: row.update(frames=["1 2 3"]),
        lambda row: row.update(frames=[*row["frames"], *row["frames"]]),
        lambda row: row.update(standard="pdf/x"),
        lambda row: row.update(kind="school"),
        lambda row: row.update(styles=["none of ours"]),
    ],
)
def test_a_row_that_tells_too_little_leaves_its_pdf_unproved(
    place: Place, change: Callable[[dict[str, Any]], object]
) -> None:
    place.edit(change)
    assert place.codes() == [("a.pdf", "unproved")]


def test_the_whole_proof_is_run_again(place: Place) -> None:
    """A forger who mends every hash in the manifest still has the text to account for."""
    source = place.root / "content/a.md"
    source.write_text(MONOGRAPH.format(title="Alphamide").replace("5 mg", "50 mg"))
    place.edit(lambda row: row.update(source_sha256=sha256(source.read_bytes()).hexdigest()))
    assert {code for _, code in place.codes()} >= {"words-lost", "number-lost"}


def test_it_says_how_much_there_is_to_do(place: Place) -> None:
    (place.dist / "other.pdf").touch()
    assert Audit(place.dist, place.settings).total == 3


@pytest.mark.parametrize("name", ["nowhere", "content"])
def test_a_folder_with_nothing_printed_is_no_folder_to_audit(place: Place, name: str) -> None:
    with pytest.raises(NothingMatched):
        Audit(place.root / name, place.settings)


def test_a_pdf_that_its_reader_never_gets_through_is_told(place: Place) -> None:
    (place.dist / "patient/a.pdf").unlink()
    os.mkfifo(place.dist / "patient/a.pdf")
    hasty = replace(place.settings, timeout=3)
    first, second = Audit(place.dist, hasty).verdicts()
    assert [d.code for d in first.findings] == ["timeout"]
    assert second.findings == ()
