"""``leaflet styles``: list the styles, and the tokens that a style can set."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import click

from leaflet import files
from leaflet.cli import options
from leaflet.cli.terminal import echo
from leaflet.config.settings import Settings
from leaflet.edition.edition import EditionKey, design
from leaflet.theme.search_path import Theme
from leaflet.theme.tokens import first_comment

EXAMPLES = """\b
Examples:
  leaflet styles                                  all styles
  leaflet styles --tokens                         the tokens of the patient leaflet
  leaflet styles --tokens -k clinician -s house --format json
"""


@dataclass(frozen=True, slots=True)
class StyleRow:
    """A style: its name, its file and what it is for."""

    name: str
    file: str
    about: str


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token: its value, the line that sets it, and the value that it has without your styles."""

    name: str
    value: str
    default: str
    file: str
    line: int
    about: str
    group: str


@click.command(epilog=EXAMPLES)
@click.option("--tokens", is_flag=True, help="List the tokens that a style can set instead.")
@click.option(
    "-k", "--kind", metavar="NAME", default="patient", show_default=True, help="Kind of document."
)
@options.styles("Style on top of the default one; repeatable.")
@options.paper
@options.output_format(
    "json: a list of objects with name, file and about; for tokens also value, default, line and "
    "group."
)
def styles(tokens: bool, kind: str, output_format: str, **given: object) -> None:
    """List the styles, or with --tokens what they can set.

    A token is a custom property of the style sheet, such as --accent; the comment beside it in
    styles/base.css explains it.
    """
    settings = options.load_settings(given)
    rows = _token_rows(kind, settings) if tokens else _style_rows(settings)
    if output_format == "json":
        echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
        return
    width = max(len(row.name) for row in rows)
    group = ""
    for row in rows:
        if isinstance(row, StyleRow):
            echo(f"{row.name:<{width}}  {row.about}")
            continue
        if row.group != group:
            echo(f"\n{row.group}" if group else row.group)
            group = row.group
        changed = "" if row.value == row.default else f" (default {row.default})"
        echo(f"  {row.name}: {row.value}{changed}")
        echo(f"      {row.about}; {row.file}:{row.line}")


def _style_rows(settings: Settings) -> Sequence[StyleRow | TokenRow]:
    found = Theme.of(settings.project).styles()
    return [
        StyleRow(name, str(file), first_comment(files.read_text(file)))
        for name, file in found.items()
    ]


def _token_rows(kind: str, settings: Settings) -> Sequence[StyleRow | TokenRow]:
    """The tokens that a style can set, without those that leaflet sets for each document."""
    theme = Theme.of(settings.project)
    _, plain = design(
        EditionKey(kind, (), settings.paper), theme, Settings(project=settings.project)
    )
    _, sheet = design(EditionKey(kind, settings.styles, settings.paper_for(kind)), theme, settings)
    return [
        TokenRow(
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
