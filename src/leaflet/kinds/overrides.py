"""A kind as a project changes it: parts added, reordered or left out, and other headings.

Parts whose absence could harm a reader are never left out: only those that the kind lists as
``spares`` (or, of a sheet, ``moves``), and the document names what it leaves out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import Problem, fault, read_table
from leaflet.config.value_types import QRD, Translated
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.i18n.language_tags import in_language
from leaflet.kinds.kind_toml import wrong_keys
from leaflet.kinds.model import Kind, Part, Sides


@dataclass(frozen=True, slots=True)
class AddedPart(Part):
    """A part of a project's: its heading by language, and the part that it comes after."""

    heading: Translated  # type: ignore[assignment]  # by language, unlike that of a Part
    after: str = ""

    def as_part(self) -> Part:
        """The part as ``kind.toml`` would hold it, with one of its headings."""
        values = {each.name: getattr(self, each.name) for each in fields(Part)}
        return Part(**{**values, "heading": next(iter(self.heading.values()))})


def apply_overrides(kind: Kind, settings: Settings) -> Kind:
    """The kind with the changes that ``[KIND]`` of ``leaflet.toml`` and ``--order`` make to it.

    Raises ``SettingsError`` with every name that the kind does not know, every part that it cannot
    do without, and every problem of an added part.
    """
    wanted = settings.overrides.get(kind.name)
    if settings.order and kind.sides:
        wanted = replace(wanted or KindOverrides(), order=settings.order)
    if wanted is None:
        return kind
    given = {key: settings.given.get(f"{kind.name}.{key}", RawSetting(key, None)) for key in _KEYS}
    added = [read_table(part, AddedPart, (number,)) for number, part in enumerate(wanted.parts)]
    parts = [part for part in added if isinstance(part, AddedPart)]
    problems = [problem for part in added if isinstance(part, list) for problem in part]
    problems += [] if problems else _misfits(parts, kind)
    if problems:
        at = given["part"]
        raise SettingsError(
            fault("bad-part", each.message, at, each.hint, at.line_of(*each.path))
            for each in problems
        )
    whole = replace(kind, parts=_inserted(kind.parts, parts))
    if faults := list(_wrong_names(whole, wanted, given)):
        raise SettingsError(faults)
    order = () if wanted.order == QRD else wanted.order
    first = [part for key in order for part in whole.parts if part.key == key]
    titles = {"": wanted.title} if wanted.title else {}
    return replace(
        whole,
        parts=(*first, *(part for part in whole.parts if part not in first)),
        route=(*(part.key for part in parts), *kind.route),
        left_out=wanted.leave_out,
        sides=_sides(whole.sides, wanted.order),
        project_headings={
            **titles,
            **{part.key: part.heading for part in parts},
            **wanted.headings,
        },
    )


def _sides(sides: Sides | None, order: Literal["qrd"] | tuple[str, ...]) -> Sides | None:
    """The sides with some parts first; none in the order of the European package leaflet."""
    if sides is None or order == QRD:
        return None
    return replace(sides, rest=(*order, *(key for key in sides.rest if key not in order)))


_KEYS = ("title", "order", "leave-out", "headings", "part")


def dispensable(kind: Kind) -> tuple[str, ...]:
    """The keys of the parts that a document of the kind may do without."""
    return (*kind.spares, *(kind.sheet.moves if kind.sheet else ()))


def _wrong_names(
    kind: Kind, wanted: KindOverrides, given: Mapping[str, RawSetting]
) -> Iterator[Diagnostic]:
    parts = [part.key for part in kind.parts]
    with_heading = {*(part.key for part in kind.all_parts), *kind.headings}
    for setting, names, known in (
        ("order", () if wanted.order == QRD else wanted.order, parts),
        ("leave-out", wanted.leave_out, parts),
        ("headings", tuple(wanted.headings), with_heading),
    ):
        for name in names:
            if name not in known:
                message = f'the {kind.name} has no part "{name}"'
                line = given[setting].line_of(name)
                yield fault("unknown-part", message, given[setting], nearest(name, known), line)
    free = dispensable(kind)
    for name in wanted.leave_out:
        if name in parts and name not in free:
            message = f'the {kind.name} cannot do without "{name}": a reader could come to harm'
            hint = f"these may be left out: {', '.join(free)}" if free else ""
            yield fault("part-needed", message, given["leave-out"], hint)


def _misfits(parts: Sequence[AddedPart], kind: Kind) -> Iterator[Problem]:
    """The added parts that do not fit into the kind: their keys, sections and positions."""
    yield from wrong_keys(parts, (), kind.all_parts)
    known = [part.key for part in kind.all_parts]
    for number, part in enumerate(parts):
        if part.after and part.after not in known:
            message = f'after: there is no part "{part.after}"'
            yield Problem((number, "after"), message, nearest(part.after, known))
        known.append(part.key)


def _inserted(parts: Sequence[Part], added: Sequence[AddedPart]) -> tuple[Part, ...]:
    inserted = list(parts)
    for part in added:
        keys = [each.key for each in inserted]
        index = keys.index(part.after) + 1 if part.after in keys else len(inserted)
        inserted.insert(index, part.as_part())
    return tuple(inserted)


def blank_headings(kind: Kind, lang: str) -> Kind:
    """The kind without the headings that the project sets, which need no translation."""
    own = kind.project_headings
    return _with_headings(kind, {key: "" for key in own if in_language(own[key], lang)})


def apply_headings(kind: Kind, lang: str) -> Kind:
    """The kind with the headings that the project sets in a language."""
    texts = {key: in_language(own, lang) for key, own in kind.project_headings.items()}
    return _with_headings(kind, {key: text for key, text in texts.items() if text})


def _with_headings(kind: Kind, texts: Mapping[str, Any]) -> Kind:
    return replace(
        kind,
        title=texts.get("", kind.title),
        headings={key: texts.get(key, heading) for key, heading in kind.headings.items()},
        parts=tuple(_part(part, texts) for part in kind.parts),
    )


def _part(part: Part, texts: Mapping[str, str]) -> Part:
    slots = tuple(_part(slot, texts) for slot in part.slots)
    if part.key not in texts:
        return replace(part, slots=slots)
    return replace(part, heading=texts[part.key], heading_use="", heading_given="", slots=slots)
