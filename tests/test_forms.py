from pathlib import Path

import pytest

from leaflet import forms
from leaflet.forms import Form

COLOUR = forms.one_of(["red", "blue"], str.upper)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (forms.TEXT, "a5", "a5"),
        (forms.FLAG, "1", True),
        (forms.FLAG, "Off", False),
        (forms.COUNT, "2", 2),
        (forms.NUMBER, "0.5", 0.5),
        (forms.PATH, "out", Path("base/out")),
        (forms.NAMES, "patient, clinician", ("patient", "clinician")),
        (COLOUR, "red", "RED"),
        (forms.NAMES, "large-print monochrome", ("large-print", "monochrome")),
    ],
)
def test_the_environment_spells_what_the_file_would_hold(
    form: Form, text: str, value: object
) -> None:
    assert form.fits(form.spelt(text))
    assert form.build(form.spelt(text), Path("base")) == value


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (forms.TEXT, 5),
        (forms.TEXT, ""),
        (forms.FLAG, 1),
        (forms.FLAG, forms.FLAG.spelt("perhaps")),
        (forms.NUMBER, True),
        (forms.NUMBER, -0.5),
        (forms.NUMBER, forms.NUMBER.spelt("nan")),
        (forms.NUMBER, forms.NUMBER.spelt("inf")),
        (forms.NUMBER, forms.NUMBER.spelt("long")),
        (forms.COUNT, True),
        (forms.COUNT, -1),
        (forms.COUNT, forms.COUNT.spelt("many")),
        (forms.PATH, ["dist"]),
        (COLOUR, "RED"),
        (COLOUR, ["red"]),
        (forms.NAMES, "patient"),
        (forms.NAMES, ["patient", 3]),
        (forms.TEXTS, "For information only."),
        (forms.TEXTS, {"en": 1}),
    ],
)
def test_a_value_of_another_form_does_not_fit(form: Form, value: object) -> None:
    assert not form.fits(value)


def test_a_choice_names_what_there_is() -> None:
    assert COLOUR.words == '"red" or "blue"'


def test_an_absolute_path_stays_where_it_is() -> None:
    assert forms.PATH.build("/srv/out", Path("base")) == Path("/srv/out")
