"""``kind.toml`` read into a :class:`Kind`, with every problem of the file reported at once."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from leaflet import files
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting, parse
from leaflet.config.validate import Problem, fault, read_table
from leaflet.errors import SettingsError
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.section_key import SectionKey

_SECTIONS = tuple(filter(None, SectionKey))


def read_kind(file: Path) -> Kind:
    """The kind that a ``kind.toml`` describes; its folder's name is the kind's name.

    Raises ``SettingsError`` with every problem found: broken TOML, keys that are unknown or
    missing, values of a wrong type, names of parts and sections that do not exist.
    """
    return _read(file, files.read(file))


@lru_cache(maxsize=64)
def _read(file: Path, text: bytes) -> Kind:
    data, lines = parse(text, str(file), "kind-unreadable")
    kind = read_table(data, Kind, name=file.parent.name, folder=file.parent)
    problems = kind if isinstance(kind, list) else [*_wrong_names(kind)]
    if isinstance(kind, Kind) and not problems:
        return kind
    given = RawSetting("", data, str(file), 0, lines)
    raise SettingsError(
        fault("kind-faulty", each.message, given, each.hint, given.line_of(*each.path))
        for each in problems
    )


def _wrong_names(kind: Kind) -> Iterator[Problem]:
    parts = [part.key for part in kind.parts]
    every = [part.key for part in kind.all_parts]
    moves = kind.sheet.moves if kind.sheet else ()
    yield from _not_among(parts, "part", [kind.rest], ("rest",))
    yield from _not_among(parts, "part", moves, ("sheet", "moves"))
    yield from _not_among(parts, "part", kind.spares, ("spares",))
    yield from _not_among(every, "part", kind.route, ("route",))
    known = (*_SECTIONS, "disclaimers")
    yield from _not_among(known, "section", kind.leaves_out, ("leaves_out",))
    for number, part in enumerate(kind.parts):
        yield from wrong_sections(part, ("part", number))


def wrong_sections(part: Part, path: tuple[str | int, ...]) -> Iterator[Problem]:
    """The names in a part, and in its slots, of sections that do not exist."""
    yield from _not_among(_SECTIONS, "section", part.sections, (*path, "sections"))
    yield from _not_among((*_SECTIONS, OWN), "section", part.topics, (*path, "topics"))
    for number, slot in enumerate(part.slots):
        yield from wrong_sections(slot, (*path, "slot", number))


def _not_among(
    known: Iterable[str], what: str, names: Iterable[str], path: tuple[str | int, ...]
) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(path, f'{path[-1]}: there is no {what} "{name}"', nearest(name, known))
