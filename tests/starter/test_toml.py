from pathlib import Path

import pytest

from leaflet.config.settings import Progress
from leaflet.starter.toml import as_toml


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, '""'),
        (True, "true"),
        (2.5, "2.5"),
        (Path("a b"), '"a b"'),
        (Progress.AUTO, '"auto"'),
        ("é\n", '"é\\n"'),
        (("a", "b"), '["a", "b"]'),
        ({}, "{}"),
        ({"en": "x", "a b": 1}, '{ en = "x", "a b" = 1 }'),
    ],
)
def test_values_are_written_as_toml_holds_them(value: object, written: str) -> None:
    assert as_toml(value) == written
