import pytest

from leaflet.monograph.entities import decode


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("50 &micro;g", "50 µg"),
        ("50 &#181;g", "50 µg"),
        ("50 &#xB5;g", "50 µg"),
        ("AT&T", "AT&T"),
        ("R&D; &nosuch;", "R&D; &nosuch;"),
    ],
)
def test_an_entity_is_read_as_its_character(written: str, read_as: str) -> None:
    assert decode(written) == read_as
