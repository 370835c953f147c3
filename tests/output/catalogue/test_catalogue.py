import errno
import os
from pathlib import Path

import pytest

from leaflet import files
from leaflet.config.brand import Brand
from leaflet.job import Medicine
from leaflet.output.manifest import Manifest
from output.catalogue.printing import catalogue, lay_down, outcome


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    """A folder with one medicine and its catalogue."""
    dist = tmp_path / "dist"
    made = lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    assert catalogue(made).keep() == ()
    made.save()
    return Manifest(dist)


def written(manifest: Manifest) -> bool:
    """Whether the catalogue is written anew, if what it should be is asked for."""
    file = manifest.folder / "index.html"
    before = os.stat(file).st_ino if file.exists() else 0
    assert catalogue(manifest).keep() == ()
    return os.stat(file).st_ino != before


def test_without_news_it_stays_as_it_is(manifest: Manifest) -> None:
    assert "Testamide" in (manifest.folder / "index.html").read_text()
    assert not written(manifest)
    assert not manifest.has_news


def test_with_news_it_is_written(manifest: Manifest) -> None:
    manifest.note(outcome(manifest.folder, "y", Medicine("Otheramide")))
    assert written(manifest)
    assert "Otheramide" in (manifest.folder / "index.html").read_text()


def test_it_is_written_again_where_it_is_gone_or_damaged(manifest: Manifest) -> None:
    file = manifest.folder / "index.html"
    whole = file.read_bytes()
    file.unlink()
    assert written(manifest)
    manifest.save()
    file.write_bytes(whole[: len(whole) // 2])
    assert written(Manifest(manifest.folder))
    assert file.read_bytes() == whole


def test_it_is_written_again_where_it_would_look_otherwise(manifest: Manifest) -> None:
    style = manifest.folder.parent / "templates/catalogue/catalogue.css"
    files.write(style, b"h1 { color: teal }")
    assert written(manifest)
    manifest.save()
    assert catalogue(Manifest(manifest.folder), brand=Brand(name="A house")).keep() == ()
    assert "A house" in (manifest.folder / "index.html").read_text()


def test_orphans_are_news(manifest: Manifest) -> None:
    assert catalogue(manifest, "patient/x.pdf").keep() == ()
    assert "Testamide" not in (manifest.folder / "index.html").read_text()


def test_a_page_of_somebody_elses_is_left_alone_and_told(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    manifest = lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    theirs = dist / "index.html"
    theirs.write_text("<!DOCTYPE html><title>Our pharmacy</title>")
    (finding,) = catalogue(manifest).keep()
    assert str(finding).startswith(f"{theirs}: warning[foreign-page]")
    assert "--no-catalogue" in finding.hint
    catalogue(manifest).remove()
    assert "Our pharmacy" in theirs.read_text()


def test_it_can_be_taken_away(manifest: Manifest) -> None:
    for _ in range(2):
        catalogue(manifest).remove()
        assert not (manifest.folder / "index.html").exists()


def test_it_knows_whether_it_is_current(manifest: Manifest) -> None:
    assert catalogue(manifest).is_current()
    assert not catalogue(manifest, brand=Brand(name="A house")).is_current()


def test_one_that_cannot_be_written_is_an_error_and_no_older_one_stays(
    manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    manifest.note(outcome(manifest.folder, "y", Medicine("Otheramide")))
    monkeypatch.setattr(files, "write", full)
    (finding,) = catalogue(manifest).keep()
    place = f"{manifest.folder}/index.html"
    assert str(finding) == f"{place}: error[file-trouble] No space left on device"
    assert not Path(place).exists()


def test_a_design_that_cannot_be_used_is_an_error(manifest: Manifest) -> None:
    own = manifest.folder.parent / "templates/catalogue/index.html"
    files.write(own, b"{% for %}")
    (finding,) = catalogue(manifest).keep()
    assert str(finding).startswith(f"{own}:1: error[bad-template]")
    assert not (manifest.folder / "index.html").exists()
