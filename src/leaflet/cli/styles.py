"""``leaflet styles``: what documents can look like, and what a style may set."""

import json
from dataclasses import asdict, dataclass

import click

from leaflet import files
from leaflet.config import settings
from leaflet.config.settings import Settings
from leaflet.edition.edition import EditionKey, design
from leaflet.theme.search_path import Theme
from leaflet.theme.tokens import first_comment

EXAMPLES = """\b
Examples:
  leaflet styles                                  the styles there are
  leaflet styles --tokens                         what a style may set in the patient leaflet
  leaflet styles --tokens -k clinician -s house --format json
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A style that there is."""

    name: str
    file: str
    about: str


@dataclass(frozen=True, slots=True)
class Row:
    """A token: what it is now, which file says so, what it is without any style of yours."""

    name: str
    value: str
    default: str
    file: str
    line: int
    about: str
    group: str


@click.command(epilog=EXAMPLES)
@click.option("--tokens", is_flag=True, help="List what a style may set instead, with its value.")
@click.option("-k", "--kind", default="patient", show_default=True, help="Of which kind.")
@click.option("-s", "--style", "styles", multiple=True, metavar="NAME", help="With which styles.")
@click.option("--paper", metavar="NAME", help="On which paper.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: a list of objects with name, file, about and, of a token, value, default, line.",
)
def styles(tokens: bool, kind: str, styles: tuple[str, ...], paper: str | None, form: str) -> None:
    """List the styles there are, or with --tokens what they may set.

    A token is a custom property of the style sheet, such as --accent; its meaning is the comment
    beside it in styles/base.css.
    """
    flags = {"styles": styles, "paper": paper}
    chosen = settings.load({name: value for name, value in flags.items() if value})
    rows = _tokens(kind, chosen) if tokens else _styles(chosen)
    if form == "json":
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return
    if tokens:
        _show([row for row in rows if isinstance(row, Row)])
        return
    width = max(len(row.name) for row in rows)
    for row in rows:
        click.echo(f"{row.name:<{width}}  {row.about}")


def _styles(chosen: Settings) -> list[Style | Row]:
    found = Theme.of(chosen.project).styles()
    return [
        Style(name, str(file), first_comment(files.read_text(file))) for name, file in found.items()
    ]


def _tokens(kind: str, chosen: Settings) -> list[Style | Row]:
    """What a style may set, without what leaflet sets for each document by itself."""
    theme = Theme.of(chosen.project)
    _, plain = design(EditionKey(kind, (), chosen.paper), theme, Settings(project=chosen.project))
    _, sheet = design(EditionKey(kind, chosen.styles, chosen.paper), theme, chosen)
    return [
        Row(
            token.name,
            sheet.tokens[token.name],
            plain.tokens[token.name],
            sheet.set_by[token.name].file,
            sheet.set_by[token.name].line,
            token.note,
            token.group,
        )
        for token in sheet.changeable
    ]


def _show(rows: list[Row]) -> None:
    group = ""
    for row in rows:
        if row.group != group:
            click.echo(f"\n{row.group}" if group else row.group)
            group = row.group
        changed = "" if row.value == row.default else f" (default {row.default})"
        click.echo(f"  {row.name}: {row.value}{changed}")
        click.echo(f"      {row.about}; {row.file}:{row.line}")
