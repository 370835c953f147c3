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
from leaflet import batch
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import NothingMatched
from leaflet.output import plan
from leaflet.output.audit import Audit
from leaflet.output.store import NAME, Store
from leaflet.sources import find_monographs


@dataclass(frozen=True)
class Project:
    """A project with two monographs and what was printed from them."""

    root: Path

    @property
    def dist(self) -> Path:
        return self.root / "dist"

    @property
    def settings(self) -> Settings:
        return Settings(kinds=("patient",), output=self.dist, project=self.root)

    def print(self) -> None:
        found = find_monographs([self.root / "content"])
        jobs = plan.plan(found, ["patient"], self.settings)
        with Store.open(self.dist) as store:
            for outcome in batch.run(jobs, self.settings):
                store.record(outcome)

    def findings(self) -> list[Diagnostic]:
        results = Audit(self.dist, self.settings).results()
        return [finding for each in results for finding in each.findings]

    def codes(self) -> list[tuple[str, str]]:
        return [(Path(d.file).name, d.code) for d in self.findings()]

    def edit(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change the first row of the manifest."""
        manifest = json.loads((self.dist / "manifest.json").read_bytes())
        change(manifest["documents"][0])
        (self.dist / "manifest.json").write_text(json.dumps(manifest))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("printed"))
    write_monograph(project.root / "content/a.md", "Alphamide")
    write_monograph(project.root / "content/b/b.md", "Betamide")
    project.print()
    return project.root


@pytest.fixture
def project(printed: Path, tmp_path: Path) -> Project:
    """A copy of what was printed: a project that has moved since."""
    return Project(Path(shutil.copytree(printed, tmp_path / "project")))


def test_what_nobody_touched_is_proved(project: Project) -> None:
    assert [each.file.name for each in Audit(project.dist, project.settings).results()] == [
        "a.pdf",
        "b.pdf",
    ]
    assert project.codes() == []


def test_a_changed_pdf_is_found(project: Project) -> None:
    pdf = project.dist / "patient/a.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"%")
    assert project.codes() == [("a.pdf", "changed")]


def test_a_missing_pdf_is_found(project: Project) -> None:
    (project.dist / "patient/a.pdf").unlink()
    assert project.codes() == [("a.pdf", "missing")]


@pytest.mark.parametrize("name", ["x.pdf", "patient/c.PDF"])
def test_a_foreign_pdf_is_found(project: Project, name: str) -> None:
    shutil.copy(project.dist / "patient/a.pdf", project.dist / name)
    assert project.codes() == [(Path(name).name, "foreign")]


def test_an_older_pdf_of_what_could_not_be_printed_is_foreign(project: Project) -> None:
    project.edit(lambda row: row.update(status="failed", pdf=None))
    assert project.codes() == [("a.pdf", "foreign")]


def test_a_source_that_has_changed_makes_its_pdf_stale(project: Project) -> None:
    write_monograph(project.root / "content/a.md", "Alphamide forte")
    (finding,) = project.findings()
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
    project: Project, file: str, text: str, named: str
) -> None:
    (project.root / file).parent.mkdir()
    (project.root / file).write_text(text)
    assert project.codes() == [("a.pdf", "stale"), ("b.pdf", "stale")]
    assert all(finding.message.endswith(f": {named}") for finding in project.findings())


def test_without_its_source_a_pdf_is_unproved(project: Project) -> None:
    (project.root / "content/b/b.md").unlink()
    (finding,) = project.findings()
    assert (finding.code, finding.severity) == ("unproved", "warning")
    assert "content/b/b.md is not there" in finding.message


def test_a_changed_pdf_needs_no_source_to_be_found(project: Project) -> None:
    (project.root / "content/a.md").unlink()
    (project.dist / "patient/a.pdf").write_bytes(b"%PDF-")
    assert project.codes() == [("a.pdf", "changed")]


def test_what_came_through_standard_input_is_unproved(project: Project) -> None:
    project.edit(lambda row: row.update(origin=None, source="-"))
    assert project.codes() == [("a.pdf", "unproved")]


@pytest.mark.parametrize("lost", [NAME, "manifest.json"])
def test_database_or_manifest_alone_is_enough(project: Project, lost: str) -> None:
    (project.dist / lost).unlink()
    assert project.codes() == []
    assert not (project.dist / lost).exists()


def test_without_both_all_is_unproved(project: Project) -> None:
    (project.dist / "manifest.json").unlink()
    (project.dist / NAME).unlink()
    assert project.codes() == [("a.pdf", "unproved"), ("b.pdf", "unproved")]


def test_a_damaged_manifest_is_reported_and_the_database_proves_the_rest(project: Project) -> None:
    (project.dist / "manifest.json").write_text('{"documents": [')
    assert project.codes() == [("manifest.json", "damaged-manifest")]


def test_a_damaged_database_is_reported_and_the_manifest_proves_the_rest(project: Project) -> None:
    (project.dist / NAME).write_bytes(b"garbage" * 1000)
    assert project.codes() == [(NAME, "damaged-store")]


def test_a_damaged_manifest_alone_proves_nothing(project: Project) -> None:
    (project.dist / "manifest.json").write_text('{"documents": [')
    (project.dist / NAME).unlink()
    assert project.codes() == [
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
def test_a_record_that_says_too_little_leaves_its_pdf_unproved(
    project: Project, change: Callable[[dict[str, Any]], object]
) -> None:
    project.edit(change)
    assert project.codes() == [("a.pdf", "unproved")]


def test_the_whole_proof_is_run_again(project: Project) -> None:
    """A forger who adjusts every hash in the manifest still has the text to account for."""
    source = project.root / "content/a.md"
    source.write_text(MONOGRAPH.format(title="Alphamide").replace("5 mg", "50 mg"))
    project.edit(lambda row: row.update(source_sha256=sha256(source.read_bytes()).hexdigest()))
    assert {code for _, code in project.codes()} >= {"words-lost", "number-lost"}


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data + b"%%EOF\n",
        lambda data: data.replace(b"/Root ", b"/Encrypt 1 0 R/Root "),
        lambda _: b"%PDF-1.7\n" + b"[" * 1_000_000,
    ],
    ids=["empty", "cut off", "two ends", "encrypted", "deep"],
)
def test_a_hostile_pdf_whose_hash_is_adjusted_is_refused_and_the_others_are_proved(
    project: Project, change: Callable[[bytes], bytes]
) -> None:
    pdf = project.dist / "patient/a.pdf"
    pdf.write_bytes(change(pdf.read_bytes()))
    digest = sha256(pdf.read_bytes()).hexdigest()
    project.edit(lambda row: row.update(sha256=digest))
    assert project.codes() == [("a.pdf", "foreign-content")]


def test_it_says_how_much_there_is_to_do(project: Project) -> None:
    (project.dist / "other.pdf").touch()
    assert Audit(project.dist, project.settings).total == 3


@pytest.mark.parametrize("name", ["nowhere", "content"])
def test_a_folder_with_nothing_printed_is_no_folder_to_audit(project: Project, name: str) -> None:
    with pytest.raises(NothingMatched):
        Audit(project.root / name, project.settings)


def test_a_pdf_that_takes_too_long_to_read_is_reported(project: Project) -> None:
    (project.dist / "patient/a.pdf").unlink()
    os.mkfifo(project.dist / "patient/a.pdf")
    hasty = replace(project.settings, timeout=5)
    first, second = Audit(project.dist, hasty).results()
    assert [d.code for d in first.findings] == ["timeout"]
    assert second.findings == ()
