"""The pages that people read are true: the rooms, paths and commands that they name exist."""

import re
from pathlib import Path

import pytest

from leaflet.cli import main

CHECKOUT = Path(__file__).parents[1]
MODULES = sorted(
    path.relative_to(CHECKOUT / "src" / "leaflet")
    for path in (CHECKOUT / "src" / "leaflet").rglob("*.py")
    if not path.name.startswith("__")
)
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md")


def read(page: str) -> str:
    return (CHECKOUT / page).read_text("utf-8")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_architecture_shows_every_room(module: Path) -> None:
    rooms = re.search(r"^src/leaflet/\n(.+?)^templates/", read("docs/architecture.md"), re.M | re.S)
    assert rooms
    name = module.stem if len(module.parts) > 1 else module.name
    folders = [f"{folder}/" for folder in module.parts[:-1]]
    shown = re.split(r"[\s,;]+", rooms[1])
    assert {name, *folders} <= set(shown)


@pytest.mark.parametrize("page", PAGES)
def test_paths_that_pages_name_are_there(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(page))
    named = re.findall(r"`((?:src|templates|styles|tests|docs|scripts)/[\w./-]+)`", read(page))
    paths = [(CHECKOUT / page).parent / link for link in links] + [
        CHECKOUT / name for name in named
    ]
    # What ends in NAME or ours is for the reader to make.
    missing = [p for p in paths if not re.search(r"NAME|ours", str(p)) and not p.exists()]
    assert paths
    assert not missing


@pytest.mark.parametrize("command", sorted(main.commands))
def test_readme_tells_every_command(command: str) -> None:
    assert f"leaflet {command}" in read("README.md")


def test_readme_names_no_command_or_option_that_is_not_there() -> None:
    readme = read("README.md")
    commands = set(re.findall(r"(?:bin/|`)leaflet ([a-z]+)", readme))
    assert commands
    assert commands <= set(main.commands)
    known = {
        spelling
        for command in main.commands.values()
        for option in command.params
        for spelling in (*option.opts, *option.secondary_opts)
    }
    options = set(re.findall(r"(?<![\w-])(--?[a-z][\w-]*)", re.sub(r"\]\([^)]*\)", "", readme)))
    assert options
    assert options <= known
