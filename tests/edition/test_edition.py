"""Editions: their cascade, and names that must be known before anything is printed."""

from pathlib import Path

import pytest

from leaflet.config import settings
from leaflet.config.settings import Settings
from leaflet.edition.edition import EditionKey, brand_layers, design, make_edition
from leaflet.errors import SettingsError
from leaflet.theme.search_path import Theme, shipped

THEME = Theme((shipped(),))


def chosen(folder: Path, toml: str) -> Settings:
    (folder / "leaflet.toml").write_text(toml, "utf-8")
    return settings.load({}, {}, folder)


def test_brand_colours_override_the_default_style_and_no_other(
    tmp_path: Path,
) -> None:
    wanted = chosen(tmp_path, '[brand]\nname = "A"\ncolours = { accent = "#123456" }\n')
    _, plain = design(EditionKey("patient", (), "a4"), THEME, wanted)
    _, black = design(EditionKey("patient", ("monochrome",), "a4"), THEME, wanted)
    assert plain.tokens["--accent"] == "#123456"
    assert (plain.set_by["--accent"].file, plain.set_by["--accent"].line) == ("leaflet.toml", 3)
    assert black.tokens["--accent"] == "#000"
    assert brand_layers(Settings()) == ()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[brand]\n\ncolours = { accnt = "red" }', "leaflet.toml:3: error[unknown-token]"),
        ('[brand]\n[brand.colours]\naccent = "rd"', "leaflet.toml:3: error[bad-token]"),
        ('[print]\nstyles = ["larg-print"]', "leaflet.toml:2: error[unknown-style]"),
        ('[patient]\nstyles = ["booklt"]', "leaflet.toml:2: error[unknown-style]"),
        ('[print]\npaper = "a44"', "leaflet.toml:2: error[unknown-paper]"),
    ],
)
def test_an_unknown_name_is_reported_with_its_line(tmp_path: Path, toml: str, message: str) -> None:
    wanted = chosen(tmp_path, toml)
    with pytest.raises(SettingsError) as caught:
        design(EditionKey("patient", wanted.styles, wanted.paper), THEME, wanted)
    assert str(caught.value).startswith(message)
    assert "did you mean" in str(caught.value) or "the default is" in str(caught.value)


def test_a_kind_may_have_styles_of_its_own(tmp_path: Path) -> None:
    wanted = chosen(tmp_path, '[patient]\nstyles = ["large-print"]')
    _, patient = design(EditionKey("patient", (), "a4"), THEME, wanted)
    _, clinician = design(EditionKey("clinician", (), "a4"), THEME, wanted)
    assert patient.tokens["--text-size"] == "18pt"
    assert clinician.tokens["--text-size"] == "9.5pt"


@pytest.mark.parametrize(
    "toml",
    [
        '[brand]\nname = "A"',
        '[brand]\ncolours = { accent = "#123456" }',
        '[patient]\norder = ["take"]',
        '[patient]\nheadings = { take = "Taking it" }',
        '[patient]\nleave-out = ["questions"]',
    ],
)
def test_whatever_a_project_changes_changes_the_fingerprint(tmp_path: Path, toml: str) -> None:
    choice = EditionKey("patient", (), "a4")
    before = make_edition(choice, THEME, Settings()).fingerprint
    assert make_edition(choice, THEME, chosen(tmp_path, toml)).fingerprint != before


def test_the_changes_of_one_kind_leave_the_other_as_it_was(tmp_path: Path) -> None:
    choice = EditionKey("clinician", (), "a4")
    before = make_edition(choice, THEME, Settings()).fingerprint
    wanted = chosen(tmp_path, '[patient]\norder = ["take"]')
    assert make_edition(choice, THEME, wanted).fingerprint == before


def test_another_picture_under_the_same_name_changes_the_fingerprint(tmp_path: Path) -> None:
    choice, theme = EditionKey("patient", (), "a4"), Theme((tmp_path, shipped()))
    found = []
    for drawn in ("<svg/>", "<svg></svg>"):
        (tmp_path / "logo.svg").write_text(drawn)
        wanted = chosen(tmp_path, '[brand]\nname = "A"\nlogo = "logo.svg"')
        found.append(make_edition(choice, theme, wanted).fingerprint)
    assert found[0] != found[1]
