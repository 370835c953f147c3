"""``leaflet config``: show every setting, and where it comes from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from leaflet.cli import options
from leaflet.cli.build import build
from leaflet.cli.terminal import echo
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
  leaflet config -s large-print                   the settings of `leaflet build -s large-print`
  leaflet config --format json
"""


@click.command(epilog=EXAMPLES)
@options.output_format("json: a list of objects with key, value, source, file and line.")
def config(output_format: str, **given: object) -> None:
    """Show every setting, its value, and where it comes from.

    The source is an option, an environment variable, a line of leaflet.toml, or the default. The
    options are those of `leaflet build`, so that you can check a run before you start it.
    """
    settings = options.load_settings(given)
    rows = [_row(key, value, settings.given.get(key)) for key, value in all_settings(settings)]
    if output_format == "json":
        echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        echo(f"{row['key']} = {as_toml(row['value'])}  # {row['source']}")


def all_settings(settings: Settings) -> Iterator[tuple[str, Any]]:
    """The key and value of each setting, table by table; of kinds, what the project overrides."""
    for table in (settings.brand, settings, settings.limits):
        yield from _values(table)
    for name, font in settings.fonts.items():
        yield f"fonts.{name}", {key: file for key, file in asdict(font).items() if file}
    for kind in kind_files(settings.project):
        for key, value in _values(settings.overrides.get(kind, KindOverrides())):
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
    """A value that JSON can represent."""
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
