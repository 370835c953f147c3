"""``kind.toml`` read into a :class:`Kind`, with every problem of the file reported at once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from leaflet import files
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting, TomlPath, lines_of, parse
from leaflet.config.validate import Problem, fault, read_table
from leaflet.errors import SettingsError
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.section_key import SectionKey

SECTIONS = tuple(filter(None, SectionKey))
"""The keys of the sections of a monograph."""


def read_kind(file: Path) -> Kind:
    """The kind that a ``kind.toml`` describes; its folder's name is the kind's name.

    Raises ``SettingsError`` with every problem found: broken TOML, keys that are unknown or
    missing, values of a wrong type, names of parts and sections that do not exist.
    """
    return _read(file, files.read(file))


@lru_cache(maxsize=64)
def _read(file: Path, text: bytes) -> Kind:
    data = parse(text, str(file), "kind-unreadable")
    kind = read_table(data, Kind, name=file.parent.name, folder=file.parent)
    problems = kind if isinstance(kind, list) else [*_wrong_names(kind)]
    if isinstance(kind, Kind) and not problems:
        return kind
    given = RawSetting("", data, str(file), 0, lines_of(text.decode()))
    raise SettingsError(
        fault("kind-faulty", each.message, given, each.hint, given.line_of(*each.path))
        for each in problems
    )


def _wrong_names(kind: Kind) -> Iterator[Problem]:
    parts = [part.key for part in kind.parts]
    every = [part.key for part in kind.all_parts]
    moves = kind.sheet.moves if kind.sheet else ()
    known = (*SECTIONS, "disclaimers")
    if sides := kind.sides:
        yield from _not_among(parts, "part", sides.rest, ("sides", "rest"))
        yield from _not_among(every, "part", sides.cells, ("sides", "cells"))
        for key in ("purpose", "bans", "how", "urgent"):
            yield from _not_among(every, "part", [getattr(sides, key)], ("sides", key))
    yield from _not_among(parts, "part", [kind.rest], ("rest",))
    yield from _not_among(parts, "part", moves, ("sheet", "moves"))
    yield from _not_among(parts, "part", kind.spares, ("spares",))
    yield from _not_among(every, "part", kind.route, ("route",))
    yield from _not_among(known, "section", kind.leaves_out, ("leaves_out",))
    yield from _not_among(known, "section", kind.headings, ("headings",))
    printed = [key for part in kind.all_parts for key in part.sections]
    for name in printed:
        if name in kind.leaves_out:
            message = f'leaves_out: "{name}" is printed, in a part that has it'
            yield Problem(
                ("leaves_out", name), message, "take it out of leaves_out, or of the part"
            )
    for part in kind.all_parts:
        for name in part.topics:
            if name in kind.leaves_out:
                message = f'leaves_out: "{name}" is left out, and "{part.key}" takes topics of it'
                hint = (
                    f"let a part print {name}, or repeat its sentences with lifts instead of topics"
                )
                yield Problem(("leaves_out", name), message, hint)
    for name in kind.leaves_out:
        if name in known and name not in {*kind.headings, *printed}:
            message = f'"{name}" is left out, and the document has to say so: it has no heading'
            yield Problem(("leaves_out", name), message, f'write under [headings]: {name} = "…"')
    yield from wrong_keys(kind.parts, ("part",))


def wrong_keys(
    parts: Iterable[Part], path: TomlPath, others: Sequence[Part] = ()
) -> Iterator[Problem]:
    """The sections of parts that do not exist, and keys that another part has already."""
    keys = {part.key for part in others}
    sections = {section for part in others for section in part.sections}
    for at, part in _with_paths(parts, path):
        yield from _not_among(SECTIONS, "section", part.sections, (*at, "sections"))
        yield from _not_among((*SECTIONS, OWN), "section", part.topics, (*at, "topics"))
        if part.key in keys:
            yield Problem((*at, "key"), f'there is a part "{part.key}" already')
        for section in sections.intersection(part.sections):
            message = f'"{section}" belongs to another part'
            yield Problem((*at, "sections"), message, "take labels out of it by topics")
        if at.count("slot") > 1:
            yield Problem(at, "a slot cannot have slots")
        keys.add(part.key)
        sections.update(part.sections)


def _with_paths(parts: Iterable[Part], path: TomlPath) -> Iterator[tuple[TomlPath, Part]]:
    """Parts and their slots, each with its path."""
    for number, part in enumerate(parts):
        yield (*path, number), part
        yield from _with_paths(part.slots, (*path, number, "slot"))


def _not_among(
    known: Iterable[str], what: str, names: Iterable[str], path: TomlPath
) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(
                (*path, name), f'{path[-1]}: there is no {what} "{name}"', nearest(name, known)
            )
