"""Compresses streams with zlib's own level of 6, not 9: three times as fast, two per cent larger.

This is the only patch that changes bytes: what the streams say is the same.
"""

import zlib
from typing import Any

from pydyf import Dictionary, Stream  # type: ignore[import-untyped]

from leaflet.rendering.patches.pdf_values import by_type
from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH"]

_LEVEL = 6


def _data(self: Any) -> bytes:
    stream = b"\n".join([each if type(each) is bytes else by_type(each) for each in self.stream])
    extra = Dictionary(self.extra.copy())
    if self.compress:
        extra["Filter"] = "/FlateDecode"
        stream = zlib.compress(stream, _LEVEL)
    extra["Length"] = len(stream)
    return b"\n".join((extra.data, b"stream", stream, b"endstream"))


PATCH = Patch(methods={(Stream, "data"): property(_data)})
