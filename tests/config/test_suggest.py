"""The hint for a misspelt name."""

from leaflet.config.suggest import nearest


def test_the_closest_name_is_proposed() -> None:
    assert nearest("patent", ["patient", "clinician"]) == 'did you mean "patient"?'


def test_where_nothing_is_close_all_are_listed() -> None:
    assert nearest("xyz", ["patient", "clinician"]) == "known: clinician, patient"
    assert nearest("xyz", []) == ""
