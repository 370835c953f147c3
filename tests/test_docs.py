"""The documentation is true: the folders, paths, commands and options that it names exist."""

import re
from pathlib import Path

import pytest

from leaflet.cli import main

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "src" / "leaflet"
DOCS = CHECKOUT / "docs"
PAGES = sorted(
    path.relative_to(CHECKOUT).as_posix()
    for path in (*CHECKOUT.glob("*.md"), *DOCS.rglob("*.md"))
    if path.name != "checks.md"  # generated
)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def read(page: str) -> str:
    return (CHECKOUT / page).read_text("utf-8")


def described(page: str) -> dict[str, str]:
    """The folders and modules in the tree below ``src/leaflet/``, with what is said of each."""
    block = re.search(r"^src/leaflet/\n(.+?)^```", read(page), re.M | re.S)
    assert block
    found: dict[str, str] = {}
    parents: list[str] = []
    for indent, name, about in re.findall(r"^((?:  )+)(\S+) *(.*)$", block[1], re.M):
        del parents[len(indent) // 2 - 1 :]
        found["".join((*parents, name))] = about
        parents.append(name)
    return found


def test_architecture_describes_every_folder() -> None:
    folders = {
        f"{path.relative_to(PACKAGE).as_posix()}/"
        for path in PACKAGE.rglob("*")
        if path.is_dir() and path.name != "__pycache__"
    }
    shown = {name: about for name, about in described("docs/architecture.md").items() if about}
    assert folders - shown.keys() == set()


def test_architecture_describes_nothing_that_does_not_exist() -> None:
    shown = described("docs/architecture.md")
    assert [name for name in shown if not (PACKAGE / name).exists()] == []


def test_architecture_is_two_screens() -> None:
    assert read("docs/architecture.md").count("\n") <= 120


@pytest.mark.parametrize("page", PAGES)
def test_paths_that_pages_name_exist(page: str) -> None:
    named = re.findall(r"`((?:src|templates|styles|tests|docs|scripts)/[\w./-]+)`", read(page))
    paths = [(CHECKOUT / page).parent / link for link in LINK.findall(read(page))] + [
        CHECKOUT / name for name in named
    ]
    # A reader is to create these.
    own = re.compile(r"NAME|ours|house\.css|larger\.css")
    assert [str(path) for path in paths if not own.search(str(path)) and not path.exists()] == []


def test_the_index_leads_to_every_page() -> None:
    index = DOCS / "index.md"
    linked = {(DOCS / link).resolve() for link in LINK.findall(index.read_text("utf-8"))}
    assert set(DOCS.glob("*.md")) - {index} <= linked
    decisions = DOCS / "decisions" / "index.md"
    assert decisions in linked
    listed = {decisions.parent / link for link in LINK.findall(decisions.read_text("utf-8"))}
    assert set(decisions.parent.glob("0*.md")) <= listed


@pytest.mark.parametrize(
    "name", ["Makefile", *(f"scripts/{p.name}" for p in CHECKOUT.glob("scripts/*.sh"))]
)
def test_scripts_name_tests_that_exist(name: str) -> None:
    named = re.findall(r"\btests/[\w./]+", read(name))
    assert [path for path in named if not (CHECKOUT / path).exists()] == []


@pytest.mark.parametrize("command", sorted(main.commands))
def test_readme_mentions_every_command(command: str) -> None:
    assert f"leaflet {command}" in read("README.md")


def test_readme_names_no_command_or_option_that_does_not_exist() -> None:
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
