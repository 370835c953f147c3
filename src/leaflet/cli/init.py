"""``leaflet init`` and ``leaflet new``: start a project, start a monograph."""

import os
import shlex
import shutil
import sys
from pathlib import Path

import click

from leaflet import starter
from leaflet.cli import options
from leaflet.cli.terminal import say

EXAMPLES = """\b
Example:
  leaflet init corner-pharmacy
  cd corner-pharmacy && leaflet build
"""

NEW_EXAMPLES = """\b
Examples:
  leaflet new Paracetamol                         content/paracetamol.md
  leaflet new "Folic acid" --folder content/f     content/f/folic-acid.md
"""


@click.command(epilog=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Create a new project in DIR.

    It has settings, a style, a logo to replace and a sample monograph. leaflet.toml lists every
    setting and styles/house.css every token, each with its default as a comment. No file is ever
    overwritten.
    """
    for file in starter.begin_project(folder):
        say(f"wrote {file}")
    say(f"next: cd {shlex.quote(str(folder))} && {_this_program()} build")


def _this_program() -> str:
    """How a shell starts this leaflet, from any folder."""
    program = Path(sys.argv[0])
    if program.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m leaflet"
    found = shutil.which("leaflet")
    if found and os.path.realpath(found) == os.path.realpath(program):
        return "leaflet"
    return shlex.quote(os.path.abspath(program))


KIND_EXAMPLES = """\b
Examples:
  leaflet new-kind pocket-card                    a short document; every line is explained
  leaflet new-kind ward-sheet --from clinician    a copy of the clinician summary
"""


@click.command(epilog=KIND_EXAMPLES)
@click.argument("name")
@click.option("--from", "source", metavar="KIND", default="", help="The kind to copy.")
def new_kind(name: str, source: str) -> None:
    """Create a kind of document.

    Three files in templates/NAME/ of the project say which parts it has (kind.toml), how they are
    put on a page (page.html) and how that looks (page.css). docs/kinds.md explains them.
    """
    for file in starter.begin_kind(name, options.load_settings({}).project, source):
        say(f"wrote {file}")
    say(f"next: {_this_program()} build -k {name}")


@click.command(epilog=NEW_EXAMPLES)
@click.argument("name")
@click.option(
    "--folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write it. Default: content/ of the project.",
)
def new(name: str, folder: Path | None) -> None:
    """Create a monograph for the medicine NAME.

    The file is named after the medicine and has all seven sections, each with advice on what to
    write. `leaflet build` refuses it as long as it contains a {fill_in}: an unfinished text is
    never printed.
    """
    folder = folder or options.load_settings({}).project / options.CONTENT
    file = starter.begin_monograph(name, folder)
    say(f"wrote {file}; replace every {{fill_in}} before you print it")
