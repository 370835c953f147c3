"""The files of the pinned families."""

import pytest

from leaflet.errors import SettingsError
from leaflet.fonts import families


def test_files_are_divided_into_used_and_unused_ones() -> None:
    used, unused = families.files(), families.files(used=False)
    assert {*used}.isdisjoint(unused)
    assert {family.file(bold=bold) for family in families.FAMILIES for bold in (False, True)} <= {
        *used
    }
    assert "Hind-Light.ttf" not in {file.name for file in used}


def test_a_missing_package_is_an_error_of_the_installation() -> None:
    with pytest.raises(SettingsError, match="a package of the pinned fonts is missing") as caught:
        families.folder("fontpkg_no_such_font")
    assert caught.value.diagnostics[0].code == "no-fonts"
