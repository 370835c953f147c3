"""``leaflet kinds``: what can be printed."""

import click

from leaflet.config import settings
from leaflet.theme.search_path import Theme

EXAMPLES = """\b
Examples:
  leaflet kinds
  leaflet build -k patient
"""


@click.command(epilog=EXAMPLES)
def kinds() -> None:
    """List the kinds of document: your project's and leaflet's own."""
    found = Theme.of(settings.load({}).project).kinds()
    width = max(map(len, found), default=0)
    for name, kind in found.items():
        click.echo(f"{name:<{width}}  {kind.title}: {kind.summary}")
