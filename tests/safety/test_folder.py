"""Many files: all are read, in their order, by one process or by several alike."""

from pathlib import Path, PurePath

import pytest

from leaflet.diagnostics import Severity
from leaflet.errors import SettingsError
from leaflet.files import Found
from leaflet.safety.folder import Verdict, compare, read_all
from leaflet.settings import Settings
from safety.frame import FRAME


def found(folder: Path, number: int) -> list[Found]:
    texts = [FRAME, FRAME + "\n[specific condition]\n"]
    for n in range(number):
        (folder / f"{n:02}.md").write_text(texts[n % 2])
    return [Found(folder / f"{n:02}.md", PurePath(f"{n:02}")) for n in range(number)]


@pytest.mark.parametrize("number", [2, 40])
def test_every_file_is_read_in_its_order(tmp_path: Path, number: int) -> None:
    verdicts = list(read_all(found(tmp_path, number), Settings(), graded=True))
    assert [Path(v.file).stem for v in verdicts] == [f"{n:02}" for n in range(number)]
    assert [[f.code for f in v.findings] for v in verdicts[:2]] == [[], ["placeholder"]]
    assert all(v.grade is not None and v.title == "Examplin" for v in verdicts)


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    missing = Found(tmp_path / "none.md", PurePath("none"))
    codes = [
        [f.code for f in v.findings] for v in read_all([missing, *found(tmp_path, 1)], Settings())
    ]
    assert codes == [["file-trouble"], []]


def test_settings_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        list(read_all(found(tmp_path, 1), Settings(select=("no-such",))))


def test_names_that_look_alike_are_told_of_the_folder() -> None:
    verdicts = [Verdict(f"{name}.md", name, ()) for name in ("Examplin", "Examplan", "Testol")]
    told = {v.file: [f.code for f in v.findings] for v in compare(verdicts, Settings())}
    assert told == {
        "Examplin.md": ["look-alike-name"],
        "Examplan.md": ["look-alike-name"],
        "Testol.md": [],
    }
    ignoring = Settings(ignore=("look-alike-name",))
    assert compare(verdicts, ignoring) == verdicts
    weighing = Settings(severity={"look-alike-name": Severity.WARNING})
    assert compare(verdicts, weighing)[0].findings[0].severity is Severity.WARNING
