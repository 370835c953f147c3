"""``kind.toml`` → ``Kind``: the scheme of a document read from its data, every fault told."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from leaflet.config.suggest import nearest
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.kinds.model import Kind, Part, Rank, Sheet

_KIND_KEYS = {
    *("title", "summary", "rest", "leaves_out", "most_pages", "route", "sheet", "alike"),
    *("headings", "part", "spares"),
}
_SPOKEN = {"heading_use": "use", "heading_given": "given"}
_PART_KEYS = {
    *("key", "heading", "sections", "topics", "first", "rank", "order", "slot", "look", "always"),
    *_SPOKEN,
}


def read_kind(file: Path) -> Kind:
    """The kind that a ``kind.toml`` describes; its folder's name is the kind's name.

    Raises ``SettingsError`` with every fault found: broken TOML, keys that are unknown or missing,
    patterns that are no regular expressions.
    """
    return _read(file, file.read_bytes())


@lru_cache(maxsize=64)
def _read(file: Path, text: bytes) -> Kind:
    try:
        data = tomllib.loads(text.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError.of("kind-unreadable", str(error), file=str(file)) from None
    if faults := _faults(data):
        raise SettingsError(
            Diagnostic.error("kind-faulty", message, file=str(file), hint=hint)
            for message, hint in faults
        )
    try:
        return Kind(
            name=file.parent.name,
            title=data["title"],
            summary=data["summary"],
            parts=tuple(read_part(part) for part in data["part"]),
            folder=file.parent,
            rest=data["rest"],
            headings=data.get("headings", {}),
            leaves_out=tuple(data.get("leaves_out", ())),
            most_pages=data.get("most_pages", 0),
            route=tuple(data.get("route", ())),
            sheet=_sheet(data["sheet"]) if "sheet" in data else None,
            alike=data.get("alike", False),
            spares=tuple(data.get("spares", ())),
        )
    except re.error as error:
        raise SettingsError.of(
            "kind-faulty", f'no regular expression: "{error.pattern!s}" ({error})', file=str(file)
        ) from None


def _faults(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with the data of a kind: messages with hints."""
    parts = data.get("part", [])
    slots = [slot for part in parts for slot in part.get("slot", [])]
    faults = [*_unknown(data, _KIND_KEYS), *_missing(data, ("title", "summary", "rest", "part"))]
    faults += [fault for part in parts for fault in part_faults(part)]
    if faults:
        return faults
    keys = [part["key"] for part in parts]
    if data["rest"] not in keys:
        faults.append((f'rest names no part: "{data["rest"]}"', nearest(data["rest"], keys)))
    sheet = data.get("sheet", {"sizes": ()})
    faults += [*_unknown(sheet, {"sizes", "moves"}), *_missing(sheet, ("sizes",))]
    faults += _nameless("moves", sheet.get("moves", ()), keys)
    faults += _nameless("spares", data.get("spares", ()), keys)
    keys += [slot["key"] for slot in slots]
    return [*faults, *_nameless("route", data.get("route", ()), keys)]


def part_faults(part: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with the data of a part and its slots: messages with hints."""
    faults = [*_unknown(part, _PART_KEYS), *_missing(part, ("key", "heading"))]
    for rank in part.get("rank", []):
        faults += [*_unknown(rank, {"heading", "labels"}), *_missing(rank, ("heading",))]
    return [*faults, *(fault for slot in part.get("slot", []) for fault in part_faults(slot))]


def _nameless(place: str, named: Iterable[str], keys: Iterable[str]) -> list[tuple[str, str]]:
    return [(f'{place} names no part: "{k}"', nearest(k, keys)) for k in named if k not in keys]


def _sheet(data: Mapping[str, Any]) -> Sheet:
    return Sheet(tuple(data["sizes"]), tuple(data.get("moves", ())))


def read_part(data: Mapping[str, Any]) -> Part:
    """A part that data without faults describe. Raises ``re.error`` for a faulty pattern."""
    return Part(
        key=data["key"],
        heading=data["heading"],
        sections=tuple(data.get("sections", ())),
        topics={section: _pattern(said) for section, said in data.get("topics", {}).items()},
        slots=tuple(read_part(slot) for slot in data.get("slot", ())),
        spoken={verb: data[key] for key, verb in _SPOKEN.items() if key in data},
        first=_pattern(data["first"]) if "first" in data else None,
        ranks=tuple(
            Rank(rank["heading"], _pattern(rank.get("labels", ""))) for rank in data.get("rank", ())
        ),
        order=tuple(_pattern(said) for said in data.get("order", ())),
        look=data.get("look", ""),
        always=data.get("always", False),
    )


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(said, re.IGNORECASE | re.VERBOSE)


def _unknown(data: Mapping[str, Any], known: set[str]) -> list[tuple[str, str]]:
    return [(f'unknown key "{key}"', nearest(key, known)) for key in data if key not in known]


def _missing(data: Mapping[str, Any], wanted: Iterable[str]) -> list[tuple[str, str]]:
    return [(f'"{key}" is missing', "") for key in wanted if key not in data]
