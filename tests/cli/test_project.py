"""The commands for a project of your own: init, new, styles, config, completion and man."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.running import leaflet
from leaflet.cli import main
from leaflet.verification.pdf.structure import read_pdf

GREEN = (10, 80, 48)


def test_a_project_is_created_and_never_overwritten() -> None:
    begun = leaflet("init", "corner")
    assert begun.exit_code == 0
    assert "wrote corner/leaflet.toml" in begun.stderr
    again = leaflet("init", "corner")
    assert again.exit_code == 2
    assert "will not be overwritten" in again.stderr


def test_a_new_monograph_is_unfinished_for_check_and_refused_by_build() -> None:
    assert leaflet("new", "Paracetamol").exit_code == 0
    checked = leaflet("check", "content/paracetamol.md", "--format", "json")
    errors = {f["code"] for f in json.loads(checked.stdout) if f["severity"] == "error"}
    assert errors == {"template-variable"}
    built = leaflet("build", "-j", "1")
    assert built.exit_code == 1
    assert "{fill_in} is a placeholder that was never filled in" in built.stderr
    assert not list(Path().rglob("*.pdf"))


def test_styles_are_listed_with_those_of_the_project() -> None:
    Path("styles").mkdir()
    Path("styles/ours.css").write_text("/* Our look; quiet. */\n:root { --edge: 20mm }\n")
    shown = leaflet("styles").stdout
    assert "ours" in shown
    assert "Our look\n" in shown
    rows = json.loads(leaflet("styles", "--format", "json").stdout)
    assert {"name": "ours", "file": "styles/ours.css", "about": "Our look"} in rows


def test_tokens_have_value_default_position_and_meaning() -> None:
    Path("styles").mkdir()
    Path("styles/ours.css").write_text("\n:root { --edge: 20mm }\n")
    rows = json.loads(leaflet("styles", "--tokens", "-s", "ours", "--format", "json").stdout)
    edge = next(row for row in rows if row["name"] == "--edge")
    assert (edge["value"], edge["default"]) == ("20mm", "12mm")
    assert (edge["file"], edge["line"]) == ("styles/ours.css", 2)
    assert edge["about"].startswith("left and right margin")
    assert "--header-lines" not in {row["name"] for row in rows}
    assert all(row["about"] for row in rows)
    shown = leaflet("styles", "--tokens", "-s", "ours").stdout
    assert "--edge: 20mm (default 12mm)" in shown
    assert "styles/ours.css:2" in shown
    of_sheet = json.loads(
        leaflet("styles", "--tokens", "-k", "clinician", "--format", "json").stdout
    )
    assert next(r for r in of_sheet if r["name"] == "--edge")["value"] == "10mm"


def test_config_says_where_each_setting_comes_from() -> None:
    Path("leaflet.toml").write_text('[print]\npaper = "a5"\n[patient]\norder = ["take"]\n')
    output = leaflet("config", "-s", "ours", "--format", "json", LEAFLET_JOBS="2").stdout
    rows = {row["key"]: row for row in json.loads(output)}
    sources = {key: rows[key]["source"] for key in rows if rows[key]["source"] != "default"}
    assert sources == {
        "print.paper": "leaflet.toml:2",
        "print.jobs": "environment LEAFLET_JOBS",
        "print.styles": "flag --style",
        "patient.order": "leaflet.toml:4",
    }
    assert rows["print.paper"]["value"] == "a5"
    assert rows["patient.order"]["value"] == ["take"]
    shown = leaflet("config").stdout.splitlines()
    assert 'print.paper = "a5"  # leaflet.toml:2' in shown
    assert 'check.locale = "en-US"  # default' in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_completion_that_it_can_read(shell: str) -> None:
    script = leaflet("completion", shell).stdout
    assert "_LEAFLET_COMPLETE" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


def test_completion_knows_commands_and_options() -> None:
    asked = {"_LEAFLET_COMPLETE": "bash_complete", "COMP_WORDS": "leaflet sty", "COMP_CWORD": "1"}
    completed = CliRunner().invoke(main, [], env=asked, prog_name="leaflet")
    assert completed.stdout.split() == ["plain,styles"]


def test_the_manual_holds_every_command_option_and_example() -> None:
    page = leaflet("man").stdout
    for name, command in main.commands.items():
        assert f".SS leaflet {name} " in page
        assert "Example" in (command.epilog or ""), f"{name} has no example"
        for param in command.params:
            for spelling in param.opts if param.param_type_name == "option" else ():
                assert spelling.replace("-", "\\-") in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


@pytest.mark.skipif(shutil.which("man") is None, reason="this machine has no man")
def test_the_manual_is_a_man_page(tmp_path: Path) -> None:
    file = tmp_path / "leaflet.1"
    file.write_text(leaflet("man").stdout)
    shown = subprocess.run(["man", str(file)], capture_output=True, text=True, check=True)
    assert "leaflet build" in shown.stdout
    assert not shown.stderr


@pytest.mark.usefixtures("content")
def test_what_the_engine_does_not_understand_is_reported_once_with_its_line() -> None:
    Path("styles").mkdir()
    Path("styles/ours.css").write_text("h1 { colr: red }\n\nh2:sometimes { color: red }\n")
    stderr = leaflet("build", "-s", "ours", "-k", "patient", "-j", "1", "--no-catalogue").stderr
    assert stderr.count("style-ignored") == 2
    assert "styles/ours.css:1:6: warning[style-ignored] Ignored `colr: red `, unknown" in stderr
    assert "styles/ours.css:3: warning[style-ignored] Invalid or unsupported selector" in stderr
    assert "2 printed" in stderr


@pytest.mark.usefixtures("content")
def test_a_project_with_a_logo_prints_and_a_missing_logo_is_reported() -> None:
    Path("logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    Path("leaflet.toml").write_text('[brand]\nname = "Corner"\nlogo = "logo.svg"\n')
    printed = leaflet("build", "content/alpha.md", "-j", "1", "--no-catalogue")
    assert printed.exit_code == 0, printed.stderr
    Path("logo.svg").unlink()
    missing = leaflet("build", "content/alpha.md")
    assert missing.exit_code == 2
    assert 'leaflet.toml:3: error[bad-logo] there is no file "logo.svg"' in missing.stderr


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("side", ["right", "left", "none"])
@pytest.mark.usefixtures("content")
def test_a_logo_never_touches_the_name_wherever_it_is(kind: str, side: str) -> None:
    Path("logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="400" height="200">'
        '<path fill="#0a5030" d="M0 0h40v20h-40z"/></svg>'
    )
    Path("leaflet.toml").write_text('[brand]\nname = "Corner"\nlogo = "logo.svg"\n')
    Path("styles").mkdir(exist_ok=True)
    Path("styles/logo.css").write_text(f":root {{ --logo-place: {side} }}\n")
    made = leaflet("build", "content/alpha.md", "-k", kind, "-s", "logo", "-o", "one.pdf")
    assert made.exit_code == 0, made.stderr
    page = read_pdf(Path("one.pdf").read_bytes()).pages[0]
    logo = next(
        each.box for each in page.graphics if each.colour is not None and each.colour[:3] == GREEN
    )
    name = max(page.body_runs, key=lambda run: run.size)
    gaps = {
        "right": logo.left - name.box.right,
        "left": name.box.left - logo.right,
        "none": logo.bottom - name.box.top,
    }
    assert gaps[side] >= (3 if side == "none" else 9)


@pytest.mark.usefixtures("content")
def test_a_logo_is_right_or_left_of_the_name_or_above_it() -> None:
    Path("styles").mkdir()
    Path("styles/logo.css").write_text(":root { --logo-place: top }\n")
    assert "--logo-place takes right or left or none" in leaflet("build", "-s", "logo").stderr
