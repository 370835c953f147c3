import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import LEAFLET, build, leaflet
from helpers import write_monograph
from leaflet import __version__
from leaflet.cli import main


def test_the_version_is_printed() -> None:
    assert leaflet("--version").stdout == f"leaflet {__version__}\n"


@pytest.mark.parametrize("command", ["", *main.commands])
def test_every_help_has_an_example_and_stays_readable(command: str) -> None:
    shown = leaflet(*filter(None, [command]), "--help").stdout
    assert f"leaflet {command}".strip() in shown.partition("Example")[2]
    assert "…" not in shown
    assert "..." not in shown.partition("Commands:")[2]


def test_the_list_of_commands_says_of_each_what_its_own_help_says() -> None:
    shown = leaflet("--help").stdout
    for name, command in main.commands.items():
        assert f"{name:<12}{command.get_short_help_str(100)}" in shown


def test_help_loads_no_command() -> None:
    code = "import sys; from leaflet.cli import main; main(['--help'], standalone_mode=False)\n"
    code += "print(*sys.modules)"
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, check=True, text=True)
    loaded = set(ran.stdout.splitlines()[-1].split())
    assert "leaflet.output.report" in loaded
    assert not loaded & {"leaflet.api", "leaflet.config", "leaflet.theme", "msgspec", "sqlite3"}


def test_it_runs_as_a_module_too() -> None:
    ran = subprocess.run((*LEAFLET, "--version"), capture_output=True, check=True, text=True)
    assert ran.stdout == f"leaflet {__version__}\n"


def test_a_misspelt_command_is_wrong_usage() -> None:
    assert leaflet("biuld").exit_code == 2


def test_trouble_with_the_disk_is_reported_without_a_traceback() -> None:
    write_monograph(Path("a.md"))
    Path("file").touch()
    result = build("a.md", "-k", "patient", "--report", "file/receipt.json")
    assert result.exit_code == 2
    assert "file/receipt.json: error[" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_with_nothing_to_print_the_engine_is_not_loaded() -> None:
    code = (
        "import sys; from leaflet.cli import main\n"
        "for args in (['--help'], ['build', '--help'], ['build'], ['build', '-k', 'x', 'a.md']):\n"
        "    main(args, standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    write_monograph(Path("a.md"))
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, check=True, text=True)
    loaded = set(ran.stdout.splitlines()[-1].split())
    assert "leaflet.theme.search_path" in loaded
    assert not loaded & {"weasyprint", "markdown", "fontTools", "jinja2", "pikepdf", "rich"}
