"""Streams say the same when they are inflated, and are hardly larger."""

import re
import zlib
from collections.abc import Callable
from typing import Any

from pydyf import Stream  # type: ignore[import-untyped]

from helpers import render
from leaflet.rendering import CompiledStylesheet
from leaflet.rendering.patches import flate

TEXT = "<p>Take <b>one tablet</b> a day.</p>" * 40


def test_streams_say_the_same(
    composed: Callable[..., Any],
    compiled: CompiledStylesheet,
    weasyprint_alone: Callable[..., Any],
) -> None:
    fast = render(composed(TEXT), compiled).data
    with weasyprint_alone(flate):
        alone = render(composed(TEXT), compiled).data
    assert inflated(fast) == inflated(alone)
    assert len(fast) < 1.04 * len(alone)


def test_a_stream_may_stay_as_it_is() -> None:
    assert Stream([b"q", "Q", 1.5]).data == flate.PATCH.originals[Stream, "data"].fget(
        Stream([b"q", "Q", 1.5])
    )


def inflated(pdf: bytes) -> list[bytes]:
    """The compressed streams of a PDF, without the last: where objects begin."""
    found = re.findall(rb"/FlateDecode.*?\nstream\n(.*?)\nendstream", pdf, re.DOTALL)
    assert len(found) > 3
    return [zlib.decompress(stream) for stream in found[:-1]]
