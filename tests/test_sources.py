import io
import os
import sys
from pathlib import Path

import pytest

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.errors import NothingMatched
from leaflet.sources import Found, find_monographs, picture_root


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name)


def paths(*sources: str) -> list[str]:
    return [str(found.path) for found in find_monographs(map(Path, sources))]


def test_a_folder_gives_its_monographs_at_any_depth_in_order() -> None:
    lay("c/p/z.md", "c/p/a.markdown", "c/b.MD", "c/notes.txt", "c/p/q/a.md")
    assert paths("c") == ["c/b.MD", "c/p/a.markdown", "c/p/q/a.md", "c/p/z.md"]
    assert [found.subpath for found in find_monographs([Path("c/")])][:2] == ["b", "p/a"]


def test_what_is_no_monograph_by_its_name_is_left_alone() -> None:
    lay("c/a.md", "c/.b.md", "c/.git/c.md", "c/README.md", "c/p/readme.markdown")
    assert paths("c") == ["c/a.md"]


def test_a_file_that_is_named_is_taken_whatever_its_name() -> None:
    lay("c/README.md", "c/a.txt")
    assert find_monographs([Path("c/README.md"), Path("c/a.txt")]) == (
        Found(Path("c/README.md"), "README"),
        Found(Path("c/a.txt"), "a"),
    )


def test_dots_in_a_name_stay() -> None:
    lay("c/v1.2 b.md")
    assert find_monographs([Path("c")])[0].subpath == "v1.2 b"


def test_links_that_lead_out_of_the_folder_are_not_followed() -> None:
    lay("c/a.md", "other/b.md", "other/deep/c.md")
    Path("c/within.md").symlink_to("a.md")
    Path("c/without.md").symlink_to("../other/b.md")
    Path("c/deep").symlink_to("../other/deep")
    Path("c/nowhere.md").symlink_to("gone.md")
    reported: list[Diagnostic] = []
    found = find_monographs([Path("c")], report=reported.append)
    assert [str(each.path) for each in found] == ["c/a.md", "c/within.md"]
    assert sorted((each.file, each.code) for each in reported) == [
        ("c/deep", "link-outside"),
        ("c/nowhere.md", "link-broken"),
        ("c/without.md", "link-outside"),
    ]


def test_a_folder_named_through_a_link_is_searched() -> None:
    lay("c/a.md")
    Path("link").symlink_to("c")
    assert paths("link") == ["link/a.md"]


def test_a_monograph_named_twice_is_found_once() -> None:
    lay("c/a.md", "c/b.md")
    assert paths("c", "c", str(Path("c").absolute()), "c/a.md") == ["c/a.md", "c/b.md"]


@pytest.mark.parametrize("source", ["gone", "gone.md", "empty"])
def test_nothing_found_is_an_error_that_names_where(source: str) -> None:
    Path("empty").mkdir()
    with pytest.raises(NothingMatched, match=source):
        find_monographs([Path(source)])


def test_an_empty_folder_beside_a_full_one_is_no_error() -> None:
    lay("c/a.md")
    Path("empty").mkdir()
    assert paths("empty", "c") == ["c/a.md"]


def test_a_folder_that_cannot_be_listed_fails_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is found like a monograph, so the run reports it, prints the others and fails."""
    lay("c/a.md", "c/shut/b.md")
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if str(folder).endswith("shut"):
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert paths("c") == ["c/a.md", "c/shut"]
    lay("c/shut.md")  # has the same name without its suffix, and another PDF
    assert {found.subpath for found in find_monographs([Path("c")])} == {"a", "shut", "shut/"}
    with pytest.raises(PermissionError):
        find_monographs([Path("c/shut")])


def test_a_tree_deeper_than_paths_can_be_fails_where_it_is_too_deep(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    deep = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=deep)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=deep)
        os.close(deep)
        deep = below
    os.close(deep)
    first, too_deep = find_monographs([tmp_path])
    assert first.path.name == "a.md"
    with pytest.raises(OSError, match="too long"):
        files.read_source(too_deep.path)


def test_links_in_a_circle_are_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    (tmp_path / "up").symlink_to(".")
    for name in (".", "a.md"):
        with pytest.raises(NothingMatched):
            find_monographs([tmp_path / name])


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    assert find_monographs([files.PIPE, files.PIPE]) == (Found(files.PIPE, "stdin", b"text"),)


def test_what_may_never_answer_is_no_source(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(NothingMatched, match="neither a file nor a folder"):
        find_monographs([tmp_path / "pipe.md"])
    (tmp_path / "a.md").touch()
    assert [found.path.name for found in find_monographs([tmp_path])] == ["a.md"]


def test_pictures_may_come_from_the_project_that_a_monograph_is_in() -> None:
    lay("project/drugs/a.md", "other/b.md")
    Path("project/away").symlink_to(Path("other").absolute())
    project = Path("project")
    assert picture_root(Path("project/drugs/a.md"), project) == project
    assert picture_root(Path("project/a.md"), project) is None  # its own folder
    assert picture_root(Path("other/b.md"), project) is None
    assert picture_root(Path("project/away/b.md"), project) is None
    assert picture_root(Path("project/../other/b.md"), project) is None
