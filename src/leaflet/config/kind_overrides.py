"""What a project changes about a kind of document, in ``[patient]``, ``[clinician]``, …"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from typing import Any

from leaflet.config.validate import setting
from leaflet.config.value_types import Headings, Names, Order, Tables, Text, Translated


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOverrides:
    """The changes to one kind; without them it is as its ``kind.toml`` describes it.

    ``styles`` and ``paper`` apply to this kind only. ``order`` names the parts that come first, or
    is "qrd", ``leave_out`` those that are named in the document instead of printed. ``parts`` are
    added, in the format of ``kind.toml``.
    """

    title: Mapping[str, str] = setting(
        "title", "the title of the document", dict, value_type=Translated, example='"Your medicine"'
    )
    styles: Names = setting(
        "styles", "styles of this kind only, before those of [print]", (), example='["larger"]'
    )
    paper: Text = setting(
        "paper", "the paper of this kind, unless --paper says another", "", example='"a5"'
    )
    order: Order = setting(
        "order",
        'the parts that come first; all others follow. "qrd" keeps the numbered order of the '
        "European package leaflet",
        (),
        example='["take", "before"]',
    )
    leave_out: Names = setting(
        "leave-out",
        "parts that are not printed; the document names them",
        (),
        example='["questions"]',
    )
    headings: Mapping[str, Mapping[str, str]] = setting(
        "headings",
        "other headings, by the key of a part or section; {name} is the medicine",
        dict,
        value_type=Headings,
        example='{ effects = "Side effects", store = { en = "Storing it", de = "Aufbewahrung" } }',
    )
    parts: Tables = setting(
        "part",
        "an added part, in the format of kind.toml, and the part it comes after",
        (),
        example='[{ key = "travel", heading = "Travelling", after = "store", '
        "topics.own = '\\btravel' }]",
    )

    def as_data(self) -> dict[str, object]:
        """All that affects a page, for a fingerprint."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def keys_of(kind: str) -> "dict[str, Field[Any]]":
    """The settings of a kind, by their dotted keys."""
    return {f"{kind}.{f.metadata['key']}": f for f in fields(KindOverrides)}
