"""The catalogue that ``leaflet build`` keeps of its folder."""

import os
from pathlib import Path

import pytest

from cli.running import build, leaflet, pdfs
from helpers import NO_MONOGRAPH, write_monograph
from leaflet.output.store import NAME

INDEX = Path("dist/index.html")


def pictures() -> list[str]:
    return sorted(str(path) for path in Path("dist/thumbnails").rglob("*.jpg"))


@pytest.fixture
def dist() -> Path:
    """Two monographs, printed, and one that was refused."""
    write_monograph(Path("content/alpha.md"), "Alphamide")
    write_monograph(Path("content/b/beta.md"), "Betamide")
    Path("content/refusal.md").write_text(NO_MONOGRAPH)
    assert build("-k", "patient").exit_code == 1
    return Path("dist")


@pytest.mark.usefixtures("dist")
def test_a_folder_has_its_catalogue() -> None:
    page = INDEX.read_text()
    assert all(name in page for name in ("Alphamide", "Betamide", "refusal.md"))
    assert 'href="patient/b/beta.pdf"' in page
    assert 'src="thumbnails/patient/b/beta.jpg"' in page
    assert pictures() == ["dist/thumbnails/patient/alpha.jpg", "dist/thumbnails/patient/b/beta.jpg"]
    assert leaflet("verify").stderr == "2 PDFs in dist: 2 proved\n"


@pytest.mark.usefixtures("dist")
def test_it_keeps_up_with_the_folder() -> None:
    Path("content/refusal.md").unlink()
    write_monograph(Path("content/alpha.md"), "Gammamide")
    build("-k", "patient")
    assert "Gammamide" in INDEX.read_text()
    assert "Alphamide" not in INDEX.read_text()
    before = os.stat(INDEX).st_ino
    build("-k", "patient")
    assert os.stat(INDEX).st_ino == before
    INDEX.unlink()
    build("-k", "patient")
    assert "Gammamide" in INDEX.read_text()


@pytest.mark.usefixtures("dist")
def test_what_lost_its_source_or_failed_has_no_link_and_no_picture() -> None:
    Path("content/b/beta.md").unlink()
    build("-k", "patient")
    assert "Betamide" not in INDEX.read_text()
    assert "dist/thumbnails/patient/b/beta.jpg" in pictures()
    Path("content/alpha.md").write_text(NO_MONOGRAPH)
    build("-k", "patient", "--prune")
    assert (pictures(), pdfs()) == ([], [])
    assert ".pdf" not in INDEX.read_text()


@pytest.mark.usefixtures("dist")
def test_a_lost_picture_is_drawn_again_with_its_pdf() -> None:
    Path("dist/thumbnails/patient/alpha.jpg").unlink()
    assert "1 printed, 1 unchanged" in build("-k", "patient").stderr
    assert "dist/thumbnails/patient/alpha.jpg" in pictures()


def test_who_wants_none_gets_none() -> None:
    write_monograph(Path("content/alpha.md"), "Alphamide")
    build("-k", "patient", "--no-catalogue")
    assert sorted(os.listdir("dist")) == [NAME, "manifest.json", "patient"]
    assert "1 unchanged" in build("-k", "patient", "--no-catalogue").stderr
    build("-k", "patient")
    assert INDEX.exists()
    assert len(pictures()) == 1
    build("-k", "patient", LEAFLET_CATALOGUE="no")
    assert not INDEX.exists()


def test_one_pdf_has_no_catalogue() -> None:
    write_monograph(Path("alpha.md"), "Alphamide")
    assert build("alpha.md", "-k", "patient", "-o", "one.pdf").exit_code == 0
    assert sorted(os.listdir()) == ["alpha.md", "one.pdf"]


@pytest.mark.usefixtures("dist")
def test_a_catalogue_that_says_something_else_is_found_by_verify() -> None:
    INDEX.write_text(INDEX.read_text().replace("Alphamide", "Omegamide"))
    result = leaflet("verify")
    assert result.exit_code == 3
    assert result.stdout.startswith("dist/index.html: error[stale] the catalogue is not that of")


@pytest.mark.usefixtures("dist")
def test_missing_sources_do_not_make_it_stale() -> None:
    for source in Path("content").rglob("*.md"):
        source.unlink()
    assert "stale" not in leaflet("verify").stdout


def test_a_page_of_somebody_elses_stays() -> None:
    write_monograph(Path("content/alpha.md"), "Alphamide")
    INDEX.parent.mkdir()
    INDEX.write_text("<title>Our pharmacy</title>")
    result = build("-k", "patient")
    assert result.exit_code == 0
    assert "dist/index.html: warning[foreign-page]" in result.stderr
    assert "Our pharmacy" in INDEX.read_text()


@pytest.mark.usefixtures("dist")
def test_a_catalogue_that_cannot_be_written_fails_the_run_and_nothing_else() -> None:
    Path("content/refusal.md").unlink()
    assert build("-k", "patient").exit_code == 0
    own = Path("templates/catalogue/index.html")
    own.parent.mkdir(parents=True)
    own.write_text("{{ nothing_of_the_kind }}")
    result = build("-k", "patient", "--report", "receipt.json")
    assert result.exit_code == 1
    assert "error[bad-template] 'nothing_of_the_kind' is undefined" in result.stderr
    assert "2 unchanged" in result.stderr
    assert len(pdfs()) == 2
