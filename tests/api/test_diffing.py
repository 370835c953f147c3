"""``leaflet.compare``: what ``leaflet diff`` does, from Python."""

from pathlib import Path

import pytest

import leaflet
from helpers import write_monograph


@pytest.fixture
def folders() -> tuple[Path, Path]:
    """Two versions of one medicine, of which the dose changed."""
    old, new = (write_monograph(Path(name) / "one.md") for name in ("old", "new"))
    new.write_text(new.read_text("utf-8").replace("5 mg", "50 mg"), "utf-8")
    return old.parent, new.parent


def test_changes_come_with_a_summary(folders: tuple[Path, Path]) -> None:
    steps: list[tuple[int, int]] = []
    compared = leaflet.compare(*folders, progress=lambda *step: steps.append(step), jobs=1)
    (medicine,) = compared.listed
    assert [change.kind for change in medicine.first] == ["number"]
    assert compared.summary == "old → new: 1 changed; 1 change to look at first"
    assert steps == [(1, 1)]
    assert not Path("changes").exists()


def test_lists_and_marked_editions_on_request(folders: tuple[Path, Path]) -> None:
    compared = leaflet.compare(*folders, output="out", kinds=["patient"], paper="letter", jobs=1)
    (medicine,) = compared.listed
    assert [each.file for each in medicine.marked] == ["marked/patient/one.pdf"]
    assert sorted(each.name for each in Path("out").iterdir()) == [
        *("changes.html", "changes.json", "changes.pdf", "marked"),
    ]


def test_nothing_to_compare_and_unknown_revisions_are_raised(folders: tuple[Path, Path]) -> None:
    with pytest.raises(leaflet.NothingMatched):
        leaflet.compare("nowhere", folders[1])
    with pytest.raises(leaflet.SettingsError):
        leaflet.compare(folders[0], folders[1], revision="v0")
