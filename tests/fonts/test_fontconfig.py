"""The pinned fonts are all that the layout engine finds, in the weights that print."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from leaflet.fonts import families, fontconfig


@pytest.fixture
def offered_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A machine where leaflet never ran; the folder of its user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "somebody-else's.conf")
    fontconfig.offer.cache_clear()
    yield tmp_path
    fontconfig.offer.cache_clear()


def test_only_the_pinned_packages_are_offered(offered_anew: Path) -> None:
    config = fontconfig.offer()
    assert os.environ["FONTCONFIG_FILE"] == str(config)
    assert config.is_relative_to(offered_anew)
    tree = ElementTree.parse(config)  # noqa: S314 - written a line above
    folders = [Path(str(found.text)) for found in tree.iter("dir")]
    packages = [folder for folder in folders if not folder.is_relative_to(offered_anew)]
    assert [folder.parent.name for folder in packages] == [
        "fontpkg_atkinson_hyperlegible",
        "fontpkg_ibm_plex_sans_arabic",
        "fontpkg_hind",
    ]
    assert all(any(folder.glob("*.ttf")) for folder in folders)
    kept = {file.stem.rpartition("-")[2] for file in families.files()}
    assert "Light" not in kept
    assert {str(found.text)[2:] for found in tree.iter("glob")}.isdisjoint(
        file.name for file in families.files()
    )
    assert not list(tree.iter("include"))


def test_a_second_offer_changes_nothing(offered_anew: Path) -> None:
    config = fontconfig.offer()
    written = config.stat().st_mtime_ns
    fontconfig.offer.cache_clear()
    assert fontconfig.offer() == config
    assert config.stat().st_mtime_ns == written
    assert [file for file in offered_anew.rglob("*") if file.suffix == ".conf"] == [config]


def test_a_cache_that_cannot_be_written_is_replaced(offered_anew: Path) -> None:
    (offered_anew / "leaflet").write_text("a file where a folder should be")
    config = fontconfig.offer()
    assert config.is_file()
    assert not config.is_relative_to(offered_anew)


def test_processes_may_offer_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from leaflet.fonts import fontconfig as f; print(f.offer())"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = {process.communicate(timeout=60)[0] for process in running}
    assert len(told) == 1
    assert Path(told.pop().strip()).read_text().endswith("</fontconfig>\n")


def test_offering_does_not_load_the_engine() -> None:
    script = "from leaflet.fonts import fontconfig; fontconfig.offer()\n"
    script += "import sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(("name", "weight"), fontconfig.WEIGHTS.items())
def test_a_variable_font_is_cast_as_it_would_be_drawn(
    offered_anew: Path, name: str, weight: int
) -> None:
    """Otherwise the engine makes it so for each document."""
    fontconfig.offer()
    [cast] = offered_anew.rglob(f"SourceSans3-{name}.ttf")
    one = TTFont(cast)
    variable = TTFont(families.file(families.FAMILIES[1], families.FAMILIES[1].regular))
    assert "fvar" in variable
    assert "fvar" not in one
    assert one["OS/2"].usWeightClass == weight
    assert one.getBestCmap() == variable.getBestCmap()
    wanted, drawn = variable.getGlyphSet(location={"wght": weight}), one.getGlyphSet()
    widths = {glyph: drawn[glyph].width for glyph in one.getGlyphOrder()}
    assert widths == {glyph: pytest.approx(wanted[glyph].width, abs=0.5) for glyph in widths}


def test_what_is_missing_of_the_cast_is_cast_again(offered_anew: Path) -> None:
    fontconfig.offer()
    [cast] = offered_anew.rglob("SourceSans3-Bold.ttf")
    before = cast.read_bytes()
    cast.unlink()
    fontconfig.offer.cache_clear()
    fontconfig.offer()
    assert cast.read_bytes() == before
