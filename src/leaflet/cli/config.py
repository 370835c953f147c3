"""``leaflet config``: which settings are in force, and where each of them comes from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from leaflet.cli.build import build, flags_of
from leaflet.config import settings
from leaflet.config.brand import Brand
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.limits import Limits
from leaflet.config.settings import Settings
from leaflet.config.toml_file import RawSetting
from leaflet.resources import kind_files
from leaflet.starter.toml import as_toml

EXAMPLES = """\b
Examples:
  leaflet config
  leaflet config -s large-print                   as `leaflet build -s large-print` would have it
  leaflet config --format json
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: a list of objects with key, value, source, file and line.",
)
def config(form: str, **given: object) -> None:
    """Show every setting, its value, and where that comes from.

    That is a flag, the environment, a line of leaflet.toml, or the default. The options are those
    of build, so that a run can be looked at before it is started.
    """
    chosen = settings.load(flags_of(given))
    rows = [_row(key, value, chosen.given.get(key)) for key, value in in_force(chosen)]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(f"{row['key']} = {as_toml(row['value'])}  # {row['source']}")


def in_force(chosen: Settings) -> Iterator[tuple[str, Any]]:
    """Each setting by its key, in the order of the tables; of a kind, what the project changes."""
    for table in (chosen.brand, chosen, chosen.limits):
        yield from _values(table)
    for kind in kind_files(chosen.project):
        for key, value in _values(chosen.overrides.get(kind, KindOverrides())):
            yield f"{kind}.{key}", value


def _values(table: Brand | Limits | Settings | KindOverrides) -> Iterator[tuple[str, Any]]:
    for field in fields(table):
        if field.metadata.get("key"):
            yield str(field.metadata["key"]), getattr(table, field.name)


def _row(key: str, value: Any, given: RawSetting | None) -> Mapping[str, Any]:
    return {
        "key": key,
        "value": _plain(value),
        "source": _source(given),
        "file": given.file if given else "",
        "line": given.line if given else 0,
    }


def _source(given: RawSetting | None) -> str:
    if given is None:
        return "default"
    if given.file:
        return f"{given.file}:{given.line}"
    flags = {f"--{option.name}": option.opts[-1] for option in build.params}
    return f"flag {flags[given.key]}" if given.key in flags else f"environment {given.key}"


def _plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    match value:
        case StrEnum() | Path():
            return str(value)
        case Mapping():
            return {key: _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


config.params += [option for option in build.params if isinstance(option, click.Option)]
