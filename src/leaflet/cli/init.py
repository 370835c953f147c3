"""``leaflet init`` and ``leaflet new``: a project, and a monograph, to begin with."""

from pathlib import Path

import click

from leaflet import starter
from leaflet.cli.screen import say
from leaflet.config import settings

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
    """Begin a project of your own in DIR.

    It has settings, a style of the house, a logo to replace and a sample monograph. leaflet.toml
    holds every setting and styles/house.css every token, each with its default as a comment.
    Nothing is ever overwritten.
    """
    for file in starter.begin_project(folder):
        say(f"wrote {file}")
    say(f"next: cd {folder} && leaflet build")


@click.command(epilog=NEW_EXAMPLES)
@click.argument("name")
@click.option(
    "--folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write it; default: content/ of the project.",
)
def new(name: str, folder: Path | None) -> None:
    """Write a monograph to fill in, for the medicine NAME.

    The file is named after it, and has all seven sections, each with advice on what to write
    there. As long as one {fill_in} is left in it, it is refused by build: a text that only looks
    like a leaflet is never printed.
    """
    file = starter.begin_monograph(name, folder or settings.load({}).project / "content")
    say(f"wrote {file}; it is printed once every {{fill_in}} is filled in")
