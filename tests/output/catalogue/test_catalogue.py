import errno
import os
from pathlib import Path
from typing import Any

import pytest

from leaflet import files
from leaflet.config.brand import Brand
from leaflet.job import Medicine, Outcome
from leaflet.output.store import Store
from output.catalogue.printing import catalogue, lay_down, outcome


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A folder with one medicine and its catalogue."""
    dist = tmp_path / "dist"
    lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    assert is_written(dist)
    return dist


def is_written(dist: Path, *orphans: str, news: Outcome | None = None, **choices: Any) -> bool:
    """Whether a run writes the catalogue."""
    file = dist / "index.html"
    before = os.stat(file).st_ino if file.exists() else 0
    with Store.open(dist) as store:
        if news:
            store.record(news)
        assert catalogue(store, *orphans, **choices).update() == ()
    return os.stat(file).st_ino != before


def test_without_news_it_stays_as_it_is(dist: Path) -> None:
    assert "Testamide" in (dist / "index.html").read_text()
    assert not is_written(dist)
    assert not Store.copy(dist).has_news


def test_with_news_it_is_written(dist: Path) -> None:
    assert is_written(dist, news=outcome(dist, "y", Medicine("Otheramide")))
    assert "Otheramide" in (dist / "index.html").read_text()


def test_it_is_written_again_where_it_is_gone_or_damaged(dist: Path) -> None:
    file = dist / "index.html"
    whole = file.read_bytes()
    file.unlink()
    assert is_written(dist)
    file.write_bytes(whole[: len(whole) // 2])
    assert is_written(dist)
    assert file.read_bytes() == whole


def test_it_is_written_again_where_it_would_look_otherwise(dist: Path) -> None:
    files.write(dist.parent / "templates/catalogue/catalogue.css", b"h1 { color: teal }")
    assert is_written(dist)
    assert is_written(dist, brand=Brand(name="Corner Pharmacy"))
    assert "Corner Pharmacy" in (dist / "index.html").read_text()


def test_orphans_are_news(dist: Path) -> None:
    assert is_written(dist, "patient/x.pdf")
    assert "Testamide" not in (dist / "index.html").read_text()


def test_a_page_of_somebody_elses_is_left_alone_and_reported(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    store = lay_down(dist, outcome(dist, "x", Medicine("Testamide")))
    theirs = dist / "index.html"
    theirs.write_text("<!DOCTYPE html><title>Our pharmacy</title>")
    (finding,) = catalogue(store).update()
    assert str(finding).startswith(f"{theirs}: warning[foreign-page]")
    assert "--no-catalogue" in finding.hint
    catalogue(store).remove()
    assert "Our pharmacy" in theirs.read_text()


def test_it_can_be_taken_away(dist: Path) -> None:
    for _ in range(2):
        catalogue(Store.copy(dist)).remove()
        assert not (dist / "index.html").exists()


def test_it_knows_whether_it_is_current(dist: Path) -> None:
    assert catalogue(Store.copy(dist)).is_current()
    assert not catalogue(Store.copy(dist), brand=Brand(name="Corner Pharmacy")).is_current()


def test_one_that_cannot_be_written_is_an_error_and_no_older_one_stays(
    dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    store = Store.copy(dist)
    store.record(outcome(dist, "y", Medicine("Otheramide")))
    monkeypatch.setattr(files, "write", full)
    (finding,) = catalogue(store).update()
    file = dist / "index.html"
    assert str(finding) == f"{file}: error[file-trouble] No space left on device"
    assert not file.exists()


def test_a_design_that_cannot_be_used_is_an_error(dist: Path) -> None:
    own = dist.parent / "templates/catalogue/index.html"
    files.write(own, b"{% for %}")
    (finding,) = catalogue(Store.copy(dist)).update()
    assert str(finding).startswith(f"{own}:1: error[bad-template]")
    assert not (dist / "index.html").exists()
