"""``leaflet.toml`` for a new project: every key with its default and what it is for."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field
from enum import StrEnum
from pathlib import Path
from typing import Any

from leaflet.config import settings

HEAD = """\
# The settings of this project. A line after a # is the default, or an example: uncomment it to
# change it. `leaflet config` shows all settings, and which line of this file sets each.
"""

ABOUT = {
    "brand": "Who hands the documents out. A colour here beats the default style.",
    "print": "Options of `leaflet build`.",
    "check": "Options of `leaflet check`.",
    "markdown": "Markup of other tools; what is not named here is refused (docs/markdown.md).",
    "patient": "The patient leaflet; [clinician] and kinds of your own take the same keys.",
    "fonts": "Fonts of your own, by name; --font of a style takes them (docs/fonts.md).",
    "paper": "Papers of your own, by name, for --paper.",
    "limits": "How much a monograph may hold.",
}
"""The comment above a table."""

FREE = {
    "fonts": '# "Brand Sans" = { regular = "fonts/regular.ttf", bold = "fonts/bold.ttf" }',
    "paper": '# label = { width = "100mm", height = "150mm" }',
}
"""An example for a table whose keys are names that a project chooses."""

EXAMPLES = {
    "brand.name": '"Corner Pharmacy"',
    "brand.logo": '"logo.svg"',
    "brand.logo-alt": '"Corner Pharmacy"',
    "brand.address": '"1 High Street, Sampleton"',
    "brand.phone": '"020 7946 0000"',
    "brand.url": '"https://example.org"',
    "brand.colours": '{ accent = "#0b4759", alarm = "#8c1d18" }',
    "print.styles": '["house"]',
    "print.disclaimer": '{ en = "For information only.", de = "Nur zur Information." }',
    "markdown.strip": '["shortcode"]',
    "markdown.allow": '["latex"]',
    "check.severity": '{ no-dose = "error" }',
}
"""Examples for keys without a default to show."""


def project_file() -> str:
    """The text of a new ``leaflet.toml``; only a style is set in it."""
    return "\n".join([HEAD, *_tables()])


def _tables() -> Iterator[str]:
    keys = settings.keys(["patient"])
    for table in dict.fromkeys((*ABOUT, *(key.partition(".")[0] for key in keys))):
        yield f"# {ABOUT[table]}\n[{table}]" if table in ABOUT else f"[{table}]"
        for key, field in keys.items():
            if key.startswith(f"{table}."):
                yield _row(key, field)
        if table in FREE:
            yield FREE[table]
        yield ""


def _row(key: str, field: "Field[Any]") -> str:
    name, about = key.partition(".")[2], field.metadata.get("about", "")
    shown = EXAMPLES.get(key) or field.metadata.get("example") or as_toml(_default(field))
    comment = f"  # {about}" if about else ""
    if key == "print.styles":
        return f"{name} = {shown}{comment}"
    return f"# {name} = {shown}{comment}"


def _default(field: "Field[Any]") -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def as_toml(value: Any) -> str:
    """A value as ``leaflet.toml`` would hold it; what is not set is an empty text."""
    match value:
        case None:
            return '""'
        case bool():
            return "true" if value else "false"
        case StrEnum() | str() | Path():
            return json.dumps(str(value), ensure_ascii=False)
        case int() | float():
            return str(value)
        case Mapping():
            rows = (f"{_key(key)} = {as_toml(each)}" for key, each in value.items())
            return f"{{ {', '.join(rows)} }}" if value else "{}"
        case _:
            return f"[{', '.join(map(as_toml, value))}]"


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() else json.dumps(name)
