"""``[fonts]`` of leaflet.toml: every fault of it at its line, before anything is printed."""

from pathlib import Path

import pytest

from fonts.made import BOLD, REGULAR, VARIABLE
from leaflet.config.own_fonts import own_families
from leaflet.config.settings import load
from leaflet.errors import SettingsError
from leaflet.fonts.font_files import FontFiles


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, data in (("a.ttf", REGULAR), ("b.ttf", BOLD), ("v.ttf", VARIABLE)):
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_family_is_a_file_or_one_for_each_weight(project: Path) -> None:
    (project / "leaflet.toml").write_text(
        '[fonts]\n"Brand Sans" = { regular = "a.ttf", bold = "b.ttf" }\nVary = "v.ttf"\n'
    )
    settings = load({}, {}, project)
    assert settings.fonts == {
        "Brand Sans": FontFiles("a.ttf", "b.ttf"),
        "Vary": FontFiles("v.ttf"),
    }
    assert settings.given["fonts.Vary"].line == 3
    families = own_families(settings.fonts, project)
    assert [family.name for family in families] == ["Brand Sans", "Vary"]
    assert all(family.file(bold=bold).is_file() for family in families for bold in (True, False))


def test_every_fault_is_reported_at_its_line(project: Path) -> None:
    (project / "leaflet.toml").write_text(
        '[fonts]\nOne = 12\nTwo = "gone.ttf"\nThree = { regulr = "a.ttf", regular = "a.ttf" }\n'
        '[fonts.Four]\nregular = "a.ttf"\nbold = "gone.ttf"\n[print]\npaper = 3\n'
    )
    with pytest.raises(SettingsError) as caught:
        load({}, {}, project)
    found = {(each.code, each.line) for each in caught.value.diagnostics}
    assert found == {("bad-font", line) for line in (2, 3, 4, 7)} | {("bad-setting", 9)}
