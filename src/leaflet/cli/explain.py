"""``leaflet explain``: say where each statement of a monograph goes, and why."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet import files
from leaflet.cli import options
from leaflet.cli.terminal import echo
from leaflet.edition.edition import EditionKey, design
from leaflet.theme.search_path import Theme

if TYPE_CHECKING:
    from leaflet.compose.outline.placements import Placement

EXAMPLES = """\b
Examples:
  leaflet explain content/warfarin.md
  leaflet explain content/warfarin.md -k clinician
"""


@click.command(epilog=EXAMPLES)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.kinds("Kind of document; can be given several times. Default: all.")
def explain(file: Path, kinds: tuple[str, ...]) -> None:
    """Say where each statement of FILE is printed, and why."""
    # Slow to import, and no other command needs all of them at once.
    from leaflet.compose.outline.placements import placements  # noqa: PLC0415
    from leaflet.compose.translate import localise_kind  # noqa: PLC0415
    from leaflet.monograph import parse  # noqa: PLC0415
    from leaflet.topics.assign import assign_topics  # noqa: PLC0415

    settings = options.load_settings({"kinds": kinds})
    theme = Theme.of(settings.project)
    names = theme.section_names()
    monograph = parse(files.read(file), str(file), settings.limits, names, settings.markup)
    monograph = assign_topics(monograph, theme.topics(monograph.front.lang))
    for name in settings.kinds or theme.kinds():
        key = EditionKey(name, settings.styles, settings.paper_for(name))
        kind, _ = design(key, theme, settings)
        kind = localise_kind(monograph, kind, theme)
        echo(f"{kind.title} ({name})")
        for each in placements(monograph, kind):
            echo(_row(each))


def _row(each: "Placement") -> str:
    part = each.heading or "left out"
    return f"{each.line:>5}  {each.statement}\n       → {part}: {each.reason}"
