"""What a project changes about a kind of document, as ``[patient]`` or ``[clinician]`` gives it."""

from collections.abc import Iterable, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

from leaflet.config import value_types
from leaflet.config.validate import Chosen
from leaflet.config.value_types import ValueType


def _told(form: ValueType, key: str, about: str, example: str) -> dict[str, object]:
    return {"form": form, "key": key, "about": about, "example": example}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOverrides:
    """The changes of one kind; without any of them it is what its ``kind.toml`` says.

    ``styles`` are its own, ``order`` names the parts that come first, ``leave_out`` those that are
    not printed but named.
    ``title`` and ``headings`` are texts by language. ``parts`` are added, in the words of
    ``kind.toml``.
    """

    title: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_told(
            value_types.SAID, "title", "what the document calls itself", '"Your medicine"'
        ),
    )
    styles: tuple[str, ...] = field(
        default=(),
        metadata=_told(
            value_types.NAMES,
            "styles",
            "styles of this kind only, before those of [print]",
            '["larger"]',
        ),
    )
    order: tuple[str, ...] = field(
        default=(),
        metadata=_told(
            value_types.NAMES,
            "order",
            "the parts that come first, in this order; all others follow",
            '["take", "before"]',
        ),
    )
    leave_out: tuple[str, ...] = field(
        default=(),
        metadata=_told(
            value_types.NAMES,
            "leave-out",
            "parts that are not printed; the document names them",
            '["questions"]',
        ),
    )
    headings: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict,
        metadata=_told(
            value_types.SAYINGS,
            "headings",
            "other headings, by the key of a part or section; {name} is the medicine",
            '{ effects = "Side effects", store = { en = "Storing it", de = "Aufbewahrung" } }',
        ),
    )
    parts: tuple[Mapping[str, Any], ...] = field(
        default=(),
        metadata=_told(
            value_types.TABLES,
            "part",
            "an added part, in the words of kind.toml, and after which one it stands",
            '[{ key = "travel", heading = "Travelling", after = "store", '
            "topics.own = '\\btravel' }]",
        ),
    )

    def as_data(self) -> dict[str, object]:
        """What of it reaches a page, for a fingerprint."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def keys_of(kind: str) -> "dict[str, Field[Any]]":
    """What can be tailored about a kind, by its dotted key."""
    return {f"{kind}.{f.metadata['key']}": f for f in fields(KindOverrides)}


def gather(chosen: Iterable[Chosen]) -> KindOverrides:
    """The tailoring of a kind from what was chosen for it."""
    return KindOverrides(**{each.name: each.value for each in chosen})


def in_language(said: Mapping[str, str], lang: str) -> str:
    """The text for a language, or for that of which it is a region's; empty if there is none."""
    parts = lang.split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((said[tag] for tag in tags if tag in said), "")
