"""Limits: each has a name, a unit and an end, and none can be switched off."""

from dataclasses import fields

import pytest
from msgspec import ValidationError

from leaflet.config.limits import USUAL, Limits
from leaflet.config.value_types import convert, words

FIELDS = fields(Limits)


@pytest.mark.parametrize("limit", FIELDS, ids=lambda f: f.name)
def test_a_limit_is_a_number_that_cannot_be_none(limit: object) -> None:
    metadata, default = limit.metadata, limit.default  # type: ignore[attr-defined]
    value_type = metadata["type"]
    most = int(words(value_type).split()[-1])
    assert [convert(value, value_type) for value in (1, default, most)] == [1, default, most]
    for value in (0, -1, most + 1, 1.5, True, "9", None):
        with pytest.raises(ValidationError):
            convert(value, value_type)
    assert default < most
    assert metadata["key"] == f"limits.{limit.name.replace('_', '-')}"  # type: ignore[attr-defined]


def test_an_excess_is_reported_with_name_amount_line_and_hint() -> None:
    message = USUAL.exceeded("line_length", 12_000, "a.md", 3, "break the line;")
    assert str(message) == (
        "a.md:3: error[limit] 12,000 characters in a line; limits.line-length allows for 10,000\n"
        "  hint: break the line; or set limits.line-length in leaflet.toml"
    )
