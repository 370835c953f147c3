"""Many files: all are checked, in their order, and none can delay the others for ever."""

import time
from pathlib import Path

import pytest

from leaflet.batch.lint_pool import check_files, fix_files
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.lint.autofix import FixedFile
from leaflet.sources import Found
from lint.frame import FRAME

HASTY = Settings(timeout=3, jobs=1)


def found(folder: Path, number: int) -> list[Found]:
    texts = [FRAME, FRAME + "\n[specific condition]\n"]
    for n in range(number):
        (folder / f"{n:02}.md").write_text(texts[n % 2])
    return [Found(folder / f"{n:02}.md", f"{n:02}") for n in range(number)]


class Endless(Found):
    """A monograph that keeps whoever opens it waiting, like a text that a rule never finishes."""

    def __reduce__(self) -> tuple[object, ...]:
        return time.sleep, (3600,)


def endless(folder: Path) -> Found:
    return Endless(folder / "endless.md", "endless")


@pytest.mark.parametrize("number", [2, 14])
def test_every_file_is_read_in_its_order(tmp_path: Path, number: int) -> None:
    results = list(check_files(found(tmp_path, number), Settings(), graded=True))
    assert [Path(v.file).stem for v in results] == [f"{n:02}" for n in range(number)]
    assert [[f.code for f in v.findings] for v in results[:2]] == [[], ["placeholder"]]
    assert all(v.grade is not None and v.title == "Examplin" for v in results)


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    missing = Found(tmp_path / "none.md", "none")
    codes = [
        [f.code for f in v.findings]
        for v in check_files([missing, *found(tmp_path, 1)], Settings())
    ]
    assert codes == [["file-trouble"], []]


def test_settings_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        list(check_files(found(tmp_path, 1), Settings(select=("no-such",))))


def test_a_file_that_takes_too_long_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    first, last = check_files([endless(tmp_path), *found(tmp_path, 1)], HASTY)
    assert [(f.code, f.file) for f in first.findings] == [("timeout", str(tmp_path / "endless.md"))]
    assert "under [print]" in first.findings[0].hint
    assert last.findings == ()


def test_so_are_corrections(tmp_path: Path) -> None:
    wrong = Found(tmp_path / "wrong.md", "wrong")
    wrong.path.write_text(FRAME.replace("5 mg", "5.0 mg", 1))
    missing = Found(tmp_path / "none.md", "none")
    items = [endless(tmp_path), wrong, missing]
    late, fixed, gone = fix_files(items, HASTY)
    assert isinstance(fixed, FixedFile)
    assert fixed.count == 1
    codes = [each.code for each in (late, gone) if not isinstance(each, FixedFile)]
    assert codes == ["timeout", "file-trouble"]
