"""Writes values of PDF objects by their type, the commonest first."""

from typing import Any

from pydyf import Array, Dictionary, Object, _to_bytes  # type: ignore[import-untyped]

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH", "by_type"]


def by_type(item: Any) -> bytes:
    """The bytes of a value."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % item
    if isinstance(item, Object):
        return item.data  # type: ignore[no-any-return]
    return _to_bytes(item)  # type: ignore[no-any-return]


def _dictionary(self: Any) -> bytes:
    """The bytes of a dictionary, nearly all of whose keys are texts and values bytes or texts."""
    parts = [b"<<"]
    for key, value in self.items():
        kind = type(value)
        parts += (
            b"/",
            key.encode("ascii") if type(key) is str else by_type(key),
            b" ",
            value if kind is bytes else value.encode("ascii") if kind is str else by_type(value),
        )
    parts.append(b">>")
    return b"".join(parts)


def _array(self: Any) -> bytes:
    """The bytes of an array, nearly all of whose values are bytes."""
    return b"[%b]" % b" ".join([each if type(each) is bytes else by_type(each) for each in self])


PATCH = Patch(
    functions={_to_bytes: by_type},
    methods={(Dictionary, "data"): property(_dictionary), (Array, "data"): property(_array)},
)
