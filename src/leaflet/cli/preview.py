"""``leaflet preview``: a monograph on the screen as it will print, anew whenever it is saved."""

import os
import sys
import webbrowser
from pathlib import Path

import click

from leaflet import files
from leaflet.cli.bounds import memory, timeout
from leaflet.cli.run import stoppable
from leaflet.config import settings
from leaflet.errors import SettingsError
from leaflet.sources import find_monographs

EXAMPLES = """\b
Examples:
  leaflet preview                                 everything in content/
  leaflet preview one.md -k patient -s large-print
  leaflet preview drugs --port 8000 --no-open

\b
Exit code:
  0  it was ended with Ctrl-C
  2  wrong usage or settings, or what the preview needs is not installed
  4  no monograph was found
"""


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-k", "--kind", "kinds", metavar="NAME", multiple=True, help="The kind to begin with."
)
@click.option(
    "-s",
    "--style",
    "styles",
    metavar="NAME",
    multiple=True,
    help="A print style to begin with; repeatable.",
)
@click.option("--paper", metavar="NAME", help="The paper to begin with.")
@timeout
@memory
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Where to listen; default: any free."
)
@click.option(
    "--open/--no-open",
    "wanted",
    default=None,
    help="Open the page in the browser; default: if called from a terminal.",
)
def preview(sources: tuple[Path, ...], port: int, wanted: bool | None, **given: object) -> None:
    """Show monographs in the browser as they will print.

    SOURCE is a monograph or a folder of monographs; default content/. The page is for this machine
    only, at an address that nobody else can guess. It shows the print, what the proof and `leaflet
    check` find, and is renewed when the monograph, a template, a style or leaflet.toml is saved.
    Nothing is written. Ctrl-C ends it.
    """
    try:
        from leaflet.preview.serve import serve  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("leaflet"):
            raise
        told = f"leaflet preview needs what is not installed: {missing}"
        raise SettingsError.of("no-preview", told, hint="pip install 'leaflet[preview]'") from None
    if files.PIPE in sources:
        raise SettingsError.of("no-file", "standard input cannot be watched; name a file")
    flags = {name: value for name, value in given.items() if value not in (None, ())}
    home = settings.load(flags).project
    looked = sources or (home / "content",)
    find_monographs(looked)

    def ready(address: str) -> None:
        click.echo(f"{address}\nCtrl-C ends the preview.")
        if _opens() if wanted is None else wanted:
            webbrowser.open(address)

    with stoppable():
        serve(looked, flags, home, port, ready)


def _opens() -> bool:
    """Whether somebody sits at a terminal, and in front of a screen."""
    screen = sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return sys.stdout.isatty() and bool(screen) and not os.environ.get("CI")
