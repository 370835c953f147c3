import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from leaflet import fonts


@pytest.fixture
def offered_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A machine where leaflet never ran; the folder of its user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "somebody-else's.conf")
    fonts.offer.cache_clear()
    yield tmp_path
    fonts.offer.cache_clear()


def test_only_the_pinned_packages_are_offered(offered_anew: Path) -> None:
    config = fonts.offer()
    assert os.environ["FONTCONFIG_FILE"] == str(config)
    assert config.is_relative_to(offered_anew)
    tree = ElementTree.parse(config)  # noqa: S314 - written a line above
    folders = [Path(str(found.text)) for found in tree.iter("dir")]
    assert [folder.parent.name for folder in folders] == [
        "fontpkg_atkinson_hyperlegible",
        "fontpkg_source_sans_3",
        "fontpkg_ibm_plex_sans_arabic",
        "fontpkg_hind",
    ]
    assert all(any(folder.glob("*.ttf")) for folder in folders)
    kept = {file.stem.rpartition("-")[2] for file in fonts.files()}
    assert "Light" not in kept
    assert {str(found.text)[2:] for found in tree.iter("glob")}.isdisjoint(
        file.name for file in fonts.files()
    )
    assert not list(tree.iter("include"))


def test_a_second_offer_changes_nothing(offered_anew: Path) -> None:
    config = fonts.offer()
    written = config.stat().st_mtime_ns
    fonts.offer.cache_clear()
    assert fonts.offer() == config
    assert config.stat().st_mtime_ns == written
    assert list(offered_anew.rglob("*.*")) == [config]


def test_a_cache_that_cannot_be_written_is_replaced(offered_anew: Path) -> None:
    (offered_anew / "leaflet").write_text("a file where a folder should be")
    config = fonts.offer()
    assert config.is_file()
    assert not config.is_relative_to(offered_anew)


def test_processes_may_offer_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from leaflet import fonts; print(fonts.offer())"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = {process.communicate(timeout=60)[0] for process in running}
    assert len(told) == 1
    assert Path(told.pop().strip()).read_text().endswith("</fontconfig>\n")


def test_offering_does_not_load_the_engine() -> None:
    script = "import sys, leaflet.fonts as f; f.offer(); sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Take 4 mg ≥ 12 h, µg, ½, naïve — “yes”…", ""),
        ("α-tocopherol 10⁻⁶ H₂ ⅓ Ω", ""),
        (
            "soft\u00adhyphen, zero\u200bwidth, no\u00a0break, thin\u2009space\tand\r\nlines\ufeff",
            "",
        ),
        ("K and Å, signs that are letters; ḗ, put together from parts", ""),
        ("لا تتناول أكثر من ٤ حبات؟", ""),
        ("दवा को ठंडी, सूखी जगह पर रखें।", ""),
        ("☃ snow ☃ 漢 😀", "☃漢😀"),
        ("bell \x07 and nul \x00", "\x00\x07"),
    ],
)
def test_characters_that_no_pinned_font_has(text: str, missing: str) -> None:
    assert fonts.uncovered(text) == tuple(missing)


def test_width_grows_with_size_and_weight() -> None:
    assert fonts.width("", 10) == 0
    assert fonts.width("Warfarin", 20) == pytest.approx(2 * fonts.width("Warfarin", 10))
    assert fonts.width("Warfarin", 10, bold=True) > fonts.width("Warfarin", 10)
    assert fonts.width("α", 10) > 0


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("", 100, 1),
        ("Warfarin", 100, 1),
        ("Warfarin and aspirin", 65, 2),
        ("a" * 100, 60, 10),
        ("x " + "a" * 100, 60, 11),
        ("aaaaaaa/bbbbbbb/ccccccc", 60, 3),
        ("aaaaaaa-bbbbbbb-1ccccc", 80, 2),
    ],
)
def test_lines_break_between_words_and_in_long_ones(text: str, measure: float, count: int) -> None:
    assert fonts.lines(text, 10, measure) == count
