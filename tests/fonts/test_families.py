"""The files of the pinned families."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.version import Version

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


def test_what_an_extra_installs_is_pinned_where_it_is_declared() -> None:
    declared = tomllib.loads(Path("pyproject.toml").read_text())["project"]["optional-dependencies"]
    for family in families.EXTRAS:
        [package] = declared[family.extra]
        name, _, version = package.partition("==")
        assert name.replace("-", "_") == family.package
        assert Version(version) == Version(family.version)
        assert package in declared["dev"]


def test_another_version_of_an_extra_counts_as_missing() -> None:
    script = (
        "from leaflet import distributions\n"
        "known = distributions.version\n"
        "distributions.version = lambda name: '9' if name == 'fontpkg_assistant' else known(name)\n"
        "from leaflet.fonts import families\n"
        "print(families.PINNED)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "Assistant" not in done.stdout
    assert "Noto Sans Thai" in done.stdout


def test_extras_do_not_change_what_is_up_to_date() -> None:
    own = {file.name for file in families.files(extras=False)}
    assert "HindSiliguri-Regular.ttf" not in own
    assert own < {file.name for file in families.files()}
