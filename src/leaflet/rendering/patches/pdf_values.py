"""Writes values of PDF objects by their type, the commonest first."""

from typing import Any

from pydyf import Object, _to_bytes  # type: ignore[import-untyped]

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


PATCH = Patch(functions={_to_bytes: by_type})
