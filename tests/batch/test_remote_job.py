import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from batch.broken_project import job, project
from leaflet import clock, files
from leaflet.batch.remote_job import pack, pack_setup, unpack, unpack_setup, versions
from leaflet.config.settings import Settings
from leaflet.theme.search_path import Theme


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path / "home")


def test_a_document_is_unpacked_as_it_was_packed(settings: Settings, tmp_path: Path) -> None:
    files.write(settings.project / "a.md", b"![](pictures/a.png) ![](../outside.png)")
    files.write(settings.project / "pictures" / "a.png", b"a picture")
    files.write(tmp_path / "outside.png", b"not ours to send")
    remote_job = pickle.loads(pickle.dumps(pack(job(settings))))  # noqa: S301 - our own
    there = unpack(remote_job, tmp_path / "there")
    assert there == replace(remote_job.job, source=tmp_path / "there/a.md", root=tmp_path / "there")
    assert there.data == (settings.project / "a.md").read_bytes()
    found = [file for file in (tmp_path / "there").rglob("*") if file.is_file()]
    assert found == [tmp_path / "there" / "pictures" / "a.png"]
    assert found[0].read_bytes() == b"a picture"


def test_a_source_that_cannot_be_read_is_not_sent(settings: Settings) -> None:
    with pytest.raises(FileNotFoundError):
        pack(job(settings, name="gone.md"))


def test_a_setup_has_the_projects_own_files(settings: Settings, tmp_path: Path) -> None:
    files.write(settings.project / "styles" / "ours.css", b"h1 { background: url(marks/a.svg) }")
    files.write(settings.project / "marks" / "a.svg", b"<svg/>")
    files.write(settings.project / "secret.txt", b"nobody asked for it")
    setup = pickle.loads(pickle.dumps(pack_setup(settings)))  # noqa: S301 - our own
    there = unpack_setup(setup, tmp_path / "there")
    assert there == replace(settings, project=tmp_path / "there")
    assert Theme.of(there.project).kinds().keys() == Theme.of(settings.project).kinds().keys()
    own = {name for name in setup.theme if not name.startswith("templates/")}
    assert own == {"styles/ours.css", "marks/a.svg"}
    assert (setup.day, setup.versions) == (clock.today(), versions())


def test_the_versions_include_engine_fonts_and_code() -> None:
    assert {"leaflet", "weasyprint", "Pango", "code and fonts"} <= versions().keys()


def test_pictures_above_the_monograph_are_sent_too(settings: Settings, tmp_path: Path) -> None:
    home = settings.project
    files.write(home / "drugs/a.md", b"![](../pictures/a.png) ![](b.png) ![](../../outside.png)")
    files.write(home / "pictures/a.png", b"a picture")
    files.write(home / "drugs/b.png", b"another")
    files.write(tmp_path / "outside.png", b"not ours to send")
    asked = replace(job(settings), source=home / "drugs/a.md", root=home)
    there = unpack(pack(asked), tmp_path / "there")
    assert there.source == tmp_path / "there/drugs/a.md"
    sent = {f.relative_to(tmp_path / "there") for f in (tmp_path / "there").rglob("*.png")}
    assert sent == {Path("pictures/a.png"), Path("drugs/b.png")}
    assert there.pictures == replace(asked.pictures, root=tmp_path / "there")
