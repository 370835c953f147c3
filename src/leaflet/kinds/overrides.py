"""A kind as a project wants it: parts added, in another order or left out, other headings.

What a reader could come to harm without is never left out: only the parts that the kind itself
calls ``spares`` (or, of a sheet, ``moves``), and the document names what it leaves out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from leaflet.config.kind_overrides import KindOverrides, in_language
from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import fault
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.kinds.kind_toml import part_faults, read_part
from leaflet.kinds.model import Kind, Part


def apply_overrides(kind: Kind, settings: Settings) -> Kind:
    """The kind with all that ``[KIND]`` of ``leaflet.toml`` changes about it.

    Raises ``SettingsError`` with every name that the kind does not know, every part that it may
    not do without, and every fault of an added part.
    """
    wanted = settings.overrides.get(kind.name)
    if wanted is None:
        return kind
    given = {key: settings.given.get(f"{kind.name}.{key}", RawSetting(key, None)) for key in _KEYS}
    faults = list(_faulty_parts(wanted.parts, kind, given["part"]))
    if faults:
        raise SettingsError(faults)
    whole = replace(kind, parts=_joined(kind.parts, wanted.parts))
    if faults := list(_strangers(whole, wanted, given)):
        raise SettingsError(faults)
    first = [part for key in wanted.order for part in whole.parts if part.key == key]
    others = [part for part in whole.parts if part not in first]
    headed = {part["key"]: part["heading"] for part in wanted.parts}
    said = {key: text for key, text in headed.items() if isinstance(text, dict)}
    title = {"": wanted.title} if wanted.title else {}
    return replace(
        whole,
        parts=(*first, *others),
        route=(*(part["key"] for part in wanted.parts), *kind.route),
        left_out=wanted.leave_out,
        house={**title, **said, **wanted.headings},
    )


_KEYS = ("title", "order", "leave-out", "headings", "part")


def dispensable(kind: Kind) -> tuple[str, ...]:
    """The keys of the parts that a document of the kind may do without."""
    return (*kind.spares, *(kind.sheet.moves if kind.sheet else ()))


def _strangers(
    kind: Kind, wanted: KindOverrides, given: Mapping[str, RawSetting]
) -> Iterator[Diagnostic]:
    parts = [part.key for part in kind.parts]
    places = {*(place.key for place in kind.places), *kind.headings}
    for where, names, known in (
        ("order", wanted.order, parts),
        ("leave-out", wanted.leave_out, parts),
        ("headings", tuple(wanted.headings), places),
    ):
        for name in names:
            if name not in known:
                told = f'the {kind.name} has no part "{name}"'
                at = given[where].at(name)
                yield fault("unknown-part", told, given[where], nearest(name, known), at)
    free = dispensable(kind)
    for name in wanted.leave_out:
        if name in parts and name not in free:
            told = f'the {kind.name} cannot do without "{name}": a reader could come to harm'
            hint = f"these may be left out: {', '.join(free)}" if free else ""
            yield fault("part-needed", told, given["leave-out"], hint)


def _faulty_parts(
    parts: Sequence[Mapping[str, Any]], kind: Kind, given: RawSetting
) -> Iterator[Diagnostic]:
    taken = [place.key for place in kind.places]
    for number, part in enumerate(parts):
        at = given.at(str(number))
        known = [*taken, *(str(other.get("key")) for other in parts[:number])]
        data = {key: value for key, value in part.items() if key != "after"}
        faults = part_faults(data)
        if part.get("key") in known:
            faults.append((f'there is a part "{part["key"]}" already', ""))
        if "after" in part and part["after"] not in known:
            faults.append(
                (f'after names no part: "{part["after"]}"', nearest(part["after"], known))
            )
        if section := _home(part, kind):
            faults.append((f'"{section}" is at home in another part', "call its labels by topics"))
        try:
            faults or read_part(_plain(part))
        except (re.error, TypeError, AttributeError) as error:
            faults.append((f"the part cannot be read: {error}", ""))
        for message, hint in faults:
            yield fault("bad-part", message, given, hint, at)


def _home(part: Mapping[str, Any], kind: Kind) -> str:
    """A section of an added part that another part prints already: it would stand in one only."""
    homes = {section for place in kind.places for section in place.sections}
    return next((section for section in part.get("sections", ()) if section in homes), "")


def _plain(part: Mapping[str, Any]) -> dict[str, Any]:
    """An added part as ``kind.toml`` would write it, with one of its headings."""
    heading = part["heading"]
    said = next(iter(heading.values()), "") if isinstance(heading, dict) else heading
    return {**{key: value for key, value in part.items() if key != "after"}, "heading": said}


def _joined(parts: Sequence[Part], added: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    joined = list(parts)
    for each in added:
        places = [part.key for part in joined]
        at = places.index(each["after"]) + 1 if each.get("after") in places else len(joined)
        joined.insert(at, read_part(_plain(each)))
    return tuple(joined)


def blank_headings(kind: Kind, lang: str) -> Kind:
    """The kind without the headings that the project has in a language, which need no words."""
    return _headed(kind, {key: "" for key, said in kind.house.items() if in_language(said, lang)})


def headed(kind: Kind, lang: str) -> Kind:
    """The kind with the headings that the project has in a language."""
    said = {key: in_language(texts, lang) for key, texts in kind.house.items()}
    return _headed(kind, {key: text for key, text in said.items() if text})


def _headed(kind: Kind, said: Mapping[str, str]) -> Kind:
    return replace(
        kind,
        title=said.get("", kind.title),
        headings={key: said.get(key, heading) for key, heading in kind.headings.items()},
        parts=tuple(_part(part, said) for part in kind.parts),
    )


def _part(part: Part, said: Mapping[str, str]) -> Part:
    slots = tuple(_part(slot, said) for slot in part.slots)
    if part.key not in said:
        return replace(part, slots=slots)
    return replace(part, heading=said[part.key], spoken={}, slots=slots)
