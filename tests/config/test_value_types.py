import re
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest

from leaflet.config import value_types
from leaflet.config.value_types import convert, from_text, words

COLOUR = Literal["red", "blue"]


@pytest.mark.parametrize(
    ("value_type", "text", "value"),
    [
        (value_types.Text, "a5", "a5"),
        (value_types.Flag, "1", True),
        (value_types.Flag, "Off", False),
        (value_types.Count, "2", 2),
        (value_types.Seconds, "0.5", 0.5),
        (value_types.File, "out", Path("base/out")),
        (value_types.Names, "patient, clinician", ("patient", "clinician")),
        (value_types.Names, "large-print monochrome", ("large-print", "monochrome")),
        (COLOUR, "red", "red"),
        (value_types.File | None, "out", Path("base/out")),
    ],
)
def test_a_variable_spells_what_the_file_would_hold(
    value_type: Any, text: str, value: object
) -> None:
    assert convert(from_text(text, value_type), value_type, Path("base")) == value


@pytest.mark.parametrize(
    ("value_type", "value"),
    [
        (value_types.Text, 5),
        (value_types.Text, ""),
        (value_types.Flag, 1),
        (value_types.Flag, from_text("perhaps", value_types.Flag)),
        (value_types.Seconds, True),
        (value_types.Seconds, -0.5),
        (value_types.Seconds, float("nan")),
        (value_types.Seconds, float("inf")),
        (value_types.Seconds, from_text("nan", value_types.Seconds)),
        (value_types.Seconds, from_text("inf", value_types.Seconds)),
        (value_types.Seconds, from_text("long", value_types.Seconds)),
        (value_types.Count, True),
        (value_types.Count, -1),
        (value_types.Count, 1.0),
        (value_types.Count, from_text("many", value_types.Count)),
        (value_types.File, ["dist"]),
        (value_types.File, ""),
        (COLOUR, "RED"),
        (COLOUR, ["red"]),
        (value_types.Names, "patient"),
        (value_types.Names, ["patient", 3]),
        (value_types.Names, ["patient", ""]),
        (value_types.Texts, "For information only."),
        (value_types.Texts, {"en": 1}),
        (value_types.Texts, {"English": "x"}),
        (value_types.Translated, {}),
        (value_types.Translated, ""),
        (value_types.Headings, {"take": {}}),
        (value_types.Tables, {"key": "x"}),
        (value_types.Tables, ["x"]),
        (value_types.Levels, {"dose-od": "loud"}),
        (value_types.Address, "ftp://example.org"),
        (re.Pattern[str], "("),
    ],
)
def test_a_value_of_another_type_is_refused(value_type: Any, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        convert(value, value_type)


def test_a_choice_names_its_values() -> None:
    assert words(COLOUR) == '"red" or "blue"'


def test_an_absolute_path_stays_as_it_is() -> None:
    assert convert("/srv/out", value_types.File, Path("base")) == Path("/srv/out")


def test_a_plain_text_is_the_english_one() -> None:
    assert convert("x", value_types.Translated) == {"en": "x"}
