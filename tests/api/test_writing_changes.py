"""The list of changes in three forms."""

import json
from pathlib import Path

import pytest

from helpers import words
from leaflet.api.comparing import Comparison
from leaflet.api.writing_changes import write_list
from leaflet.config.settings import Settings
from leaflet.diff.file_changes import FileChanges, FileState, Version
from leaflet.resources import shipped

SETTINGS = Settings(project=shipped())
GONE = FileChanges("Examplin", FileState.GONE, Version("old.md", "1"), None, subpath="examplin")


def write(folder: Path, *files: FileChanges) -> list[str]:
    """The codes of what is wrong with a list that is written."""
    compared = Comparison("old", "new", files, 0)
    return [each.code for each in write_list(compared, "1 gone", folder, SETTINGS)]


def test_a_list_to_read_to_print_and_for_programs(tmp_path: Path) -> None:
    assert write(tmp_path / "out", GONE) == []
    written = json.loads((tmp_path / "out" / "changes.json").read_text())
    assert written["medicines"][0]["state"] == "gone"
    assert "Examplin: gone" in (tmp_path / "out" / "changes.html").read_text()
    assert "Changes: old → new 1 gone" in words(tmp_path / "out" / "changes.pdf")


def test_a_list_that_cannot_be_printed_leaves_no_older_one(tmp_path: Path) -> None:
    (tmp_path / "changes.pdf").write_bytes(b"old")
    assert write(tmp_path, FileChanges("\U0001f9a4\u0870", FileState.NEW, None, None)) == [
        "missing-glyph"
    ]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["changes.html", "changes.json"]


@pytest.mark.parametrize("ours", [True, False])
def test_marked_editions_of_an_earlier_run_are_removed(tmp_path: Path, ours: bool) -> None:
    write(tmp_path, GONE)
    other = tmp_path / "marked" / "p" / "other.pdf"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"%PDF")
    if not ours:
        (tmp_path / "changes.json").unlink()
    write(tmp_path, GONE)
    assert other.exists() is not ours
