from pathlib import Path

import pytest

from helpers import write_monograph
from leaflet.config.settings import Settings
from leaflet.errors import NothingMatched, SettingsError
from leaflet.preview.choices import Choices, print_options
from leaflet.sources import Found, find_monographs
from leaflet.theme.search_path import shipped


@pytest.fixture
def choices(tmp_path: Path) -> Choices:
    for name in ("alpha.md", "b/beta.md"):
        write_monograph(tmp_path / name)
    return Choices.of(find_monographs([tmp_path]))


def test_monographs_are_listed_by_names_that_say_nothing(choices: Choices) -> None:
    rows = choices.as_rows()
    assert [(row["file"], row["folder"]) for row in rows] == [("alpha", ""), ("beta", "b")]
    assert all(set(row["name"]) <= set("0123456789abcdef") for row in rows)
    assert [choices.get(row["name"]).subpath for row in rows] == [
        "alpha",
        "b/beta",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Alphamide\n---\n", "Alphamide"),
        ('---\r\nlang: en\r\ntitle: "Alpha: mide"\r\n---\r\n', "Alpha: mide"),
        ("---\nsubtitle: No\n---\n", "a"),
        ("No front matter\n---\ntitle: Beta\n---\n", "a"),
        ("", "a"),
    ],
)
def test_a_monograph_is_listed_by_its_title(tmp_path: Path, text: str, title: str) -> None:
    (tmp_path / "a.md").write_bytes(text.encode())
    assert Choices.of([Found(tmp_path / "a.md", "a")]).as_rows()[0]["title"] == title


@pytest.mark.parametrize("name", ["", "alpha", "alpha.md", "../alpha.md", "/etc/passwd", "b/beta"])
def test_nothing_else_can_be_selected(choices: Choices, name: str) -> None:
    with pytest.raises(NothingMatched, match="does not exist any more"):
        choices.get(name)


def test_a_name_stays_when_others_come() -> None:
    one, other = Found(Path("a.md"), "a"), Found(Path("\udc80.md"), "\udc80")
    (name,) = Choices.of([one]).found
    assert Choices.of([other, one]).get(name) == one


def test_it_is_outdated_when_a_monograph_comes_or_goes(choices: Choices, tmp_path: Path) -> None:
    new = write_monograph(tmp_path / "new.md")
    assert choices.is_outdated({new: True})
    (tmp_path / "alpha.md").unlink()
    assert choices.is_outdated({tmp_path / "alpha.md": True})
    (tmp_path / "b").rename(tmp_path.parent / f"{tmp_path.name}-away")
    assert choices.is_outdated({tmp_path / "b": True})


def test_it_is_not_when_one_is_rewritten(choices: Choices, tmp_path: Path) -> None:
    assert not choices.is_outdated({tmp_path / "alpha.md": False})
    assert not choices.is_outdated({tmp_path / "alpha.md": True, tmp_path / "gone.md": True})


def test_a_great_many_changes_are_not_looked_at(choices: Choices, tmp_path: Path) -> None:
    assert choices.is_outdated({tmp_path / f"{n}.txt": False for n in range(100)})


def test_links_to_folders_are_followed_as_a_watch_does(tmp_path: Path) -> None:
    real = write_monograph(tmp_path / "real" / "a.md")
    (tmp_path / "link").symlink_to("real")
    assert Choices.of(find_monographs([tmp_path / "link"])).paths == {real.resolve()}


def test_everything_in_the_project_can_be_selected(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "ours.css").touch()
    options = print_options(
        Settings(project=tmp_path, kinds=("patient",), styles=("ours",), paper="a5")
    )
    assert {"name": "patient", "title": "Medicine information leaflet", "paper": "a5"} in options[
        "kinds"
    ]
    assert {"ours", "large-print"} <= set(options["styles"])
    assert "default" not in options["styles"]
    assert options["selected"] == {"kind": "patient", "styles": ["ours"], "paper": "a5"}
    assert {each["paper"] for each in options["kinds"]} == {"a5"}


def test_by_default_the_first_kind_is_selected(tmp_path: Path) -> None:
    assert print_options(Settings(project=tmp_path))["selected"] == {
        "kind": "clinician",
        "styles": [],
        "paper": "a4",
    }


def test_a_broken_kind_is_an_error(tmp_path: Path) -> None:
    kind = tmp_path / "templates" / "ours"
    kind.mkdir(parents=True)
    sound = (shipped() / "templates/patient/kind.toml").read_text()
    (kind / "kind.toml").write_text(f"nonsense = [\n{sound}")
    with pytest.raises(SettingsError):
        print_options(Settings(project=tmp_path))
