from pathlib import Path

import pytest

from leaflet.config import value_types
from leaflet.config.value_types import ValueType

COLOUR = value_types.one_of(["red", "blue"], str.upper)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (value_types.TEXT, "a5", "a5"),
        (value_types.FLAG, "1", True),
        (value_types.FLAG, "Off", False),
        (value_types.COUNT, "2", 2),
        (value_types.NUMBER, "0.5", 0.5),
        (value_types.PATH, "out", Path("base/out")),
        (value_types.NAMES, "patient, clinician", ("patient", "clinician")),
        (COLOUR, "red", "RED"),
        (value_types.NAMES, "large-print monochrome", ("large-print", "monochrome")),
    ],
)
def test_the_environment_spells_what_the_file_would_hold(
    form: ValueType, text: str, value: object
) -> None:
    assert form.fits(form.spelt(text))
    assert form.build(form.spelt(text), Path("base")) == value


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (value_types.TEXT, 5),
        (value_types.TEXT, ""),
        (value_types.FLAG, 1),
        (value_types.FLAG, value_types.FLAG.spelt("perhaps")),
        (value_types.NUMBER, True),
        (value_types.NUMBER, -0.5),
        (value_types.NUMBER, value_types.NUMBER.spelt("nan")),
        (value_types.NUMBER, value_types.NUMBER.spelt("inf")),
        (value_types.NUMBER, value_types.NUMBER.spelt("long")),
        (value_types.COUNT, True),
        (value_types.COUNT, -1),
        (value_types.COUNT, value_types.COUNT.spelt("many")),
        (value_types.PATH, ["dist"]),
        (COLOUR, "RED"),
        (COLOUR, ["red"]),
        (value_types.NAMES, "patient"),
        (value_types.NAMES, ["patient", 3]),
        (value_types.TEXTS, "For information only."),
        (value_types.TEXTS, {"en": 1}),
    ],
)
def test_a_value_of_another_form_does_not_fit(form: ValueType, value: object) -> None:
    assert not form.fits(value)


def test_a_choice_names_what_there_is() -> None:
    assert COLOUR.words == '"red" or "blue"'


def test_an_absolute_path_stays_where_it_is() -> None:
    assert value_types.PATH.build("/srv/out", Path("base")) == Path("/srv/out")
