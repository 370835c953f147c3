"""Values are written as pydyf alone writes them."""

from typing import Any

import pydyf  # type: ignore[import-untyped]
import pytest

from leaflet.rendering.patches import pdf_values

VALUES = (
    *(
        b"",
        b"/Name",
        "",
        "BT",
        0,
        -7,
        10**12,
        1.0,
        -0.5,
        1 / 3,
        1e-9,
        123456.789,
        True,
        False,
        None,
    ),
    *(
        pydyf.String("a(b)"),
        pydyf.String("é"),
        pydyf.Array([1, 2.5, "x"]),
        pydyf.Dictionary({"A": 1}),
    ),
)


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_value_is_written_alike(value: Any) -> None:
    ((before, after),) = pdf_values.PATCH.functions.items()
    assert pydyf._to_bytes is after
    assert after(value) == before(value)


def test_only_ascii_is_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        pydyf._to_bytes("é")
