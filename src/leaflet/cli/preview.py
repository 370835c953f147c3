"""``leaflet preview``: show monographs in the browser as they will print, updated on save."""

import os
import sys
import webbrowser
from pathlib import Path

import click

from leaflet import files
from leaflet.cli import options
from leaflet.cli.terminal import echo, say
from leaflet.config import settings
from leaflet.errors import SettingsError
from leaflet.sources import find_monographs
from leaflet.sources.ignored import Ignored

EXAMPLES = """\b
Examples:
  leaflet preview                                 everything in content/
  leaflet preview one.md -k patient -s large-print
  leaflet preview drugs --port 8000 --no-open

\b
Exit code:
  0  ended with Ctrl-C
  2  wrong usage or settings, or a missing package
  4  no monograph was found
"""


@click.command(epilog=EXAMPLES)
@options.sources
@options.kinds("Kind to show first.")
@options.styles("Style to show first; repeatable.")
@options.paper
@options.timeout
@options.memory
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port. Default: any free one."
)
@click.option(
    "--open/--no-open",
    "open_browser",
    default=None,
    help="Open the page in the browser. Default: when run in a terminal.",
)
def preview(
    sources: tuple[Path, ...], port: int, open_browser: bool | None, **given: object
) -> None:
    """Show monographs in the browser as they will be printed.

    SOURCE is a monograph or a folder of monographs; default: content/. The page shows the print
    and the findings of the proof and of `leaflet check`. It is updated when the monograph, a
    template, a style or leaflet.toml is saved. Only this machine can open it, at an address that
    nobody can guess. Nothing is written. Press Ctrl-C to stop.
    """
    try:
        from leaflet.preview.hub import Hub  # noqa: PLC0415 - an extra
        from leaflet.preview.serve import serve  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("leaflet"):
            raise
        message = f"leaflet preview needs a package that is not installed: {missing}"
        hint = "pip install 'leaflet-press[preview]'"
        raise SettingsError.of("no-preview", message, hint=hint) from None
    from leaflet.api.comparing import older_version  # noqa: PLC0415 - only for a preview

    if files.PIPE in sources:
        raise SettingsError.of("no-file", "standard input cannot be watched; name a file")
    flags = options.given(given)
    chosen = settings.load(flags)
    project = chosen.project
    shown = sources or (project / options.CONTENT,)
    find_monographs(shown, Ignored(project, chosen.not_sources), say)

    def ready(address: str) -> None:
        echo(f"{address}\nPress Ctrl-C to stop.")
        if _has_screen() if open_browser is None else open_browser:
            webbrowser.open(address)

    with options.sigterm_as_ctrl_c():
        serve(Hub(shown, flags, project, older_version), port, ready)


def _has_screen() -> bool:
    """Whether somebody is using this terminal, on a machine with a screen."""
    screen = sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return sys.stdout.isatty() and bool(screen) and not os.environ.get("CI")
