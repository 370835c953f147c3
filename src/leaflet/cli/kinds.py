"""``leaflet kinds``: list the kinds of document."""

import click

from leaflet.cli import options
from leaflet.cli.terminal import echo
from leaflet.theme.search_path import Theme

EXAMPLES = """\b
Examples:
  leaflet kinds
  leaflet build -k patient
"""


@click.command(epilog=EXAMPLES)
def kinds() -> None:
    """List the kinds of document that can be printed."""
    found = Theme.of(options.load_settings({}).project).kinds()
    width = max(map(len, found), default=0)
    for name, kind in found.items():
        echo(f"{name:<{width}}  {kind.title}: {kind.summary}")
