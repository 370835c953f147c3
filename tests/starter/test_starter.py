"""What a new project and a new monograph begin with: complete, current, and never overwritten."""

import tomllib
from pathlib import Path

import pytest

from cli.running import leaflet
from fonts.made import BOLD, REGULAR
from leaflet import files
from leaflet.config import settings
from leaflet.config.limits import USUAL
from leaflet.config.settings import Settings
from leaflet.edition.edition import EditionKey, design
from leaflet.errors import MonographRefused, SettingsError
from leaflet.monograph import parse
from leaflet.starter import begin_monograph, begin_project
from leaflet.theme.search_path import Theme


@pytest.fixture
def project(tmp_path: Path) -> Path:
    begin_project(tmp_path / "house")
    return tmp_path / "house"


def test_a_new_project_says_and_means_what_leaflet_does_without_it(project: Path) -> None:
    chosen = settings.load({}, {}, project)
    assert chosen == Settings(styles=("house",))
    here = Theme.of(project)
    _, styled = design(EditionKey("patient", chosen.styles, "a4"), here, chosen)
    _, without = design(EditionKey("patient", (), "a4"), here, Settings())
    assert styled.tokens == without.tokens


def uncommented(text: str) -> str:
    rows = (line.removeprefix("# ") if " = " in line else line for line in text.splitlines())
    return "\n".join(rows)


def test_every_setting_is_in_the_file_and_valid_there(project: Path) -> None:
    file = project / "leaflet.toml"
    text = uncommented(file.read_text("utf-8"))
    for name in ("house", "larger"):
        (project / "styles" / f"{name}.css").touch()
    for name, data in (("regular", REGULAR), ("bold", BOLD)):
        files.write(project / "fonts" / f"{name}.ttf", data)
    held = tomllib.loads(text)
    keys = {f"{table}.{key}" for table, rows in held.items() for key in rows}
    assert keys == {*settings.keys(["patient"]), "fonts.Brand Sans", "paper.label"}
    emptied = "\n".join(line for line in text.splitlines() if ' = ""' not in line)
    file.write_text(emptied, "utf-8")
    assert settings.load({}, {}, project).brand.name == "Corner Pharmacy"


def test_every_token_is_in_the_style_and_may_be_set_there(project: Path) -> None:
    file = project / "styles" / "house.css"
    css = file.read_text("utf-8")
    opened = "\n".join(
        line.replace("/* --", "--", 1).replace(" */", "", 1) if "/* --" in line else line
        for line in css.splitlines()
    )
    file.write_text(opened, "utf-8")
    _, sheet = design(EditionKey("patient", ("house",), "a4"), Theme.of(project), Settings())
    assert {t.name for t in sheet.changeable} == {
        name for name, token in sheet.set_by.items() if token.file == str(file)
    }


def test_the_sample_leaves_nothing_to_report(project: Path) -> None:
    checked = leaflet("check", "--all", str(project / "content"))
    assert checked.stdout == ""
    assert "0 errors, 0 warnings, 0 notes" in checked.stderr


def test_nothing_is_overwritten(project: Path) -> None:
    (project / "leaflet.toml").unlink()
    (project / "logo.svg").write_text("mine")
    with pytest.raises(SettingsError, match="not be overwritten"):
        begin_project(project)
    assert (project / "logo.svg").read_text() == "mine"
    assert not (project / "leaflet.toml").exists()


def test_a_new_monograph_has_all_sections_and_is_refused_until_it_is_filled_in(
    tmp_path: Path,
) -> None:
    file = begin_monograph("Folic acid", tmp_path)
    assert file == tmp_path / "folic-acid.md"
    text = file.read_text("utf-8")
    with pytest.raises(MonographRefused) as caught:
        parse(text.encode(), str(file), USUAL)
    assert {finding.code for finding in caught.value.diagnostics} == {"template-variable"}
    assert len(caught.value.diagnostics) == text.count("{fill_in}")
    filled = parse(text.replace("{fill_in} ", "").encode(), str(file), USUAL)
    sections = [section.key for group in filled.groups for section in group.sections]
    assert sections == [
        *("generic-name", "usage", "dosage", "side-effects", "how-it-works", "precautions", "faqs")
    ]
    assert filled.name == "Folic acid"
    with pytest.raises(SettingsError, match="not be overwritten"):
        begin_monograph("Folic  Acid", tmp_path)


@pytest.mark.parametrize("name", ["!!!", "薬"])
def test_a_name_that_makes_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="gives no file name"):
        begin_monograph(name, tmp_path)
