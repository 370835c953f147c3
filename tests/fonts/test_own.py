"""The families of a project are checked with all that is wrong, and cast once."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from fonts.made import ARABIC, BOLD, REGULAR, VARIABLE, changed, cubic, restricted
from leaflet.fonts.font_files import FontFiles
from leaflet.fonts.own import load_family, problems


def _without_space(font: TTFont) -> None:
    for table in font["cmap"].tables:
        table.cmap.pop(0x20, None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    contents = {
        "regular.ttf": REGULAR,
        "bold.ttf": BOLD,
        "both.ttf": VARIABLE,
        "secret.ttf": restricted(REGULAR, 2),
        "arabic.otf": cubic("بتث"),
        "part.otf": changed(REGULAR, _without_space),
        "broken.ttf": REGULAR[:999],
        "../outside.ttf": REGULAR,
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize(
    "files",
    [
        FontFiles("regular.ttf", "bold.ttf"),
        FontFiles("both.ttf"),
        FontFiles("regular.ttf", "regular.ttf"),
    ],
)
def test_a_sound_family_has_no_problems(project: Path, files: FontFiles) -> None:
    assert list(problems("Brand Sans", files, project)) == []


@pytest.mark.parametrize(
    ("name", "font", "key", "words"),
    [
        ("Brand", ("regular.ttf", ""), "regular", "has no bold weight: its heaviest is 400"),
        ("Brand", ("bold.ttf", ""), "regular", "has no regular weight"),
        ("Brand", ("bold.ttf", "regular.ttf"), "bold", "no heavier than its regular one"),
        ("Brand", ("regular.ttf", "gone.ttf"), "bold", "there is no file"),
        ("Brand", ("../outside.ttf", "bold.ttf"), "regular", "outside the project"),
        ("Brand", ("/etc/passwd", "bold.ttf"), "regular", "outside the project"),
        ("Brand", ("secret.ttf", "bold.ttf"), "regular", "licence does not allow"),
        ("Brand", ("broken.ttf", "bold.ttf"), "regular", "damaged"),
        ("Brand", ("arabic.otf", "bold.ttf"), "regular", "no character that leaflet would set"),
        ("Brand", ("part.otf", "bold.ttf"), "regular", "has no space"),
        ("Brand Bold", ("both.ttf", ""), "regular", 'names a weight or a style, "Bold"'),
        ("hind", ("both.ttf", ""), "regular", "one of leaflet's own"),
        ("Bränd", ("both.ttf", ""), "regular", "cannot be the name"),
    ],
)
def test_what_is_wrong_is_reported(
    project: Path, name: str, font: tuple[str, str], key: str, words: str
) -> None:
    [(at, message, _)] = problems(name, FontFiles(*font), project)
    assert at == key
    assert words in message


def test_both_files_are_reported_at_once(project: Path) -> None:
    found = list(problems("Brand", FontFiles("gone.ttf", "broken.ttf"), project))
    assert [key for key, *_ in found] == ["regular", "bold"]


def test_a_family_is_cast_once_for_a_machine(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    family = load_family("Brand Sans", FontFiles("both.ttf"), project)
    files = [family.file(bold=bold) for bold in (False, True)]
    assert all(file.is_relative_to(tmp_path / "cache") for file in files)
    written = [file.stat().st_mtime_ns for file in files]
    assert load_family("Brand Sans", FontFiles("both.ttf"), project) == family
    assert [file.stat().st_mtime_ns for file in files] == written
    other = load_family("Other Sans", FontFiles("both.ttf"), project)
    assert other.file() != family.file()


def test_without_a_cache_it_is_cast_for_this_process(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert load_family("Brand Sans", FontFiles("both.ttf"), project).file().is_file()


def test_an_arabic_font_may_set_other_text(project: Path) -> None:
    (project / "plex.ttf").write_bytes(ARABIC.file().read_bytes())
    (project / "plex-bold.ttf").write_bytes(ARABIC.file(bold=True).read_bytes())
    assert list(problems("Brand", FontFiles("plex.ttf", "plex-bold.ttf"), project)) == []
