"""A kind of document as data: which parts it has, in which order, fed by what of a monograph.

A kind is a folder under ``templates/`` with ``kind.toml``, ``page.html`` and ``page.css``. Another
scheme of headings, or another audience, is another such folder and no code.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.spelling import nearest


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document under a heading of ours.

    ``sections`` are the keys of the sections whose text stands here. ``topics`` calls labelled
    entries and questions out of a section that is at home elsewhere, by a pattern their label
    matches. Groups of effects whose label matches ``first`` come before the others. ``look``
    says how the page template draws the part. A part with ``always`` appears even when the
    monograph has nothing for it.
    """

    key: str
    heading: str
    sections: tuple[str, ...] = ()
    topics: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    first: re.Pattern[str] | None = None
    look: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, what it calls itself, and its parts in printed order.

    ``headings`` names a section inside a part that holds several. Sections of the author's own stay
    after the section they followed; where there is none before them they open the part ``rest``.
    ``leaves_out`` lists section keys (and ``disclaimers``) that this kind does not print.
    ``most_pages`` is its page budget, 0 for none.
    """

    name: str
    title: str
    summary: str
    parts: tuple[Part, ...]
    folder: Path
    rest: str
    headings: Mapping[str, str] = field(default_factory=dict)
    leaves_out: tuple[str, ...] = ()
    most_pages: int = 0


_KIND_KEYS = {"title", "summary", "rest", "leaves_out", "most_pages", "headings", "part"}
_PART_KEYS = {"key", "heading", "sections", "topics", "first", "look", "always"}


def read_kind(file: Path) -> Kind:
    """The kind that a ``kind.toml`` describes; its folder's name is the kind's name.

    Raises ``SettingsError`` with every fault found: broken TOML, keys that are unknown or missing,
    patterns that are no regular expressions.
    """
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError.of("kind-unreadable", str(error), file=str(file)) from None
    parts = data.get("part", [])
    faults = [*_unknown(data, _KIND_KEYS), *_missing(data, ("title", "summary", "rest", "part"))]
    for part in parts:
        faults += [*_unknown(part, _PART_KEYS), *_missing(part, ("key", "heading"))]
    keys = [part.get("key") for part in parts]
    if not faults and data["rest"] not in keys:
        faults = [(f'rest names no part: "{data["rest"]}"', nearest(data["rest"], keys))]
    if faults:
        raise SettingsError(
            Diagnostic(Severity.ERROR, "kind-faulty", message, file=str(file), hint=hint)
            for message, hint in faults
        )
    try:
        return Kind(
            name=file.parent.name,
            title=data["title"],
            summary=data["summary"],
            parts=tuple(_part(part) for part in parts),
            folder=file.parent,
            rest=data["rest"],
            headings=data.get("headings", {}),
            leaves_out=tuple(data.get("leaves_out", ())),
            most_pages=data.get("most_pages", 0),
        )
    except re.error as error:
        raise SettingsError.of(
            "kind-faulty", f'no regular expression: "{error.pattern!s}" ({error})', file=str(file)
        ) from None


def _part(data: Mapping[str, Any]) -> Part:
    topics = {
        section: re.compile(pattern, re.IGNORECASE | re.VERBOSE)
        for section, pattern in data.get("topics", {}).items()
    }
    first = data.get("first")
    return Part(
        key=data["key"],
        heading=data["heading"],
        sections=tuple(data.get("sections", ())),
        topics=topics,
        first=re.compile(first, re.IGNORECASE | re.VERBOSE) if first else None,
        look=data.get("look", ""),
        always=data.get("always", False),
    )


def _unknown(data: Mapping[str, Any], known: set[str]) -> list[tuple[str, str]]:
    return [(f'unknown key "{key}"', nearest(key, known)) for key in data if key not in known]


def _missing(data: Mapping[str, Any], wanted: Iterable[str]) -> list[tuple[str, str]]:
    return [(f'"{key}" is missing', "") for key in wanted if key not in data]
