"""A box is in the normal flow where WeasyPrint alone says so."""

from itertools import product
from types import SimpleNamespace

import pytest
from weasyprint.formatting_structure.boxes import Box

from leaflet.rendering import patches
from leaflet.rendering.patches import positions

FLOATS = ("none", "left", "right", "inline-start", "inline-end", "footnote")
POSITIONS = ("static", "relative", "absolute", "fixed", ("running()", "x"), ("note()", "x"))


@pytest.mark.parametrize(("float_", "position"), [*product(FLOATS, POSITIONS)])
def test_the_normal_flow_is_that_of_the_engine(float_: str, position: str) -> None:
    box = Box("p", {"float": float_, "position": position}, SimpleNamespace())
    before = positions.PATCH.originals[Box, "is_in_normal_flow"](box)
    assert "positions" in patches.PATCHES
    assert box.is_in_normal_flow() == before
