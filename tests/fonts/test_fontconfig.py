"""The layout engine finds the pinned fonts, in the weights that are used, and no others."""

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
def clean_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The empty cache folder of a user who never ran leaflet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "somebody-else's.conf")
    fontconfig.configure.cache_clear()
    yield tmp_path
    fontconfig.configure.cache_clear()


def test_only_the_pinned_packages_are_configured(clean_cache: Path) -> None:
    config = fontconfig.configure()
    assert os.environ["FONTCONFIG_FILE"] == str(config)
    assert config.is_relative_to(clean_cache)
    tree = ElementTree.parse(config)  # noqa: S314 - written a line above
    folders = [Path(str(found.text)) for found in tree.iter("dir")]
    packages = [folder for folder in folders if not folder.is_relative_to(clean_cache)]
    assert [folder.parent.name for folder in packages] == [
        "fontpkg_atkinson_hyperlegible",
        "fontpkg_ibm_plex_sans_arabic",
        "fontpkg_hind",
        "fontpkg_hind_siliguri",
    ]
    assert all(any(folder.glob("*.ttf")) for folder in folders)
    kept = {file.stem.rpartition("-")[2] for file in families.files()}
    assert "Light" not in kept
    assert {str(found.text)[2:] for found in tree.iter("glob")}.isdisjoint(
        file.name for file in families.files()
    )
    assert not list(tree.iter("include"))


def test_configuring_again_changes_nothing(clean_cache: Path) -> None:
    config = fontconfig.configure()
    written = config.stat().st_mtime_ns
    fontconfig.configure.cache_clear()
    assert fontconfig.configure() == config
    assert config.stat().st_mtime_ns == written
    assert [file for file in clean_cache.rglob("*") if file.suffix == ".conf"] == [config]


def test_a_cache_that_cannot_be_written_is_replaced(clean_cache: Path) -> None:
    (clean_cache / "leaflet").write_text("a file where a folder should be")
    config = fontconfig.configure()
    assert config.is_file()
    assert not config.is_relative_to(clean_cache)


def test_processes_may_configure_at_the_same_time(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from leaflet.fonts import fontconfig as f; print(f.configure())",
    ]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    outputs = {process.communicate(timeout=60)[0] for process in running}
    assert len(outputs) == 1
    assert Path(outputs.pop().strip()).read_text().endswith("</fontconfig>\n")


def test_configuring_does_not_load_the_engine() -> None:
    script = "from leaflet.fonts import fontconfig; fontconfig.configure()\n"
    script += "import sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(("name", "weight"), fontconfig.WEIGHTS.items())
def test_a_variable_font_is_instantiated_as_it_would_be_drawn(
    clean_cache: Path, name: str, weight: int
) -> None:
    """Otherwise the engine would instantiate it for each document."""
    fontconfig.configure()
    [static] = clean_cache.rglob(f"SourceSans3-{name}.ttf")
    one = TTFont(static)
    variable = TTFont(families.FAMILIES[1].file())
    assert "fvar" in variable
    assert "fvar" not in one
    assert one["OS/2"].usWeightClass == weight
    assert one.getBestCmap() == variable.getBestCmap()
    wanted, drawn = variable.getGlyphSet(location={"wght": weight}), one.getGlyphSet()
    widths = {glyph: drawn[glyph].width for glyph in one.getGlyphOrder()}
    assert widths == {glyph: pytest.approx(wanted[glyph].width, abs=0.5) for glyph in widths}


def test_a_missing_static_font_is_made_again(clean_cache: Path) -> None:
    fontconfig.configure()
    [static] = clean_cache.rglob("SourceSans3-Bold.ttf")
    before = static.read_bytes()
    static.unlink()
    fontconfig.configure.cache_clear()
    fontconfig.configure()
    assert static.read_bytes() == before
